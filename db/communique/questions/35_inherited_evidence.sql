-- Which participants have no proof of their own, so that the meeting's stands for them?
--
-- What a part inherits is shown with it and never copied to it.
--
-- theme: Evidence and what was known
SELECT meeting.slug AS meeting, count(*) AS participants,
    sum(CASE WHEN proof.participation_id IS NULL THEN 1 ELSE 0 END) AS on_the_meetings_proof
FROM participation
JOIN meeting ON meeting.id = participation.meeting_id
LEFT JOIN (
    SELECT DISTINCT participation_id FROM evidence WHERE participation_id IS NOT NULL
) AS proof ON proof.participation_id = participation.id
GROUP BY meeting.slug
HAVING sum(CASE WHEN proof.participation_id IS NULL THEN 0 ELSE 1 END) > 0
ORDER BY meeting.slug
