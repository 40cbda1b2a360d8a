-- Which meetings are reported from several independent origins, and from how many?
--
-- An origin is the agency that relayed a report, else the outlet, else the credit line, else
-- the article itself: two papers that print one agency's words are one.
--
-- theme: Evidence and what was known
-- python: meetings().where(reported_independently(2))
-- shell: communique meetings --independent 2
-- compare: meeting
SELECT meeting.slug AS meeting, count(DISTINCT article.id) AS articles,
    count(DISTINCT coalesce('actor ' || coalesce(evidence.relayed_by_id, article.outlet_id),
        'credit ' || article.credit, 'article ' || article.slug)) AS origins
FROM meeting
LEFT JOIN participation ON participation.meeting_id = meeting.id
JOIN evidence ON evidence.meeting_id = meeting.id OR evidence.participation_id = participation.id
JOIN article ON article.id = evidence.article_id
GROUP BY meeting.slug
HAVING count(DISTINCT coalesce('actor ' || coalesce(evidence.relayed_by_id, article.outlet_id),
    'credit ' || article.credit, 'article ' || article.slug)) > 1
ORDER BY origins DESC, articles DESC, meeting.slug
