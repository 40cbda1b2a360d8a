-- One row per meeting, step of an agreement, and incident.
CREATE VIEW timeline AS
SELECT
    'meeting' AS record_kind,
    meeting.slug AS record,
    meeting.title,
    meeting.status,
    meeting.date_edtf,
    meeting.date_earliest,
    meeting.date_latest,
    place.slug AS place,
    place.country,
    meeting.kind AS step
FROM meeting
LEFT JOIN place ON place.id = meeting.place_id
UNION ALL
SELECT
    'agreement',
    agreement.slug,
    agreement.title,
    step.status,
    step.date_edtf,
    step.date_earliest,
    step.date_latest,
    place.slug,
    place.country,
    step.kind
FROM agreement_action AS step
JOIN agreement ON agreement.id = step.agreement_id
LEFT JOIN place ON place.id = step.place_id
UNION ALL
SELECT
    'incident',
    incident.slug,
    incident.title,
    'reported',
    incident.date_edtf,
    incident.date_earliest,
    incident.date_latest,
    place.slug,
    place.country,
    incident.kind
FROM incident
LEFT JOIN place ON place.id = incident.place_id
