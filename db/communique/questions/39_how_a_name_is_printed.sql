-- How does each article print a name?
--
-- theme: Evidence and what was known
-- set: actor = suleyman-soylu
-- python: spellings(actor="suleyman-soylu")
-- shell: communique spellings suleyman-soylu
SELECT article.slug AS article, name.text AS spelling, name.kind,
    min(evidence.start_char) AS start_char
FROM name
JOIN actor ON actor.id = name.actor_id
JOIN evidence ON evidence.name_id = name.id
JOIN article ON article.id = evidence.article_id
WHERE actor.slug = 'suleyman-soylu'
GROUP BY article.slug, name.id, name.text, name.kind
ORDER BY article.slug, start_char
