-- One row per planned meeting and per planned step of an agreement.
CREATE VIEW plan AS
SELECT
    'meeting' AS record_kind,
    meeting.slug AS record,
    meeting.title,
    meeting.date_edtf,
    meeting.date_earliest,
    meeting.date_latest,
    place.slug AS place,
    (
        SELECT outcome.slug FROM meeting AS outcome
        WHERE outcome.fulfils_id = meeting.id
        ORDER BY outcome.id LIMIT 1
    ) AS fulfilled_by,
    meeting.kind AS step
FROM meeting
LEFT JOIN place ON place.id = meeting.place_id
WHERE meeting.status = 'planned'
UNION ALL
SELECT
    'agreement',
    agreement.slug,
    agreement.title,
    step.date_edtf,
    step.date_earliest,
    step.date_latest,
    place.slug,
    (
        SELECT fulfilled.slug
        FROM agreement_action AS outcome
        JOIN agreement AS fulfilled ON fulfilled.id = outcome.agreement_id
        WHERE outcome.fulfils_id = step.id
        ORDER BY outcome.id LIMIT 1
    ),
    step.kind
FROM agreement_action AS step
JOIN agreement ON agreement.id = step.agreement_id
LEFT JOIN place ON place.id = step.place_id
WHERE step.status = 'planned'
