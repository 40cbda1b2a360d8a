-- One row per proof: what it proves, and the words it rests on (none for outside knowledge).
CREATE VIEW citation AS
SELECT
    article.slug AS article,
    'article' AS fact,
    'article' AS record_kind,
    record.slug AS record,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN article AS record ON record.id = evidence.about_article_id
WHERE evidence.about_article_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'name',
    CASE WHEN name.actor_id IS NOT NULL THEN 'actor' WHEN name.office_id IS NOT NULL THEN 'office'
        WHEN name.agreement_id IS NOT NULL THEN 'agreement' ELSE 'place' END,
    coalesce(actor.slug, office.slug, agreement.slug, place.slug),
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN name ON name.id = evidence.name_id
LEFT JOIN actor ON actor.id = name.actor_id
LEFT JOIN office ON office.id = name.office_id
LEFT JOIN agreement ON agreement.id = name.agreement_id
LEFT JOIN place ON place.id = name.place_id
WHERE evidence.name_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'tenure',
    'actor',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN tenure ON tenure.id = evidence.tenure_id
JOIN actor AS record ON record.id = tenure.holder_id
WHERE evidence.tenure_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'meeting',
    'meeting',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN meeting AS record ON record.id = evidence.meeting_id
WHERE evidence.meeting_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'participation',
    'meeting',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN participation ON participation.id = evidence.participation_id
JOIN meeting AS record ON record.id = participation.meeting_id
WHERE evidence.participation_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'agreement',
    'agreement',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN agreement AS record ON record.id = evidence.agreement_id
WHERE evidence.agreement_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'party',
    'agreement',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN party ON party.id = evidence.party_id
JOIN agreement AS record ON record.id = party.agreement_id
WHERE evidence.party_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'agreement_action',
    'agreement',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN agreement_action ON agreement_action.id = evidence.agreement_action_id
JOIN agreement AS record ON record.id = agreement_action.agreement_id
WHERE evidence.agreement_action_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'signature',
    'agreement',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN signature ON signature.id = evidence.signature_id
JOIN agreement AS record ON record.id = signature.agreement_id
WHERE evidence.signature_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'agreement_link',
    'agreement',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN agreement_link ON agreement_link.id = evidence.agreement_link_id
JOIN agreement AS record ON record.id = agreement_link.from_agreement_id
WHERE evidence.agreement_link_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'quote',
    'quote',
    record.slug || '#' || (quote.position + 1),
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN quote ON quote.id = evidence.quote_id
JOIN article AS record ON record.id = quote.article_id
WHERE evidence.quote_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'incident',
    'incident',
    record.slug,
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN incident AS record ON record.id = evidence.incident_id
WHERE evidence.incident_id IS NOT NULL
UNION ALL
SELECT
    article.slug,
    'figure',
    CASE WHEN figure.incident_id IS NOT NULL THEN 'incident' WHEN figure.agreement_id IS NOT NULL THEN 'agreement'
        WHEN figure.meeting_id IS NOT NULL THEN 'meeting' ELSE 'quote' END,
    coalesce(incident.slug, agreement.slug, meeting.slug, home.slug || '#' || (quote.position + 1)),
    evidence.field,
    evidence.basis,
    evidence.excerpt,
    evidence.start_char,
    evidence.end_char,
    evidence.note
FROM evidence
LEFT JOIN article ON article.id = evidence.article_id
JOIN figure ON figure.id = evidence.figure_id
LEFT JOIN incident ON incident.id = figure.incident_id
LEFT JOIN agreement ON agreement.id = figure.agreement_id
LEFT JOIN meeting ON meeting.id = figure.meeting_id
LEFT JOIN quote ON quote.id = figure.quote_id
LEFT JOIN article AS home ON home.id = quote.article_id
WHERE evidence.figure_id IS NOT NULL
