-- One row per participation.
CREATE VIEW attendance AS
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
    actor.slug AS actor,
    coalesce(actor.name, office.title, participation.described_as) AS actor_name,
    participation.described_as,
    office.slug AS office,
    office.title AS office_title,
    office.level AS office_level,
    side.slug AS on_behalf_of,
    participation.role,
    participation.basis
FROM participation
JOIN meeting ON meeting.id = participation.meeting_id
LEFT JOIN place ON place.id = meeting.place_id
LEFT JOIN actor ON actor.id = participation.actor_id
LEFT JOIN office ON office.id = participation.office_id
LEFT JOIN actor AS side ON side.id = participation.on_behalf_of_id
