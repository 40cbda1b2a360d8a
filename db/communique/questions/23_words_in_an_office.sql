-- What is somebody quoted with word for word, and in which office?
--
-- theme: Speech
-- set: actor = suleyman-soylu
-- python: quotes(by="suleyman-soylu", mode="direct")
-- shell: communique quotes --by suleyman-soylu --mode direct
SELECT quote, office_title, text
FROM statement
WHERE speaker = 'suleyman-soylu' AND mode = 'direct'
ORDER BY article, start_char
