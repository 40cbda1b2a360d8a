-- Which meetings had been reported by the end of a day?
--
-- A report counts when its last possible day of publication had come; so an article that is
-- not dated counts for nothing here.
--
-- theme: Evidence and what was known
-- set: day = 2018-12-31
-- python: meetings(known_on="2018-12-31")
-- shell: communique meetings --known-on 2018-12-31
SELECT meeting.slug AS meeting, meeting.title AS meeting_title
FROM meeting
WHERE EXISTS (
    SELECT 1
    FROM evidence
    JOIN article ON article.id = evidence.article_id
    LEFT JOIN participation ON participation.id = evidence.participation_id
    WHERE (evidence.meeting_id = meeting.id OR participation.meeting_id = meeting.id)
        AND article.published_latest <= '2018-12-31'
)
ORDER BY meeting.slug
