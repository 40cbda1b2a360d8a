-- Whom did somebody meet, in which office was each of them, and when?
--
-- Names fall back to the office, then to the words of the source: "our delegations".
--
-- theme: Meetings
-- set: actor = mevlut-cavusoglu
-- python: encounters(a="mevlut-cavusoglu", status="held")
-- shell: communique encounters --of mevlut-cavusoglu --status held
SELECT date_edtf, meeting_title, a_office, b_name, b_office, b_side
FROM encounter
WHERE a = 'mevlut-cavusoglu' AND meeting_status = 'held'
ORDER BY coalesce(date_latest, date_earliest) DESC, meeting, b_name
