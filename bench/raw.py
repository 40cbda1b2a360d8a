"""The same questions as a patient person writes them in SQL, for the bare driver.

Written for both databases; the places of values are ``?`` here, and what the driver takes there.
Each answers with the columns that the question's rows have.
"""

from __future__ import annotations

_SIGNING = """
SELECT agreement.slug, agreement.title, agreement.kind, agreement_action.kind,
    agreement_action.date_edtf, agreement_action.date_earliest, agreement_action.date_latest,
    signer.slug, coalesce(signer.name, office.title, signature.described_as), office.slug,
    office.title, office.level, office.portfolio, party.slug, party.name, meeting.slug, place.slug,
    place.country, signature.basis,
    coalesce(agreement_action.date_latest, agreement_action.date_earliest) AS day, signature.id
FROM signature
JOIN agreement_action ON agreement_action.id = signature.action_id
JOIN agreement ON agreement.id = agreement_action.agreement_id
JOIN actor AS party ON party.id = signature.party_id
LEFT JOIN actor AS signer ON signer.id = signature.signer_id
LEFT JOIN office ON office.id = signature.office_id
LEFT JOIN meeting ON meeting.id = agreement_action.meeting_id
LEFT JOIN place ON place.id = agreement_action.place_id
WHERE agreement_action.status = 'done' AND agreement.kind = 'mou'
"""
_NEWEST = "\nORDER BY day DESC, signature.id"

FLAGSHIP = f"{_SIGNING} AND office.level = 'minister' {_NEWEST}"

PAIR_AND_PERIOD = f"""{_SIGNING} AND office.level = 'minister'
AND signature.agreement_id IN (
    SELECT one.agreement_id FROM party AS one
    JOIN party AS other ON other.agreement_id = one.agreement_id
    WHERE one.actor_id = (SELECT id FROM actor WHERE slug = ?)
        AND other.actor_id = (SELECT id FROM actor WHERE slug = ?)
)
AND agreement_action.date_latest >= ? AND agreement_action.date_earliest <= ? {_NEWEST}"""

ONE_MINISTER = f"""{_SIGNING}
AND signature.signer_id = (SELECT id FROM actor WHERE slug = ?) {_NEWEST}"""

WHO_MET_ONE = """
SELECT CASE WHEN me.slug < them.slug THEN me.slug ELSE them.slug END AS a,
    CASE WHEN me.slug < them.slug THEN me.name ELSE them.name END,
    CASE WHEN me.slug < them.slug THEN them.slug ELSE me.slug END AS b,
    CASE WHEN me.slug < them.slug THEN them.name ELSE me.name END,
    met.times, met.first_day, met.last_day
FROM (
    SELECT one.actor_id AS me, other.actor_id AS them, count(*) AS times,
        min(coalesce(meeting.date_earliest, meeting.date_latest)) AS first_day,
        max(coalesce(meeting.date_latest, meeting.date_earliest)) AS last_day
    FROM participation AS one
    JOIN participation AS other
        ON other.meeting_id = one.meeting_id AND other.actor_id <> one.actor_id
    JOIN meeting ON meeting.id = one.meeting_id
    WHERE one.actor_id = (SELECT id FROM actor WHERE slug = ?) AND meeting.status = 'held'
    GROUP BY one.actor_id, other.actor_id
) AS met
JOIN actor AS me ON me.id = met.me
JOIN actor AS them ON them.id = met.them
ORDER BY met.times DESC, a, b
"""

QUOTES_BY = """
SELECT article.slug || '#' || (quote.position + 1), quote.mode, quote.text, speaker.slug,
    speaker.name, quote.speaker_as_written, office.slug, office.title, article.slug, outlet.slug,
    article.published_edtf, article.published_earliest, article.published_latest,
    quote.start_char, quote.end_char, meeting.slug, agency.slug, quote.utterance,
    coalesce(quote.date_edtf, meeting.date_edtf),
    CASE WHEN quote.date_edtf IS NULL THEN meeting.date_earliest ELSE quote.date_earliest END,
    CASE WHEN quote.date_edtf IS NULL THEN meeting.date_latest ELSE quote.date_latest END,
    side.slug,
    coalesce(
        CASE WHEN quote.date_edtf IS NULL THEN meeting.date_latest ELSE quote.date_latest END,
        CASE WHEN quote.date_edtf IS NULL THEN meeting.date_earliest ELSE quote.date_earliest END,
        article.published_latest, article.published_earliest
    ) AS day, quote.id, quote_speaker.position
FROM quote_speaker
JOIN quote ON quote.id = quote_speaker.quote_id
JOIN article ON article.id = quote.article_id
JOIN actor AS speaker ON speaker.id = quote_speaker.actor_id
LEFT JOIN office ON office.id = quote_speaker.office_id
LEFT JOIN actor AS side ON side.id = quote_speaker.on_behalf_of_id
LEFT JOIN actor AS outlet ON outlet.id = article.outlet_id
LEFT JOIN actor AS agency ON agency.id = quote.relayed_by_id
LEFT JOIN meeting ON meeting.id = quote.meeting_id
WHERE speaker.slug = ? {search}
ORDER BY day DESC, quote.id, quote_speaker.position
"""

