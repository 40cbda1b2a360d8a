-- When was each article published, and by whom?
--
-- What is not printed is not known: an article may have neither outlet nor exact day.
--
-- theme: Evidence and what was known
-- python: articles()
-- shell: communique articles
SELECT article.slug AS article, outlet.slug AS outlet, article.credit, article.published_edtf,
    article.published_earliest, article.published_latest
FROM article
LEFT JOIN actor AS outlet ON outlet.id = article.outlet_id
ORDER BY coalesce(article.published_latest, article.published_earliest) DESC, article.slug
