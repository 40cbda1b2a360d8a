-- Who held an office on a day, and how surely?
--
-- An empty bound means no limit: the comparison must say so, because NULL is neither true nor
-- false. `..` as the end of a tenure means still held. Whose dates only allow it did not hold it
-- where one does at a time, and somebody else certainly did, from the day before to the day after.
--
-- theme: Offices
-- set: office = interior-minister-of-turkey
-- set: day = 2021-10-20
-- python: holders(office="interior-minister-of-turkey", on="2021-10-20")
-- shell: communique holders --office interior-minister-of-turkey --on 2021-10-20
WITH held AS (
    SELECT actor, actor_name, since_edtf, until_edtf,
        CASE
            WHEN since_latest <= '2021-10-20'
                AND (until_edtf = '..' OR '2021-10-20' <= until_earliest) THEN 'certainly'
            ELSE 'possibly'
        END AS certainty
    FROM office_holding
    WHERE office = 'interior-minister-of-turkey'
        AND (since_earliest IS NULL OR since_earliest <= '2021-10-20')
        AND (until_latest IS NULL OR '2021-10-20' <= until_latest)
)
SELECT actor_name, since_edtf, until_edtf, certainty
FROM held
WHERE certainty = 'certainly' OR NOT EXISTS (
    SELECT 1
    FROM office_holding AS another
    JOIN office ON office.slug = another.office AND office.single_holder = 1
    WHERE another.office = 'interior-minister-of-turkey' AND another.actor <> held.actor
        AND another.since_latest < '2021-10-20'
        AND (another.until_edtf = '..' OR '2021-10-20' < another.until_earliest)
)
ORDER BY actor_name
