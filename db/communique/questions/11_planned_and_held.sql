-- How many meetings of each kind were held, and how many only planned, proposed or put off?
--
-- theme: Plans
SELECT kind,
    sum(CASE WHEN status = 'held' THEN 1 ELSE 0 END) AS held,
    sum(CASE WHEN status = 'planned' THEN 1 ELSE 0 END) AS planned,
    sum(CASE WHEN status IN ('proposed', 'postponed', 'cancelled') THEN 1 ELSE 0 END) AS neither
FROM meeting
GROUP BY kind
ORDER BY held DESC, kind
