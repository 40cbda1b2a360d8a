-- Which facts rest on an article, and on how many of its excerpts?
--
-- theme: Evidence and what was known
-- set: article = 2021-10-tasnim-security-mou
-- python: coverage(article="2021-10-tasnim-security-mou")
-- shell: communique coverage 2021-10-tasnim-security-mou
SELECT record_kind, record, fact, excerpts
FROM coverage
WHERE article = '2021-10-tasnim-security-mou'
ORDER BY record_kind, record, fact
