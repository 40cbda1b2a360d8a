-- In what order did somebody's meetings of one day take place?
--
-- Reports tell which meeting came after which, and no hours. A chain of them is followed by
-- recursion; meetings with the same turn may have been in any order.
--
-- theme: Meetings
-- set: actor = mevlut-cavusoglu
-- set: day = 2021-11-15
-- python: engagements("mevlut-cavusoglu", on="2021-11-15")
-- shell: communique engagements mevlut-cavusoglu --on 2021-11-15
WITH RECURSIVE chain (meeting_id, before_id, turn) AS (
    SELECT meeting.id, meeting.after_id, 0
    FROM meeting
    WHERE meeting.slug IN (SELECT meeting FROM attendance WHERE actor = 'mevlut-cavusoglu')
    UNION ALL
    SELECT chain.meeting_id, meeting.after_id, chain.turn + 1
    FROM chain
    JOIN meeting ON meeting.id = chain.before_id
    WHERE chain.turn < 100
)
SELECT max(chain.turn) AS turn, meeting.title AS meeting_title, meeting.kind AS meeting_kind
FROM chain
JOIN meeting ON meeting.id = chain.meeting_id
WHERE (meeting.date_latest IS NULL OR '2021-11-15' <= meeting.date_latest)
    AND (meeting.date_earliest IS NULL OR meeting.date_earliest <= '2021-11-15')
GROUP BY meeting.id, meeting.title, meeting.kind
ORDER BY turn, meeting.title
