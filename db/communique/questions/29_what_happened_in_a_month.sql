-- What possibly happened in a month: meetings and steps of agreements?
--
-- Every date that allows a day in the month counts. Incidents are left out: what no report
-- dates is possible in any month.
--
-- theme: Places, events, figures
-- set: first = 2021-10-01
-- set: last = 2021-10-31
-- python: timeline(kind=["meeting", "agreement"], on="2021-10")
-- shell: communique timeline --kind meeting --kind agreement --on 2021-10
SELECT record_kind, record, step, status, date_edtf
FROM timeline
WHERE record_kind IN ('meeting', 'agreement')
    AND (date_latest IS NULL OR '2021-10-01' <= date_latest)
    AND (date_earliest IS NULL OR date_earliest <= '2021-10-31')
ORDER BY coalesce(date_latest, date_earliest) DESC, record_kind, record, step
