-- When did two possibly meet first, and by when certainly last?
--
-- theme: Meetings
-- set: actor = hossein-amir-abdollahian
-- set: other = mevlut-cavusoglu
SELECT count(DISTINCT meeting) AS meetings, min(date_earliest) AS first_possible_day,
    min(date_latest) AS met_by, max(date_latest) AS last_possible_day
FROM encounter
WHERE a = 'hossein-amir-abdollahian' AND b = 'mevlut-cavusoglu' AND meeting_status = 'held'
