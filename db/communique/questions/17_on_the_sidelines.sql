-- Which meetings took place on the sidelines of something larger?
--
-- theme: Meetings
-- python: meetings().where(on_sidelines_of())
-- compare: meeting date_edtf
-- shell: communique meetings --sidelines
SELECT meeting.slug AS meeting, meeting.date_edtf, larger.title AS on_sidelines_of
FROM meeting
JOIN meeting AS larger ON larger.id = meeting.sidelines_of_id
ORDER BY coalesce(meeting.date_latest, meeting.date_earliest) DESC, meeting.slug
