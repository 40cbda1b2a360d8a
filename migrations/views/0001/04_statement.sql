-- One row per quote and speaker; the speaker is null when none is known.
-- Two arms, because a speaker behind two outer joins would be looked for in every quote.
CREATE VIEW statement AS
SELECT
    article.slug || '#' || (quote.position + 1) AS quote,
    quote.mode,
    quote.text,
    speaker.slug AS speaker,
    speaker.name AS speaker_name,
    quote.speaker_as_written,
    office.slug AS office,
    office.title AS office_title,
    article.slug AS article,
    outlet.slug AS outlet,
    article.published_edtf,
    article.published_earliest,
    article.published_latest,
    quote.start_char,
    quote.end_char,
    meeting.slug AS meeting,
    agency.slug AS relayed_by,
    quote.utterance,
    coalesce(quote.date_edtf, meeting.date_edtf) AS date_edtf,
    CASE WHEN quote.date_edtf IS NULL THEN meeting.date_earliest ELSE quote.date_earliest END
        AS date_earliest,
    CASE WHEN quote.date_edtf IS NULL THEN meeting.date_latest ELSE quote.date_latest END
        AS date_latest,
    side.slug AS on_behalf_of
FROM quote
JOIN article ON article.id = quote.article_id
JOIN quote_speaker ON quote_speaker.quote_id = quote.id
JOIN actor AS speaker ON speaker.id = quote_speaker.actor_id
LEFT JOIN office ON office.id = quote_speaker.office_id
LEFT JOIN actor AS side ON side.id = quote_speaker.on_behalf_of_id
LEFT JOIN actor AS outlet ON outlet.id = article.outlet_id
LEFT JOIN actor AS agency ON agency.id = quote.relayed_by_id
LEFT JOIN meeting ON meeting.id = quote.meeting_id
UNION ALL
SELECT
    article.slug || '#' || (quote.position + 1),
    quote.mode,
    quote.text,
    NULL,
    NULL,
    quote.speaker_as_written,
    NULL,
    NULL,
    article.slug,
    outlet.slug,
    article.published_edtf,
    article.published_earliest,
    article.published_latest,
    quote.start_char,
    quote.end_char,
    meeting.slug,
    agency.slug,
    quote.utterance,
    coalesce(quote.date_edtf, meeting.date_edtf),
    CASE WHEN quote.date_edtf IS NULL THEN meeting.date_earliest ELSE quote.date_earliest END,
    CASE WHEN quote.date_edtf IS NULL THEN meeting.date_latest ELSE quote.date_latest END,
    NULL
FROM quote
JOIN article ON article.id = quote.article_id
LEFT JOIN actor AS outlet ON outlet.id = article.outlet_id
LEFT JOIN actor AS agency ON agency.id = quote.relayed_by_id
LEFT JOIN meeting ON meeting.id = quote.meeting_id
WHERE NOT EXISTS (SELECT 1 FROM quote_speaker WHERE quote_speaker.quote_id = quote.id)
