-- What was planned in the reports of a day, and has no recorded outcome?
--
-- A plan is fulfilled by a later record that says so. A report that is not dated to the day
-- counts where it may be of that day.
--
-- theme: Plans
-- set: day = 2021-11-15
-- python: plans(reported_on="2021-11-15", open_on="2030-12-31")
-- shell: communique plans --reported-on 2021-11-15 --open-on 2030-12-31
SELECT plan.record_kind, plan.record, plan.step, plan.date_edtf
FROM plan
WHERE plan.fulfilled_by IS NULL
    AND EXISTS (
        SELECT 1
        FROM evidence
        JOIN article ON article.id = evidence.article_id
        LEFT JOIN meeting ON meeting.id = evidence.meeting_id
        LEFT JOIN agreement_action AS step ON step.id = evidence.agreement_action_id
        LEFT JOIN agreement ON agreement.id = step.agreement_id
        WHERE article.published_edtf IS NOT NULL
            AND (article.published_earliest IS NULL OR article.published_earliest <= '2021-11-15')
            AND (article.published_latest IS NULL OR '2021-11-15' <= article.published_latest)
            AND ((plan.record_kind = 'meeting' AND meeting.slug = plan.record)
                OR (plan.record_kind = 'agreement' AND agreement.slug = plan.record
                    AND step.status = 'planned' AND step.kind = plan.step))
    )
ORDER BY plan.record, plan.step
