-- One row per agreement: what its latest telling step has made of it.
-- Steps that only talk about it do not tell; a proposal tells while nothing firmer was
-- done, and a plan made since outranks it; one party's withdrawal makes it contested.
CREATE VIEW agreement_status AS
SELECT
    agreement.slug AS agreement,
    agreement.title,
    agreement.kind,
    CASE
        WHEN (step.id IS NULL OR step.kind = 'proposed') AND EXISTS (
            SELECT 1 FROM agreement_action AS planned
            WHERE planned.agreement_id = agreement.id AND planned.status = 'planned'
        ) THEN 'planned'
        WHEN step.id IS NULL THEN 'unknown'
        WHEN step.kind = 'withdrawn' THEN 'contested'
        ELSE step.kind
    END AS status,
    step.date_edtf AS status_edtf,
    step.date_earliest AS status_earliest,
    step.date_latest AS status_latest,
    (
        SELECT latest.kind FROM agreement_action AS latest
        WHERE latest.agreement_id = agreement.id AND latest.status = 'done'
        ORDER BY coalesce(latest.date_latest, latest.date_earliest) DESC, latest.position DESC
        LIMIT 1
    ) AS last_action
FROM agreement
LEFT JOIN agreement_action AS step ON step.id = (
    SELECT telling.id FROM agreement_action AS telling
    WHERE telling.agreement_id = agreement.id
        AND telling.status = 'done'
        AND telling.kind NOT IN ('discussed', 'negotiation', 'updated', 'violated')
    ORDER BY
        CASE WHEN telling.kind = 'proposed' THEN 0 ELSE 1 END DESC,
        coalesce(telling.date_latest, telling.date_earliest) DESC,
        telling.position DESC
    LIMIT 1
)
