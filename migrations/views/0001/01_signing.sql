-- One row per signature on a step that was done.
CREATE VIEW signing AS
SELECT
    agreement.slug AS agreement,
    agreement.title AS agreement_title,
    agreement.kind AS agreement_kind,
    agreement_action.kind AS action_kind,
    agreement_action.date_edtf AS signed_edtf,
    agreement_action.date_earliest AS signed_earliest,
    agreement_action.date_latest AS signed_latest,
    signer.slug AS signer,
    coalesce(signer.name, office.title, signature.described_as) AS signer_name,
    office.slug AS office,
    office.title AS office_title,
    office.level AS office_level,
    office.portfolio AS office_portfolio,
    party.slug AS party,
    party.name AS party_name,
    meeting.slug AS meeting,
    place.slug AS place,
    place.country AS country,
    signature.basis AS basis
FROM signature
JOIN agreement_action ON agreement_action.id = signature.action_id
JOIN agreement ON agreement.id = agreement_action.agreement_id
JOIN actor AS party ON party.id = signature.party_id
LEFT JOIN actor AS signer ON signer.id = signature.signer_id
LEFT JOIN office ON office.id = signature.office_id
LEFT JOIN meeting ON meeting.id = agreement_action.meeting_id
LEFT JOIN place ON place.id = agreement_action.place_id
WHERE agreement_action.status = 'done'
