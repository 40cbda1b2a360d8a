-- Which agreements bind both of two parties, and what for?
--
-- theme: Signatures and agreements
-- set: party = iran
-- set: other = turkey
-- python: agreements(party="iran").where(side("turkey"))
SELECT status.agreement, status.title, status.kind, status.status
FROM agreement_status AS status
JOIN agreement ON agreement.slug = status.agreement
WHERE agreement.id IN (
        SELECT party.agreement_id FROM party
        JOIN actor ON actor.id = party.actor_id WHERE actor.slug = 'iran'
    )
    AND agreement.id IN (
        SELECT party.agreement_id FROM party
        JOIN actor ON actor.id = party.actor_id WHERE actor.slug = 'turkey'
    )
ORDER BY status.agreement
