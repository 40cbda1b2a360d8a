-- Which persons met, in how many meetings, and between which days?
--
-- Only meetings that were held; the days are the first and the last that their dates allow.
--
-- theme: Meetings
-- python: who_met_whom(kind="person")
-- shell: communique who-met-whom --kind person
SELECT encounter.a, encounter.a_name, encounter.b, encounter.b_name,
    count(DISTINCT encounter.meeting) AS times,
    min(coalesce(encounter.date_earliest, encounter.date_latest)) AS first_day,
    max(coalesce(encounter.date_latest, encounter.date_earliest)) AS last_day
FROM encounter
JOIN actor AS one ON one.slug = encounter.a AND one.kind = 'person'
JOIN actor AS other ON other.slug = encounter.b AND other.kind = 'person'
WHERE encounter.meeting_status = 'held' AND encounter.a < encounter.b
GROUP BY encounter.a, encounter.a_name, encounter.b, encounter.b_name
ORDER BY times DESC, encounter.a, encounter.b
