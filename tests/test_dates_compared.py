"""Comparisons say certainly, possibly or impossible, and never more than the dates allow."""

from __future__ import annotations

import pytest

from communique.dates import Certainty, PartialDate, held

WEDNESDAYS = "[2021-10-06,2021-10-13,2021-10-20,2021-10-27]"
CERTAINLY, POSSIBLY, IMPOSSIBLE = Certainty


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2021-10-19", "2021-10-20", CERTAINLY),
        ("2021-10-20", "2021-10-20", IMPOSSIBLE),
        ("2021-10-21", "2021-10-20", IMPOSSIBLE),
        ("2021-10", "2021-10-20", POSSIBLY),
        ("2021-10", "2021-10-01", IMPOSSIBLE),
        ("2021-10", "2021-11", CERTAINLY),
        (WEDNESDAYS, "2021-10-28", CERTAINLY),
        (WEDNESDAYS, "2021-10-07", POSSIBLY),
        (WEDNESDAYS, "2021-10-06", IMPOSSIBLE),
        ("[..2017-12-20]", "2017-12-21", CERTAINLY),
        ("[..2017-12-20]", "2017-12-20", POSSIBLY),
        ("[2021-11-15..]", "2021-11-15", IMPOSSIBLE),
        ("[2021-11-15..]", "2030", POSSIBLY),
        ("2017-10-21/2017-10-23", "2017-10-24", CERTAINLY),
        ("2017-10-21/2017-10-23", "2017-10-23", IMPOSSIBLE),
        ("2017-10/2017-12", "2017-12-15", POSSIBLY),
        ("2017-10/2017-12", "2017-12-01", IMPOSSIBLE),
        ("1984/..", "2050", IMPOSSIBLE),
        ("1984", "1985/..", CERTAINLY),
        ("..", "2021", POSSIBLY),
    ],
)
def test_before_and_after_say_how_sure_they_are(one: str, other: str, answer: Certainty) -> None:
    assert PartialDate(one).before(PartialDate(other)) is answer
    assert PartialDate(other).after(PartialDate(one)) is answer
    assert answer.can_be is (answer != "impossible")


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2021-10-20", "2021-10-20", CERTAINLY),
        ("2021-10-20", "2021-10-21", IMPOSSIBLE),
        ("2021-10", "2021-10", POSSIBLY),
        (WEDNESDAYS, "2021-10-20", POSSIBLY),
        (WEDNESDAYS, "2021-10-21", IMPOSSIBLE),
        (WEDNESDAYS, "[2021-10-07,2021-10-14]", IMPOSSIBLE),
        (WEDNESDAYS, "2021-10-01/2021-10-31", CERTAINLY),
        ("2017-10-22", "2017-10-21/2017-10-23", CERTAINLY),
        ("2017-10/2017-12", "2017-11-05", CERTAINLY),
        ("2017-10/2017-12", "2017-10-05", POSSIBLY),
        ("2017-10-21/2017-10-23", "2017-10-23/2017-10-25", CERTAINLY),
        ("2017-10-21/2017-10-23", "2017-10-24/2017-10-25", IMPOSSIBLE),
        ("1984/..", "2050", CERTAINLY),
        ("../1984", "1900", CERTAINLY),
    ],
)
def test_two_dates_overlap_both_ways_alike(one: str, other: str, answer: Certainty) -> None:
    assert PartialDate(one).overlaps(PartialDate(other)) is answer
    assert PartialDate(other).overlaps(PartialDate(one)) is answer


@pytest.mark.parametrize(
    ("one", "period", "answer"),
    [
        ("2021-10-20", "2021", CERTAINLY),
        (WEDNESDAYS, "2021-10", CERTAINLY),
        ("2021", "2021-10", POSSIBLY),
        ("2022", "2021", IMPOSSIBLE),
        ("[2021-12-31,2022-01-01]", "2021", POSSIBLY),
        ("2021-12-31/2022-01-01", "2021", IMPOSSIBLE),
        ("2017-12/2018-01", "2017-12-15/2018-01-15", POSSIBLY),
        ("[2021-11-15..]", "2021", POSSIBLY),
        ("[2021-11-15..]", "[2021..]", CERTAINLY),
        ("1984/..", "1984", IMPOSSIBLE),
    ],
)
def test_a_period_is_all_its_days(one: str, period: str, answer: Certainty) -> None:
    assert PartialDate(one).within(PartialDate(period)) is answer


@pytest.mark.parametrize(
    ("since", "until", "on", "answer"),
    [
        ("2021-08-25", "..", "2021-10-20", CERTAINLY),
        ("2021-08-25", "..", "[2021-11-15..]", CERTAINLY),
        ("2021-08-25", None, "2021-10-20", POSSIBLY),
        (None, "2022", "2021-10-20", POSSIBLY),
        (None, None, "2021-10-20", POSSIBLY),
        ("2021-08-25", "2022-01-31", "2022-01-31", CERTAINLY),
        ("2021-08-25", "2022-01-31", "2022-02-01", IMPOSSIBLE),
        ("2021-08-25", "2022", "2022-06-01", POSSIBLY),
        ("2021-08-25", "..", "2021-08-24", IMPOSSIBLE),
        ("2021", "..", "2021-06-01", POSSIBLY),
        ("2021", "..", "2021", POSSIBLY),
        ("2020", "..", "2021", CERTAINLY),
        ("[..2017-12-20]", "[2017-12-20..]", "2017-12-20", CERTAINLY),
        ("[..2017-12-20]", "[2017-12-20..]", "2018-12-20", POSSIBLY),
        ("2021-10-01", "2021-10-31", WEDNESDAYS, CERTAINLY),
        ("2021-10-14", "..", WEDNESDAYS, POSSIBLY),
        ("2021-10-07", "2021-10-12", WEDNESDAYS, IMPOSSIBLE),
        ("2021-10-07", "2021-10-12", "2021-10-06/2021-10-27", POSSIBLY),
        ("2019", None, "[..2018]", IMPOSSIBLE),
        (None, "2019", "[..2018]", POSSIBLY),
    ],
)
def test_an_office_is_held_certainly_possibly_or_not_at_all(
    since: str | None, until: str | None, on: str, answer: Certainty
) -> None:
    begin, end = since and PartialDate(since), until and PartialDate(until)
    assert held(begin or None, end or None, PartialDate(on)) is answer
