-- What is reported of a country and of every place in it, however deep?
--
-- theme: Places, events, figures
-- set: place = afghanistan-country
-- python: incidents(place="afghanistan-country")
-- shell: communique incidents --place afghanistan-country
WITH RECURSIVE within (id) AS (
    SELECT id FROM place WHERE slug = 'afghanistan-country'
    UNION
    SELECT place.id FROM place JOIN within ON place.inside_id = within.id
)
SELECT incident.slug AS incident, incident.kind AS incident_kind, incident.date_edtf,
    place.slug AS place
FROM incident
JOIN place ON place.id = incident.place_id
WHERE place.id IN (SELECT id FROM within)
ORDER BY incident.slug
