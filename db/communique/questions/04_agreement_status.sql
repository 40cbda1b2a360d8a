-- What is the status of each agreement, as far as reported?
--
-- The latest step that was done decides; talk about an agreement does not change it. Where
-- nothing firmer than a proposal was done and a step is planned, it is planned; where one side
-- withdrew, it is contested.
--
-- theme: Signatures and agreements
-- python: agreements()
-- shell: communique agreements
SELECT agreement, status, status_edtf, last_action
FROM agreement_status
ORDER BY status, agreement
