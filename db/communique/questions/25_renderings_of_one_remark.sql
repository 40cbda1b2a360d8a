-- Which remark do several articles render, each in its own words?
--
-- Curators join the renderings of one remark by an `utterance`.
--
-- theme: Speech
SELECT utterance, quote, speaker_name, mode, text
FROM statement
WHERE utterance IN (
    SELECT utterance FROM statement
    WHERE utterance IS NOT NULL
    GROUP BY utterance HAVING count(DISTINCT article) > 1
)
ORDER BY utterance, article, start_char
