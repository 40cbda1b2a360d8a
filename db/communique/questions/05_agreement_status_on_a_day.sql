-- Which agreements had been signed, concluded or agreed by the end of a day?
--
-- The rule of the view `agreement_status`, for steps whose last possible day had come by then.
--
-- theme: Signatures and agreements
-- set: day = 2018-10-10
-- python: agreements(status=["signed", "concluded", "agreed"], on="2018-10-10")
-- shell: communique agreements --status signed --status concluded --status agreed --on 2018-10-10
SELECT agreement.slug AS agreement, agreement.title, step.kind AS status,
    step.date_edtf AS status_edtf
FROM agreement
JOIN agreement_action AS step ON step.id = (
    SELECT telling.id
    FROM agreement_action AS telling
    WHERE telling.agreement_id = agreement.id AND telling.status = 'done'
        AND telling.kind NOT IN ('discussed', 'negotiation', 'updated', 'violated')
        AND coalesce(telling.date_latest, telling.date_earliest) <= '2018-10-10'
    ORDER BY CASE WHEN telling.kind = 'proposed' THEN 0 ELSE 1 END DESC,
        coalesce(telling.date_latest, telling.date_earliest) DESC, telling.position DESC
    LIMIT 1
)
WHERE step.kind IN ('signed', 'concluded', 'agreed')
ORDER BY agreement.slug
