-- Which holders of the same portfolio met across sides: a minister and his counterpart?
--
-- theme: Meetings
SELECT encounter.date_edtf, a_post.portfolio, encounter.a_name, encounter.b_name, encounter.place
FROM encounter
JOIN office AS a_post ON a_post.slug = encounter.a_office
JOIN office AS b_post ON b_post.slug = encounter.b_office
WHERE encounter.meeting_status = 'held' AND encounter.a_side < encounter.b_side
    AND a_post.level = b_post.level AND a_post.portfolio = b_post.portfolio
ORDER BY coalesce(encounter.date_latest, encounter.date_earliest), encounter.meeting