# The index first gives all that hold the words, as keys of one sorted list; what the person said
# is then looked up in it. A row of ``wording`` that waits for the index is left out.
WITH_WORDS = {
    "sqlite": """AND (SELECT wording.id FROM wording WHERE wording.quote_id = quote.id) IN (
    SELECT rowid FROM wording_fts WHERE wording_fts MATCH 'border security'
)""",
    "postgresql": """AND EXISTS (
    SELECT 1 FROM wording WHERE wording.quote_id = quote.id
    AND array_to_tsvector(string_to_array(wording.folded, ' ')) @@ 'border & security'::tsquery
)""",
}
"""Of two words that a quote holds, by the full-text index of each database."""

_BOTH_MET = """meeting.id IN (
    SELECT meeting_id FROM participation
    WHERE actor_id = (SELECT id FROM actor WHERE slug = ?)
    UNION ALL SELECT meeting_id FROM participation
    WHERE on_behalf_of_id = (SELECT id FROM actor WHERE slug = ?)
)"""
_STEP_OF = """agreement_action.id IN (
    SELECT step.id FROM party
    JOIN agreement_action AS step ON step.agreement_id = party.agreement_id
    WHERE party.actor_id = (SELECT id FROM actor WHERE slug = ?)
    UNION ALL SELECT id FROM agreement_action
    WHERE actor_id = (SELECT id FROM actor WHERE slug = ?)
)"""
_INCIDENT_OF = """incident.id IN (
    SELECT incident_id FROM incident_actor WHERE actor_id = (SELECT id FROM actor WHERE slug = ?)
)"""

PAIR_TIMELINE = f"""
SELECT 'meeting', meeting.slug, meeting.title, meeting.status, meeting.date_edtf,
    meeting.date_earliest, meeting.date_latest, place.slug, place.country, meeting.kind,
    coalesce(meeting.date_latest, meeting.date_earliest) AS day, meeting.id AS id, 0 AS part
FROM meeting LEFT JOIN place ON place.id = meeting.place_id
WHERE {_BOTH_MET} AND {_BOTH_MET}
UNION ALL
SELECT 'agreement', agreement.slug, agreement.title, agreement_action.status,
    agreement_action.date_edtf, agreement_action.date_earliest, agreement_action.date_latest,
    place.slug, place.country, agreement_action.kind,
    coalesce(agreement_action.date_latest, agreement_action.date_earliest), agreement_action.id, 1
FROM agreement_action JOIN agreement ON agreement.id = agreement_action.agreement_id
LEFT JOIN place ON place.id = agreement_action.place_id
WHERE {_STEP_OF} AND {_STEP_OF}
UNION ALL
SELECT 'incident', incident.slug, incident.title, 'reported', incident.date_edtf,
    incident.date_earliest, incident.date_latest, place.slug, place.country, incident.kind,
    coalesce(incident.date_latest, incident.date_earliest), incident.id, 2
FROM incident LEFT JOIN place ON place.id = incident.place_id
WHERE {_INCIDENT_OF} AND {_INCIDENT_OF}
ORDER BY day DESC, id, part
"""

STATUS = """
SELECT agreement.slug, agreement.title, agreement.kind,
    CASE
        WHEN (step.id IS NULL OR step.kind = 'proposed') AND EXISTS (
            SELECT 1 FROM agreement_action AS plan
            WHERE plan.agreement_id = agreement.id AND plan.status = 'planned'
        ) THEN 'planned'
        WHEN step.id IS NULL THEN 'unknown'
        WHEN step.kind = 'withdrawn' THEN 'contested'
        ELSE step.kind
    END,
    step.date_edtf, step.date_earliest, step.date_latest,
    (
        SELECT latest.kind FROM agreement_action AS latest
        WHERE latest.agreement_id = agreement.id AND latest.status = 'done'
            AND coalesce(latest.date_latest, latest.date_earliest) <= ?
        ORDER BY coalesce(latest.date_latest, latest.date_earliest) DESC, latest.position DESC
        LIMIT 1
    ),
    coalesce(step.date_latest, step.date_earliest) AS day, agreement.id
FROM agreement
LEFT JOIN agreement_action AS step ON step.id = (
    SELECT telling.id FROM agreement_action AS telling
    WHERE telling.agreement_id = agreement.id AND telling.status = 'done'
        AND telling.kind NOT IN ('discussed', 'negotiation', 'updated', 'violated')
        AND coalesce(telling.date_latest, telling.date_earliest) <= ?
    ORDER BY CASE WHEN telling.kind = 'proposed' THEN 0 ELSE 1 END DESC,
        coalesce(telling.date_latest, telling.date_earliest) DESC, telling.position DESC
    LIMIT 1
)
WHERE agreement.slug = ?
"""

HOLDERS = """
SELECT actor.slug, actor.name, office.slug, office.title, office.level, office.portfolio,
    owner.slug, tenure.since_edtf, tenure.since_earliest, tenure.since_latest, tenure.until_edtf,
    tenure.until_earliest, tenure.until_latest, tenure.acting,
    CASE WHEN tenure.since_latest <= ? AND (tenure.until_edtf = '..' OR tenure.until_earliest >= ?)
        THEN 'certainly' ELSE 'possibly' END,
    coalesce(tenure.since_latest, tenure.since_earliest) AS day, tenure.id
FROM office
JOIN actor AS owner ON owner.id = office.of_id
JOIN tenure ON tenure.office_id = office.id
JOIN actor ON actor.id = tenure.holder_id
WHERE owner.slug = ? AND office.level = 'minister'
    AND (tenure.since_earliest IS NULL OR tenure.since_earliest <= ?)
    AND (tenure.until_latest IS NULL OR tenure.until_latest >= ?)
ORDER BY day DESC, tenure.id
"""
