-- How precisely are meetings dated?
--
-- theme: Evidence and what was known
SELECT status,
    sum(CASE WHEN date_earliest = date_latest THEN 1 ELSE 0 END) AS to_the_day,
    sum(CASE WHEN date_earliest < date_latest THEN 1 ELSE 0 END) AS one_of_several_days,
    sum(CASE WHEN date_earliest IS NULL THEN 1 ELSE 0 END) AS not_after,
    sum(CASE WHEN date_latest IS NULL THEN 1 ELSE 0 END) AS not_before
FROM meeting
GROUP BY status
ORDER BY status
