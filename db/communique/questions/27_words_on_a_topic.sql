-- Who spoke about a topic, narrower ones included?
--
-- Topics are a tree: the recursion walks down from the one asked for.
--
-- theme: Speech
-- set: topic = organised-crime
-- python: quotes(about="organised-crime")
-- shell: communique quotes --about organised-crime
WITH RECURSIVE within (id) AS (
    SELECT id FROM topic WHERE slug = 'organised-crime'
    UNION
    SELECT topic.id FROM topic JOIN within ON topic.broader_id = within.id
)
SELECT statement.quote, statement.speaker_name, statement.mode, statement.text
FROM statement
JOIN article ON article.slug = statement.article
JOIN quote ON quote.article_id = article.id AND quote.start_char = statement.start_char
    AND quote.end_char = statement.end_char
WHERE quote.id IN (
    SELECT quote_id FROM quote_topic WHERE topic_id IN (SELECT id FROM within)
)
ORDER BY statement.article, statement.start_char, statement.speaker_name
