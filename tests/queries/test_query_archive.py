"""What the shipped archive answers: the questions that it was made for, on both databases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.orm import Session

from communique import queries as q
from communique.dates import PartialDate
from communique.queries import (
    Action,
    Encounter,
    Engagement,
    Plan,
    Signing,
    Spelling,
    Statement,
    named,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator

WEDNESDAYS = "[2021-10-06,2021-10-13,2021-10-20,2021-10-27]"


@pytest.fixture
def seeds(loaded_url: str) -> Iterator[Session]:
    with q.connect(loaded_url) as session:
        yield session


def test_who_met_two_different_interior_ministers_of_iran_and_when(seeds: Session) -> None:
    rows = named(Encounter, seeds.execute(q.encounters(b_office="interior-minister-of-iran")))
    met: dict[str, dict[str, set[str | None]]] = {}
    for row in rows:
        if row.a is not None and row.b is not None:
            met.setdefault(row.a, {}).setdefault(row.b, set()).add(row.date_edtf)
    assert {who: ministers for who, ministers in met.items() if len(ministers) == 2} == {
        "suleyman-soylu": {
            "abdolreza-rahmani-fazli": {"2018-10-11"},
            "ahmad-vahidi": {WEDNESDAYS},
        }
    }


def test_which_counterparts_met_on_the_sidelines_of_something(seeds: Session) -> None:
    rows = named(Encounter, seeds.execute(q.encounters().where(q.on_sidelines_of())))
    pairs = {(row.a, row.b, row.meeting) for row in rows if (row.a or "") < (row.b or "")}
    assert pairs == {
        ("ali-larijani", "binali-yildirim", "2018-10-09-larijani-yildirim-antalya"),
        (
            "hossein-amir-abdollahian",
            "mevlut-cavusoglu",
            "2021-09-amir-abdollahian-cavusoglu-new-york",
        ),
    }


def test_what_was_agreed_in_december_2017(seeds: Session) -> None:
    asked = q.actions(action="agreed", status="done").where(
        q.certainly_between("2017-12", "2017-12")
    )
    rows = named(Action, seeds.execute(asked))
    assert {row.agreement for row in rows} == {
        "duties-of-the-security-commissions",
        "iran-turkey-security-cooperation-mechanism",
        "joint-working-groups-four-times-a-year",
    }
    proofs = q.evidence_for(seeds, "agreement_action", [row.id for row in rows])
    assert all(proofs.values())


def test_who_was_quoted_through_an_agency(seeds: Session) -> None:
    rows = [row for row in named(Statement, seeds.execute(q.quotes())) if row.relayed_by]
    assert {(row.speaker, row.relayed_by) for row in rows} == {
        ("suleyman-soylu", "anadolu"),
        ("ebrahim-raisi", "president-ir"),
    }
    relayed = named(Statement, seeds.execute(q.quotes(via="Anadolu Agency")))
    assert {row.speaker for row in relayed} == {"suleyman-soylu"}


def test_which_plans_of_15_november_2021_have_no_recorded_outcome(seeds: Session) -> None:
    asked = q.plans(open_on="2021-11-15", reported_on="2021-11-15")
    rows = named(Plan, seeds.execute(asked))
    assert {(row.record, row.step) for row in rows} == {
        ("2021-11-16-cavusoglu-visit-to-lebanon", "visit"),
        ("2021-11-29-nuclear-talks", "negotiation"),
        ("7th-high-level-cooperation-council", "council"),
        ("agreements-for-the-7th-high-council", "signed"),
        ("agreements-on-trafficking-and-illegal-immigration", "signed"),
        ("erdogan-visit-to-tehran", "visit"),
        ("iran-turkey-joint-mechanisms", "implemented"),
        ("iran-turkey-long-term-cooperation-roadmap", "concluded"),
        ("iran-turkey-long-term-cooperation-roadmap", "negotiation"),
        ("iran-turkey-mou-to-be-signed", "signed"),
        ("iran-turkey-roadmap-negotiations", "negotiation"),
        ("jcpoa", "negotiation"),
    }
    assert {row.fulfilled_by for row in rows} == {None}


def test_which_plans_are_overdue(seeds: Session) -> None:
    def overdue(day: str) -> set[str]:
        return {row.record for row in seeds.execute(q.plans(overdue_on=day))}

    assert overdue("2021-11-16") == set()
    assert overdue("2021-11-17") == {"2021-11-16-cavusoglu-visit-to-lebanon"}
    assert overdue("2021-11-30") == {
        "2021-11-16-cavusoglu-visit-to-lebanon", "2021-11-29-nuclear-talks", "jcpoa",
    }  # fmt: skip


def test_in_what_order_a_visitor_s_engagements_of_one_day_took_place(seeds: Session) -> None:
    rows = named(Engagement, seeds.execute(q.engagements("Çavuşoğlu", on="2021-11-15")))
    assert [(row.meeting, row.turn) for row in rows] == [
        ("2021-11-15-amir-abdollahian-cavusoglu-talks", 0),
        ("2021-11-15-amir-abdollahian-cavusoglu-press-conference", 1),
        ("2021-11-15-raisi-cavusoglu", 2),
    ]
    assert [row.after for row in rows] == [None, rows[0].meeting, rows[1].meeting]


def test_how_one_name_is_spelled_in_each_article(seeds: Session) -> None:
    rows = named(Spelling, seeds.execute(q.spellings(actor="Cavusoglu")))
    printed: dict[str, set[str]] = {}
    for row in rows:
        printed.setdefault(row.article, set()).add(row.spelling)
    assert printed["2021-10-tasnim-security-mou"] == {"Mevlut Cavusoglu"}
    assert printed["2021-11-15-raeisi-cavusoglu-roadmap"] == {"Mevlut Cavusoglu", "Cavusoglu"}
    assert printed["2021-11-15-strengthen-cooperation-in-security"] >= {
        "Mevlüt Çavuşoğlu", "Çavuşoğlu",
    }  # fmt: skip
    twice = seeds.execute(q.spellings(actor="Zolfaghari"))
    assert {row.spelling for row in twice} == {"Hossein Zolfaqari", "Zolfaqari", "Zolfaghari"}


def test_which_days_are_possible_for_the_signing_and_why(seeds: Session) -> None:
    rows = named(Signing, seeds.execute(q.signings(level="minister", kind="mou")))
    (written,) = {row.signed_edtf for row in rows}
    assert written == WEDNESDAYS
    signed = PartialDate(written)
    days = [date(2021, 10, day) for day in range(1, 32)]
    possible = [day for day in days if signed.overlaps(PartialDate(day.isoformat())).can_be]
    assert [day.day for day in possible] == [6, 13, 20, 27]
    assert {day.weekday() for day in possible} == {2}
    for proofs in q.evidence_for(seeds, "signature", [row.id for row in rows]).values():
        why = {proof.excerpt: proof.article for proof in proofs if proof.field == "date"}
        assert why["On Wednesday"] == "2021-10-tasnim-security-mou"
        assert any("last month" in (excerpt or "") for excerpt in why)
        assert set(why.values()) == {
            "2021-10-tasnim-security-mou", "2021-11-15-strengthen-cooperation-in-security",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("known_on", "signers"), [("2021-11-13", 0), ("2021-11-14", 2), ("2021-11-16", 2)]
)
def test_the_signing_was_known_when_it_was_published(
    seeds: Session, known_on: str, signers: int
) -> None:
    assert len(seeds.execute(q.signings(kind="mou", known_on=known_on)).all()) == signers
    assert len(seeds.execute(q.meetings(known_on=known_on, actor="vahidi")).all()) == signers
