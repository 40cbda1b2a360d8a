-- What was possibly agreed in a month, and what certainly?
--
-- A condition on dates that are not fully known asks two questions. Possibly: some day that the
-- date allows is in the month. Certainly: every day is.
--
-- theme: Signatures and agreements
-- set: first = 2017-12-01
-- set: last = 2017-12-31
-- python: actions(action="agreed", status="done", on="2017-12")
-- shell: communique actions --action agreed --status done --on 2017-12
SELECT agreement.title AS agreement_title, step.date_edtf,
    step.date_earliest, step.date_latest
FROM agreement_action AS step
JOIN agreement ON agreement.id = step.agreement_id
WHERE step.kind = 'agreed' AND step.status = 'done'
    AND (step.date_latest IS NULL OR '2017-12-01' <= step.date_latest)
    AND (step.date_earliest IS NULL OR step.date_earliest <= '2017-12-31')
ORDER BY coalesce(step.date_latest, step.date_earliest) DESC, agreement.slug
