"""Dates are as precise as their source, and are compared without pretending to know more."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, composite, mapped_column

from communique.dates import BackwardsDate, PartialDate, Span, parse_range, restore
from communique.errors import DateError

WEDNESDAYS = "[2021-10-06,2021-10-13,2021-10-20,2021-10-27]"


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "phrase"),
    [
        ("2021", "2021-01-01", "2021-12-31", "2021"),
        ("2021-10", "2021-10-01", "2021-10-31", "Oct 2021"),
        ("2024-02", "2024-02-01", "2024-02-29", "Feb 2024"),
        ("2021-11-15", "2021-11-15", "2021-11-15", "15 Nov 2021"),
        ("0001-01-01", "0001-01-01", "0001-01-01", "1 Jan 1"),
        ("9999", "9999-01-01", "9999-12-31", "9999"),
        ("2021-10-20~", "2021-10-20", "2021-10-20", "about 20 Oct 2021"),
        ("2017-10-19?", "2017-10-19", "2017-10-19", "19 Oct 2017 (uncertain)"),
        ("2021%", "2021-01-01", "2021-12-31", "about 2021 (uncertain)"),
        ("2017-10-21/2017-10-23", "2017-10-21", "2017-10-23", "21-23 Oct 2017"),
        ("2017-10-21/2017-11-02", "2017-10-21", "2017-11-02", "21 Oct to 2 Nov 2017"),
        ("2017-10/2018", "2017-10-01", "2018-12-31", "Oct 2017 to 2018"),
        (
            "2017-10-21?/2017-10-23~",
            "2017-10-21",
            "2017-10-23",
            "21 Oct 2017 (uncertain) to about 23 Oct 2017",
        ),
        ("1984/..", "1984-01-01", None, "1984 to now"),
        ("1984-05-01~/..", "1984-05-01", None, "about 1 May 1984 to now"),
        ("../1984", None, "1984-12-31", "until 1984"),
        ("..", None, None, "still"),
        (WEDNESDAYS, "2021-10-06", "2021-10-27", "one of 6, 13, 20, 27 Oct 2021"),
        ("[2021-10-06, 2021-10-13]", "2021-10-06", "2021-10-13", "one of 6, 13 Oct 2021"),
        ("[2017,2015]", "2015-01-01", "2017-12-31", "one of 2017, 2015"),
        (
            "[2021-09-29,2021-10-06,2022-01-05]",
            "2021-09-29",
            "2022-01-05",
            "one of 29 Sep, 6 Oct 2021, 5 Jan 2022",
        ),
        ("[2017?,2018-01~]", "2017-01-01", "2018-01-31", "one of 2017 (uncertain), about Jan 2018"),
        ("[2017-10-21..2017-10-31]", "2017-10-21", "2017-10-31", "some day 21-31 Oct 2017"),
        ("[2017-10..2017-12]", "2017-10-01", "2017-12-31", "some time Oct-Dec 2017"),
        ("[2017..2019]", "2017-01-01", "2019-12-31", "some time 2017-2019"),
        ("[..2017-12-20]", None, "2017-12-20", "by 20 Dec 2017"),
        ("[2021-11-15..]", "2021-11-15", None, "not before 15 Nov 2021"),
        (
            "[2017-01-01,2017-02-01..2017-03-01]",
            "2017-01-01",
            "2017-03-01",
            "1 Jan 2017 or some day 1 Feb to 1 Mar 2017",
        ),
        ("[..2019,2021]", None, "2021-12-31", "by 2019 or 2021"),
        ("[2019,2021..]", "2019-01-01", None, "2019 or not before 2021"),
    ],
)
def test_a_date_keeps_its_text_its_bounds_and_its_phrase(
    edtf: str, earliest: str | None, latest: str | None, phrase: str
) -> None:
    value = PartialDate(edtf)
    assert (value.edtf, str(value)) == (edtf, edtf)
    assert value.earliest == (earliest and day(earliest))
    assert value.latest == (latest and day(latest))
    assert value.describe() == phrase
    assert value.is_open is (earliest is None or latest is None)


@pytest.mark.parametrize(
    ("wrong", "sentence", "cure"),
    [
        ("2024-02-30", '"2024-02-30" is not a calendar date.', "February 2024 has 29 days."),
        ("2023-02-29", '"2023-02-29" is not a calendar date.', "February 2023 has 28 days."),
        ("2023-02-29?", '"2023-02-29" is not a calendar date.', "February 2023 has 28 days."),
        ("2023-02-01/2023-02-29", '"2023-02-29" is not', "February 2023 has 28 days."),
        ("[2023-02-29..2024-02-29]", '"2023-02-29" is not', "February 2023 has 28 days."),
        ("0000-00-00", "not a calendar date", "Years run from 0001 to 9999."),
        ("[0000..2017]", '"0000" is not', "Years run from 0001 to 9999."),
        ("2024-13-01", "not a calendar date", "Months run from 01 to 12."),
        ("2024-00-00", "not a calendar date", 'Write "2024"'),
        ("2024-10-00", "not a calendar date", 'Write "2024-10"'),
        ("2017-21", "season", '"[2017-03..2017-05]"'),
        ("2017-24/2018", "season", '"[2017-12..2018-02]"'),
        ("2017-33", "season", "months"),
        ("201X", "unspecified", '"[2010..2019]"'),
        ("2017-XX-XX", "unspecified", '"2017"'),
        ("156X-12-25", "unspecified", "Write"),
        ("2017-01-01T12:00:00", "time of day", '"2017-01-01"'),
        ("Y170000002", "scientific", "Write"),
        ("2017S2", "scientific", "Write"),
        ("-0100", "before 0001", "Write"),
        ("{2017,2018}", "all apply", '"[2017,2018]"'),
        ("1984/", "leaves an end empty", '"1984/.."'),
        ("/1984", "leaves an end empty", '"../1984"'),
        ("../..", "neither", "Leave"),
        ("[..]", "neither", "Leave"),
        ("", "empty", "Leave"),
        (" \t", "empty", "Leave"),
        ("2017?-10", "qualifies a part", '"2017-10?"'),
        ("2017-10-20?~", "more than one qualifier", '"2017-10-20%"'),
        ("[..2017?]", "qualifier in a range", '"[..2017]"'),
        ("[2021-10-06]", "one of a single date", '"2021-10-06"'),
        (" 2021", "begins or ends with a space", '"2021"'),
        ("2021\n", "begins or ends with a space", '"2021"'),
        ("2017-10-21 / 2017-10-23", "space", '"2017-10-21/2017-10-23"'),
        ("15 Nov 2021", "year first", '"2021-11-15"'),
        ("20December 2017", "year first", '"2017-12-20"'),
        ("2021\u201310\u201320", "year first", '"2021-10-20"'),
        ("\uff12\uff10\uff12\uff11", "digits 0 to 9", "Write"),
        ("last month", "year first", "Write"),
        ("2021/10/20", "not a date", '"2021-10-20"'),
        ("20211020", "not a date", '"2021-10-20"'),
        ("2021-1-5", "not a date", '"2021-01-05"'),
        ("20.10.2021", "not a date", '"2021-10-20"'),
        ("12021-10-10", "not a date", "Write"),
        ("[2017-10..2017-12-05]", "not a date", '"[2017-10-01..2017-12-05]"'),
        ("[2017-12-05..2018-02]", "not a date", '"[2017-12-05..2018-02-28]"'),
        ("[2021," * 200, "1,200 characters", "at most 600"),
    ],
)
def test_what_is_no_date_of_ours_is_refused_with_its_cure(
    wrong: str, sentence: str, cure: str
) -> None:
    with pytest.raises(DateError) as refusal:
        PartialDate(wrong)
    assert sentence in refusal.value.message
    assert cure in (refusal.value.hint or "")
    for offered in re.findall(r'"([^"]+)"', refusal.value.hint or ""):
        PartialDate(offered)


def test_a_day_that_a_month_does_not_have_is_told_the_length_of_the_month() -> None:
    with pytest.raises(ValueError, match="calendar date") as refusal:
        PartialDate("2024-02-30")
    assert str(refusal.value) == (
        '"2024-02-30" is not a calendar date. Hint: February 2024 has 29 days.'
    )


@pytest.mark.parametrize(
    "edtf", ["2017-10-23/2017-10-21", "[2018..2017]", "[2015,2018-02..2018-01]"]
)
def test_a_date_that_ends_before_it_starts_names_both_values(edtf: str) -> None:
    first, last = re.findall(r"\d{4}(?:-\d\d)*", edtf)[-2:]
    with pytest.raises(BackwardsDate, match=f"{last} comes before {first}"):
        PartialDate(edtf)


def test_a_refusal_shows_no_control_characters_and_stays_short() -> None:
    with pytest.raises(DateError) as refusal:
        PartialDate("\x1b[31m\u202e\ud800" + "x" * 200)
    assert refusal.value.message.startswith('"\\x1b[31m\\u202e\\ud800xxx')
    assert len(refusal.value.message) < 200


def test_dates_are_values() -> None:
    one, same, other = PartialDate("2021"), PartialDate("2021"), PartialDate("[2021,2022]")
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one == PartialDate.restored("2021", None, None)
    assert repr(one) == "PartialDate(edtf='2021')"
    for twin in (pickle.loads(pickle.dumps(other)), copy.deepcopy(other)):
        assert (twin, twin.earliest, twin.latest) == (other, other.earliest, other.latest)
    with pytest.raises(AttributeError):
        one.edtf = "2022"  # type: ignore[misc]


def test_a_date_read_back_is_not_parsed() -> None:
    assert restore(None, None, None) is None
    odd = restore("not EDTF", day("2021-10-06"), None)
    assert odd is not None
    assert odd.__composite_values__() == ("not EDTF", day("2021-10-06"), None)


def test_plain_dates_do_not_import_the_library() -> None:
    code = (
        "import sys; from communique.dates import PartialDate, held; d = PartialDate('2021-10-20');"
        "held(PartialDate('2019'), PartialDate('..'), d); d.describe();"
        "assert not {'edtf', 'pyparsing'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_one_of_four_wednesdays_is_never_a_thursday() -> None:
    value = PartialDate(WEDNESDAYS)
    assert [d for d in range(1, 32) if value.possible_on(date(2021, 10, d))] == [6, 13, 20, 27]
    assert value.spans == tuple(Span(date(2021, 10, d), date(2021, 10, d)) for d in (6, 13, 20, 27))
    assert not value.lasts
    assert value.possible_on(datetime(2021, 10, 6, 23, 59, tzinfo=UTC))


def test_days_on_end_are_one_span() -> None:
    assert PartialDate("[2021-10-07,2021-10-06,2021-10..2021-11]").spans == (
        Span(day("2021-10-01"), day("2021-11-30")),
    )
    assert PartialDate("[..2017,2018,9999-12-31..]").spans == (
        Span(None, day("2018-12-31")),
        Span(day("9999-12-31"), None),
    )


def test_facts_about_a_date() -> None:
    assert PartialDate("2021-10-20").is_exact_day
    assert PartialDate("[2021-10-20,2021-10-20]").is_exact_day
    assert not PartialDate("2021-10-20?").is_exact_day
    assert not PartialDate("2021-10").is_exact_day
    assert PartialDate("2021-10-20%").is_qualified
    assert PartialDate("2017-10-21/2017-10-23").lasts
    assert PartialDate("..").is_still_open
    assert not PartialDate("1984/..").is_still_open
    assert PartialDate.on(datetime(2021, 10, 20, 12, tzinfo=UTC)) == PartialDate("2021-10-20")


def test_a_question_takes_text_days_and_dates() -> None:
    assert parse_range(" 2021 ").latest == day("2021-12-31")
    assert parse_range(day("0800-01-02")) == PartialDate("0800-01-02")
    assert parse_range(PartialDate(WEDNESDAYS)) == PartialDate(WEDNESDAYS)
    with pytest.raises(DateError):
        parse_range("yesterday")


class Base(DeclarativeBase):
    """Tables of this test only."""


class Letter(Base):
    """A record with one date in three columns."""

    __tablename__ = "letter"
    id: Mapped[int] = mapped_column(primary_key=True)
    sent_edtf: Mapped[str | None] = mapped_column(String)
    sent_earliest: Mapped[date | None]
    sent_latest: Mapped[date | None]
    sent: Mapped[PartialDate | None] = composite(
        restore, "sent_edtf", "sent_earliest", "sent_latest"
    )


def test_a_date_travels_through_three_columns() -> None:
    engine: Engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Letter(sent=PartialDate(WEDNESDAYS)), Letter(sent=None), Letter()])
        session.commit()
        first, second, third = session.scalars(select(Letter).order_by(Letter.id))
        assert first.sent == PartialDate(WEDNESDAYS)
        assert first.sent_latest == day("2021-10-27")
        assert second.sent is third.sent is None
        second.sent = PartialDate("..")
        session.commit()
        found = session.scalar(select(Letter.id).where(Letter.sent == PartialDate("..")))
    assert found == 2
