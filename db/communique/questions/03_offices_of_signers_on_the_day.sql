-- Did each signer hold the office on the day of the signature?
--
-- `certainly` when no day that both dates allow is outside the tenure. A tenure known by one
-- report alone begins at the latest and ends at the earliest on the day of that report.
--
-- theme: Signatures and agreements
SELECT signing.signer_name, signing.office_title, signing.signed_edtf,
    CASE
        WHEN office_holding.since_latest <= signing.signed_earliest
            AND signing.signed_latest <= office_holding.until_earliest THEN 'certainly'
        ELSE 'possibly'
    END AS in_office
FROM signing
JOIN office_holding
    ON office_holding.actor = signing.signer AND office_holding.office = signing.office
WHERE (office_holding.since_earliest IS NULL
        OR office_holding.since_earliest <= signing.signed_latest)
    AND (office_holding.until_latest IS NULL
        OR signing.signed_earliest <= office_holding.until_latest)
ORDER BY signing.signer_name
