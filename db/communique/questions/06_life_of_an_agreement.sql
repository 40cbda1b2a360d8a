-- What became of an agreement, step by step, and who took a step alone?
--
-- theme: Signatures and agreements
-- set: agreement = jcpoa
-- python: actions(agreement="jcpoa")
-- shell: communique actions --agreement jcpoa
SELECT step.kind AS action_kind, step.status AS action_status, step.date_edtf,
    actor.slug AS actor, meeting.slug AS meeting
FROM agreement_action AS step
JOIN agreement ON agreement.id = step.agreement_id
LEFT JOIN actor ON actor.id = step.actor_id
LEFT JOIN meeting ON meeting.id = step.meeting_id
WHERE agreement.slug = 'jcpoa'
ORDER BY step.position
