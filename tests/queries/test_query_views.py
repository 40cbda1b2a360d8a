"""Starters say what the views say: the same rows under the same names, in typed tuples."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from sqlalchemy import Select, text
from sqlalchemy.orm import Session

from communique.queries import (
    Attendance,
    Citation,
    Coverage,
    Encounter,
    Event,
    Gathering,
    Holding,
    Plan,
    Signing,
    Standing,
    Statement,
    agreements,
    attendances,
    citations,
    coverage,
    encounters,
    holders,
    meetings,
    named,
    plans,
    quotes,
    signings,
    timeline,
)

MEETINGS = """
    SELECT record AS meeting, title AS meeting_title, step AS meeting_kind,
        status AS meeting_status, date_edtf, date_earliest, date_latest, place
    FROM timeline WHERE record_kind = 'meeting'
"""
STARTERS: list[tuple[Select[*tuple[Any, ...]], type[Any], str]] = [
    (signings(), Signing, "SELECT * FROM signing"),
    (quotes(), Statement, "SELECT * FROM statement"),
    (holders(), Holding, "SELECT * FROM office_holding"),
    (agreements(), Standing, "SELECT * FROM agreement_status"),
    (meetings(), Gathering, MEETINGS),
    (attendances(), Attendance, "SELECT * FROM attendance"),
    (encounters(), Encounter, "SELECT * FROM encounter"),
    (plans(), Plan, "SELECT * FROM plan"),
    (timeline(), Event, "SELECT * FROM timeline"),
    (coverage(), Coverage, "SELECT * FROM coverage"),
    (citations(), Citation, "SELECT * FROM citation"),
]
NAMES = [kind.__name__ for _, kind, _ in STARTERS]


@pytest.mark.parametrize(("rows", "kind", "view"), STARTERS, ids=NAMES)
def test_a_starter_gives_the_rows_of_its_view(
    session: Session, rows: Select[*tuple[Any, ...]], kind: type[Any], view: str
) -> None:
    found = session.execute(text(view))
    columns = list(found.keys())
    assert columns == list(rows.selected_columns.keys())[: len(columns)]
    expected = [tuple(map(str, row)) for row in found]
    given = [tuple(str(row._mapping[name]) for name in columns) for row in session.execute(rows)]
    assert given
    assert sorted(given) == sorted(expected)


@pytest.mark.parametrize(("rows", "kind", "view"), STARTERS, ids=NAMES)
def test_a_starter_s_columns_are_those_of_its_named_tuple(
    session: Session, rows: Select[*tuple[Any, ...]], kind: type[Any], view: str
) -> None:
    assert tuple(rows.selected_columns.keys()) == kind._fields
    first = named(kind, session.execute(rows))[0]
    assert first == session.execute(rows).first()


def test_names_and_places_in_a_row_are_typed(session: Session) -> None:
    for row in named(Signing, session.execute(signings(level="minister"))):
        party: str = row.party
        assert party == row[13]
    for one in session.execute(signings(level="minister")):
        title: str = one[1]
        assert title == one.agreement_title
    assert get_args(Signing.__annotations__["agreement"]) == ()


def test_words_come_back_as_members_of_their_vocabulary(session: Session) -> None:
    standing = named(Standing, session.execute(agreements(kind="roadmap")))[0]
    assert (standing.status.name, str(standing.status)) == ("PLANNED", "planned")
    holding = named(Holding, session.execute(holders(on="2021-10-20")))[0]
    assert holding.certainty is not None
    assert holding.certainty.can_be
