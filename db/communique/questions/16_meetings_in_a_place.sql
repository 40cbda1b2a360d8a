-- Which meetings were held in a city, the newest first?
--
-- theme: Meetings
-- set: place = tehran
-- python: meetings(status="held", place="tehran")
-- shell: communique meetings --status held --place tehran
SELECT meeting.slug AS meeting, meeting.kind AS meeting_kind, meeting.date_edtf
FROM meeting
JOIN place ON place.id = meeting.place_id
WHERE meeting.status = 'held' AND place.slug = 'tehran'
ORDER BY coalesce(meeting.date_latest, meeting.date_earliest) DESC, meeting.slug
