-- One row per tenure.
CREATE VIEW office_holding AS
SELECT
    actor.slug AS actor,
    actor.name AS actor_name,
    office.slug AS office,
    office.title AS office_title,
    office.level AS office_level,
    office.portfolio AS office_portfolio,
    owner.slug AS of_actor,
    tenure.since_edtf,
    tenure.since_earliest,
    tenure.since_latest,
    tenure.until_edtf,
    tenure.until_earliest,
    tenure.until_latest,
    tenure.acting
FROM tenure
JOIN actor ON actor.id = tenure.holder_id
JOIN office ON office.id = tenure.office_id
LEFT JOIN actor AS owner ON owner.id = office.of_id
