"""Whatever is written: a date or a refusal, and never an answer that the days contradict."""

from __future__ import annotations

from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO

from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.dates import Certainty, PartialDate, held
from communique.errors import DateError

FIRST = date(2020, 2, 25)
SLOW = settings(deadline=3000)  # the library takes up to half a second for the longest text

days = st.integers(0, 12).map(lambda n: FIRST + timedelta(n))


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, list[tuple[date, date]]]:
    """A date text with what it can mean: each first and last day of it."""
    form = draw(st.sampled_from(["day", "lasted", "one of", "some day"]))
    first, last = sorted((draw(days), draw(days)))
    between = [first + timedelta(n) for n in range((last - first).days + 1)]
    match form:
        case "day":
            return f"{first}", [(first, first)]
        case "lasted":
            return f"{first}/{last}", [(first, last)]
        case "some day":
            return f"[{first}..{last}]", [(each, each) for each in between]
    several = draw(st.lists(days, min_size=2, max_size=4))
    return f"[{','.join(map(str, several))}]", [(each, each) for each in several]


def judged(answers: list[bool]) -> Certainty:
    return Certainty.when(certain=all(answers), possible=any(answers))


pieces = st.sampled_from(
    [
        *("2021", "2021-10", "2020-02-29", "2023-02-29", "0", "-", "X", "T", "[2021,"),
        *(",", ", ", "..", "[", "]", "{", "}", "/", "?", "~", "%"),
    ]
)


@SLOW
@example("../0")
@example("../")
@given(st.text(max_size=60) | st.lists(pieces, max_size=12).map("".join))
def test_any_text_is_a_date_or_a_refusal(text: str) -> None:
    with redirect_stdout(StringIO()) as printed:
        try:
            value = PartialDate(text)
            kept, told = value.edtf, value.describe()
        except DateError as refusal:
            kept, told = text, refusal.hint or ""
    assert kept == text
    assert told
    assert printed.getvalue() == ""  # the library prints what it chokes on


@SLOW
@given(dates())
def test_a_date_can_be_on_its_days_and_on_no_other(
    drawn: tuple[str, list[tuple[date, date]]],
) -> None:
    text, meanings = drawn
    value = PartialDate(text)
    assert value.earliest == min(first for first, _ in meanings)
    assert value.latest == max(last for _, last in meanings)
    for n in range(-1, 14):
        day = FIRST + timedelta(n)
        assert value.possible_on(day) is any(first <= day <= last for first, last in meanings)


@SLOW
@given(dates(), dates())
def test_comparisons_agree_with_trying_every_day(
    one: tuple[str, list[tuple[date, date]]], other: tuple[str, list[tuple[date, date]]]
) -> None:
    a, b = PartialDate(one[0]), PartialDate(other[0])
    pairs = [(x, y) for x in one[1] for y in other[1]]
    assert a.before(b) is judged([x[1] < y[0] for x, y in pairs])
    assert a.after(b) is judged([x[0] > y[1] for x, y in pairs])
    assert a.overlaps(b) is judged([x[0] <= y[1] and y[0] <= x[1] for x, y in pairs])


@SLOW
@given(days, days, dates())
def test_an_office_of_known_days_agrees_with_trying_every_day(
    one: date, two: date, drawn: tuple[str, list[tuple[date, date]]]
) -> None:
    since, until = sorted((one, two))
    text, meanings = drawn
    answer = held(PartialDate.on(since), PartialDate.on(until), PartialDate(text))
    whole = [since <= first and last <= until for first, last in meanings]
    assert (answer is Certainty.CERTAINLY) is all(whole)
    assert answer.can_be is any(first <= until and since <= last for first, last in meanings)
