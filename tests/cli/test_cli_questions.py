"""Questions that the archive was made to answer, each as a person would type it."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest

from tests.cli.conftest import Call

WEDNESDAYS = "[2021-10-06,2021-10-13,2021-10-20,2021-10-27]"


@pytest.fixture
def rows(ask: Call) -> Any:
    """The rows that a line answers with, each as the values of some columns."""

    def answered(line: str, *columns: str) -> list[tuple[Any, ...]]:
        program, *words = shlex.split(line)
        assert program == "communique"
        said = ask(*words, "--format", "json")
        assert said.code == 0, said.err
        return [tuple(row[column] for column in columns) for row in said.json]

    return answered


def test_who_met_two_different_interior_ministers_of_iran_and_when(rows: Any) -> None:
    line = "communique encounters --with-office interior-minister-of-iran --kind talks"
    assert rows(line, "a_name", "b_name", "date_edtf") == [
        ("Süleyman Soylu", "Ahmad Vahidi", WEDNESDAYS),
        ("Süleyman Soylu", "Abdolreza Rahmani Fazli", "2018-10-11"),
    ]
    line = (
        'communique sql "SELECT a_name, count(DISTINCT b) AS ministers FROM encounter'
        " WHERE b_office = 'interior-minister-of-iran' GROUP BY a_name"
        ' HAVING count(DISTINCT b) > 1"'
    )
    assert rows(line, "a_name", "ministers") == [("Süleyman Soylu", 2)]


def test_which_counterparts_met_on_the_sidelines_of_something(rows: Any) -> None:
    line = "communique encounters --sidelines"
    assert rows(line, "a_name", "a_office", "b_name", "b_office", "date_edtf") == [
        (
            "Hossein Amir-Abdollahian", "foreign-minister-of-iran",
            "Mevlüt Çavuşoğlu", "foreign-minister-of-turkey", "2021-09",
        ),
        (
            "Ali Larijani", "speaker-of-the-iranian-parliament",
            "Binali Yildirim", "speaker-of-the-grand-national-assembly", "2018-10-09",
        ),
    ]  # fmt: skip


def test_on_the_sidelines_of_what(ask: Call) -> None:
    said = ask("show", "2018-10-09-larijani-yildirim-antalya")
    assert "sidelines of: 2018-10-3rd-eurasian-parliament-speakers-meeting" in said.out


def test_what_was_agreed_in_december_2017(rows: Any) -> None:
    line = "communique actions --action agreed --status done --on 2017-12"
    # "by 19 Dec" is possibly of that month: the article says only that it had been agreed.
    assert rows(line, "agreement_title", "date_edtf") == [
        ("Duties of the security commissions of Iran and Turkey", "2017-12-19"),
        ("Joint security agreement of Iran and Turkey", "[..2017-12-19]"),
        ("Mechanism for cooperation on terrorism, trafficking and smuggling", "2017-12-19"),
        ("Joint working groups to meet four times a year", "2017-12-19"),
    ]


def test_who_was_quoted_through_an_agency(rows: Any, ask: Call) -> None:
    line = "communique quotes --via 'Anadolu Agency'"
    found = rows(line, "speaker_name", "relayed_by", "article")
    assert set(found) == {("Süleyman Soylu", "anadolu", "2021-10-tasnim-security-mou")}
    assert len(found) == 4
    assert re.search(r", via\s.*\sanadolu\s", ask("quotes", "--via", "anadolu").out, re.DOTALL)
    line = (
        'communique sql "SELECT DISTINCT relayed_by, speaker_name FROM statement'
        ' WHERE relayed_by IS NOT NULL ORDER BY relayed_by"'
    )
    assert rows(line, "relayed_by", "speaker_name") == [
        ("anadolu", "Süleyman Soylu"),
        ("president-ir", "Ebrahim Raisi"),
    ]


def test_which_plans_of_15_november_2021_have_no_recorded_outcome(rows: Any) -> None:
    line = "communique plans --reported-on 2021-11-15 --open-on 2022-12-31"
    assert sorted(rows(line, "record", "step", "date_edtf", "fulfilled_by")) == [
        ("2021-11-16-cavusoglu-visit-to-lebanon", "visit", "2021-11-16", None),
        ("2021-11-29-nuclear-talks", "negotiation", "2021-11-29", None),
        ("7th-high-level-cooperation-council", "council", "[2021-11-15..]", None),
        ("agreements-for-the-7th-high-council", "signed", "[2021-11-15..]", None),
        ("agreements-on-trafficking-and-illegal-immigration", "signed", "[2021-11-15..]", None),
        ("erdogan-visit-to-tehran", "visit", "[2021-11-15..]", None),
        ("iran-turkey-joint-mechanisms", "implemented", "[2021-11-15..]", None),
        ("iran-turkey-long-term-cooperation-roadmap", "concluded", "[2021-11-15..]", None),
        ("iran-turkey-long-term-cooperation-roadmap", "negotiation", "[2021-11-15..]", None),
        ("iran-turkey-mou-to-be-signed", "signed", "[2021-11-15..]", None),
        ("iran-turkey-roadmap-negotiations", "negotiation", "[2021-11-15..]", None),
        ("jcpoa", "negotiation", "2021-11-29", None),
    ]


def test_which_of_them_are_overdue_at_the_end_of_the_year(rows: Any) -> None:
    line = "communique plans --reported-on 2021-11-15 --overdue-on 2021-12-31"
    assert set(rows(line, "record")) == {
        ("2021-11-16-cavusoglu-visit-to-lebanon",),
        ("2021-11-29-nuclear-talks",),
        ("jcpoa",),
    }


def test_in_what_order_a_visitors_engagements_of_one_day_took_place(rows: Any) -> None:
    line = "communique engagements cavusoglu --on 2021-11-15"
    assert rows(line, "turn", "meeting_title") == [
        (0, "Foreign ministers' talks in Tehran"),
        (1, "Joint press conference of the foreign ministers in Tehran"),
        (2, "President Raisi receives Çavuşoğlu"),
    ]


def test_how_one_name_is_spelled_in_each_article(ask: Call) -> None:
    told = ask("show", "suleyman-soylu", "--format", "json").json["spellings"]
    assert {row["article"]: set(row["written"]) for row in told} == {
        "2018-10-12-stress-security-cooperation": {"Süleyman Soylu", "Soylu"},
        "2021-10-tasnim-security-mou": {"Suleyman Soylu", "Soylu"},
    }
    page = ask("show", "suleyman-soylu").out
    assert "Spellings by article" in page
    assert "Süleyman Soylu; Soylu" in page


def test_which_days_are_possible_for_the_signing_and_why(ask: Call, rows: Any) -> None:
    line = "communique signings --kind mou"
    assert set(rows(line, "signed_edtf")) == {(WEDNESDAYS,)}
    said = ask("signings", "--kind", "mou", "--evidence")
    page = " ".join(said.out.split())
    for why in (
        "one of 6, 13,",
        "«On Wednesday» — 2021-10-tasnim-security-mou [206:218] (inferred, date, of its meeting,"
        ' note: A Wednesday; which one depends on the other article\'s "last month".)',
        "«the interior ministers of Turkey and Iran last month signed",
    ):
        assert why in page
    for day, count in (("2021-10-13", 2), ("2021-10-14", 0)):
        assert len(rows(f"{line} --on {day}", "signer")) == count
