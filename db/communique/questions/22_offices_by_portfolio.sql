-- How many offices and how many persons are there in each portfolio?
--
-- theme: Offices
SELECT coalesce(office.portfolio, 'none') AS portfolio, count(DISTINCT office.id) AS offices,
    count(DISTINCT tenure.holder_id) AS persons
FROM office
LEFT JOIN tenure ON tenure.office_id = office.id
GROUP BY coalesce(office.portfolio, 'none')
ORDER BY offices DESC, portfolio
