-- Where do two statements pull apart, and how?
--
-- theme: Evidence and what was known
SELECT tension.note, one_article.slug AS article, one.excerpt,
    other_article.slug AS other_article, other.excerpt AS other_excerpt
FROM tension
JOIN evidence AS one ON one.id = tension.first_id
JOIN evidence AS other ON other.id = tension.second_id
JOIN article AS one_article ON one_article.id = one.article_id
JOIN article AS other_article ON other_article.id = other.article_id
ORDER BY tension.slug
