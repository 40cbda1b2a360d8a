-- One row per ordered pair in a meeting: both directions, never oneself.
CREATE VIEW encounter AS
SELECT
    meeting.slug AS meeting,
    meeting.title AS meeting_title,
    meeting.kind AS meeting_kind,
    meeting.status AS meeting_status,
    meeting.date_edtf,
    meeting.date_earliest,
    meeting.date_latest,
    place.slug AS place,
    place.country AS country,
    a.slug AS a,
    coalesce(a.name, a_office.title, one.described_as) AS a_name,
    a_office.slug AS a_office,
    coalesce(a_side.slug, CASE WHEN a.kind = 'state' THEN a.slug END) AS a_side,
    b.slug AS b,
    coalesce(b.name, b_office.title, other.described_as) AS b_name,
    b_office.slug AS b_office,
    coalesce(b_side.slug, CASE WHEN b.kind = 'state' THEN b.slug END) AS b_side
FROM participation AS one
JOIN participation AS other ON other.meeting_id = one.meeting_id AND other.id <> one.id
JOIN meeting ON meeting.id = one.meeting_id
LEFT JOIN place ON place.id = meeting.place_id
LEFT JOIN actor AS a ON a.id = one.actor_id
LEFT JOIN office AS a_office ON a_office.id = one.office_id
LEFT JOIN actor AS a_side ON a_side.id = one.on_behalf_of_id
LEFT JOIN actor AS b ON b.id = other.actor_id
LEFT JOIN office AS b_office ON b_office.id = other.office_id
LEFT JOIN actor AS b_side ON b_side.id = other.on_behalf_of_id
