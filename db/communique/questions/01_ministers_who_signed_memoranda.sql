-- Which ministers signed which memoranda of understanding?
--
-- A person signs, in an office, for a party, on a date. Rank is the office's: deputies and
-- speakers are no ministers. A date that is not fully known has a first and a last possible day.
--
-- theme: Signatures and agreements
-- python: signings(level="minister", kind="mou")
-- shell: communique signings --level minister --kind mou
SELECT signer_name, office_title, party_name, agreement_title, signed_earliest, signed_latest
FROM signing
WHERE office_level = 'minister' AND agreement_kind = 'mou'
ORDER BY signed_latest DESC, signer_name
