-- Whose words reached us only through an agency?
--
-- A relayed quote stands in an article of one outlet and comes from another.
--
-- theme: Speech
-- set: agency = anadolu
-- python: quotes(via="anadolu")
-- shell: communique quotes --via anadolu
SELECT quote, speaker_name, mode, relayed_by, text
FROM statement
WHERE relayed_by = 'anadolu'
ORDER BY article, start_char
