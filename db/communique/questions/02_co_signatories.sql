-- Who signed together with whom, and how often?
--
-- Each pair stands once: the slug that comes first in the alphabet is `a`.
--
-- theme: Signatures and agreements
-- python: co_signatories()
-- shell: communique co-signatories
SELECT one.signer AS a, one.signer_name AS a_name, other.signer AS b, other.signer_name AS b_name,
    count(DISTINCT one.agreement) AS times,
    min(one.signed_earliest) AS first_day, max(one.signed_latest) AS last_day
FROM signing AS one
JOIN signing AS other ON other.agreement = one.agreement AND other.action_kind = one.action_kind
    AND other.signed_edtf = one.signed_edtf AND other.signer > one.signer
GROUP BY one.signer, one.signer_name, other.signer, other.signer_name
ORDER BY times DESC, a, b
