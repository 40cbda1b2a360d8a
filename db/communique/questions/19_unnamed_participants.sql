-- Who took part and is not named in the reports?
--
-- The words of the source are kept; whom they mean is never guessed.
--
-- theme: Meetings
SELECT meeting, described_as, office, on_behalf_of
FROM attendance
WHERE actor IS NULL
ORDER BY meeting, described_as
