-- Which numbers are reported, how exactly, and who claims them?
--
-- theme: Places, events, figures
SELECT figure.what, figure.qualifier, figure.value, figure.unit,
    coalesce(actor.name, figure.claimed_by_as_written) AS claimed_by
FROM figure
LEFT JOIN actor ON actor.id = figure.claimed_by_id
ORDER BY figure.what, figure.value, figure.unit
