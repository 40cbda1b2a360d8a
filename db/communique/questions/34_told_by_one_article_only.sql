-- Which agreements are told of by one article only?
--
-- theme: Evidence and what was known
SELECT record AS agreement, min(article) AS article, sum(excerpts) AS excerpts
FROM coverage
WHERE record_kind = 'agreement'
GROUP BY record
HAVING count(DISTINCT article) = 1
ORDER BY record
