-- Who may the holders of an office have been who took part without a name?
--
-- Everybody whose own dates do not exclude the days of the meeting: a candidate, and no finding.
--
-- theme: Meetings
SELECT attendance.meeting, attendance.described_as, office_holding.actor_name AS candidate,
    office_holding.since_edtf, attendance.date_edtf
FROM attendance
LEFT JOIN office_holding ON office_holding.office = attendance.office
    AND (office_holding.since_earliest IS NULL OR attendance.date_latest IS NULL
        OR office_holding.since_earliest <= attendance.date_latest)
    AND (office_holding.until_latest IS NULL OR attendance.date_earliest IS NULL
        OR attendance.date_earliest <= office_holding.until_latest)
WHERE attendance.actor IS NULL AND attendance.office IS NOT NULL
ORDER BY attendance.meeting, attendance.described_as, candidate
