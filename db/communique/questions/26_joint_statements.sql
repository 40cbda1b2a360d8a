-- What did two sides say with one voice?
--
-- theme: Speech
SELECT one.quote, one.speaker_name, other.speaker_name AS with_speaker, one.text
FROM statement AS one
JOIN statement AS other ON other.quote = one.quote AND other.speaker > one.speaker
ORDER BY one.article, one.start_char, one.speaker_name, with_speaker
