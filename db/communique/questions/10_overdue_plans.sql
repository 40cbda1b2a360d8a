-- Which plans were overdue on a day: their last possible day was over, without an outcome?
--
-- Nothing is overdue whose date has no last day ("in the near future"). Here an outcome counts
-- whenever it came; in Python and on the command line, when it came by the day asked about.
--
-- theme: Plans
-- set: day = 2021-12-31
-- python: plans(overdue_on="2021-12-31")
-- shell: communique plans --overdue-on 2021-12-31
SELECT record_kind, record, step, date_edtf, fulfilled_by
FROM plan
WHERE date_latest < '2021-12-31' AND fulfilled_by IS NULL
ORDER BY date_latest, record
