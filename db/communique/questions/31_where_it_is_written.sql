-- Where is it written, to the character, and how was it read?
--
-- theme: Evidence and what was known
-- set: record = 2021-10-iran-turkey-security-mou
-- python: citations(record="2021-10-iran-turkey-security-mou")
-- shell: communique citations --record 2021-10-iran-turkey-security-mou
SELECT fact, field, basis, article, start_char, end_char, excerpt
FROM citation
WHERE record = '2021-10-iran-turkey-security-mou'
ORDER BY article, start_char, end_char, fact
