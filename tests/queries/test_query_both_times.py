"""Asked as of a day and as known on a day, together, of every starter that has both."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from communique import queries as q
from communique.models import Article, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from tests.queries.writing import Archive

    Starter = Callable[..., Select[*tuple[Any, ...]]]

DATED: list[Starter] = [
    q.signings, q.meetings, q.attendances, q.encounters, q.agreements, q.actions, q.plans,
    q.quotes, q.holders, q.incidents, q.articles, q.timeline, q.engagements,
]  # fmt: skip


@pytest.mark.parametrize("starter", DATED, ids=lambda each: str(each.__name__))
@pytest.mark.parametrize("day", ["2021-10-13", "2021-12-01", "2021", "2018-05-08"])
@pytest.mark.parametrize("known", ["2021-11-14", "2022-03-01", ".."])
def test_both_together_keep_no_more_than_what_was_known(
    session: Session, starter: Starter, day: str, known: str
) -> None:
    assert {"on", "known_on"} <= set(inspect.signature(starter).parameters)
    who = {"actor": "iran"} if starter is q.engagements else {}
    ids = {row.id for row in session.execute(starter(**who, on=day, known_on=known))}
    assert ids <= {row.id for row in session.execute(starter(**who, known_on=known))}


@pytest.mark.parametrize(
    ("starter", "column"),
    [(q.meetings, "date_edtf"), (q.attendances, "date_edtf"), (q.encounters, "date_edtf")],
    ids=["meetings", "attendances", "encounters"],
)
def test_a_date_proven_later_is_shown_as_unknown(
    session: Session, starter: Starter, column: str
) -> None:
    early = session.execute(starter(known_on="2021-11-14")).all()
    assert {row._mapping[column] for row in early} == {None}
    assert {row.day for row in early} == {None}
    late = session.execute(starter(known_on="2021-11-15")).all()
    assert {row._mapping[column] for row in late} == {"[2021-10-06,2021-10-13]"}
    # What was not known cannot be asked for: it is possible, and so it stays.
    assert session.execute(starter(known_on="2021-11-14", since="2022")).all() == early
    assert session.execute(starter(known_on="2021-11-15", since="2022")).all() == []


def test_pages_of_what_was_known_hold_what_has_no_date(session: Session) -> None:
    rows = q.attendances(known_on="2022-03-01")
    whole = session.execute(rows).all()
    seen: list[Any] = []
    while found := session.execute(q.page(rows, after=seen[-1] if seen else None, size=1)).all():
        seen += found
    assert seen == whole


def test_two_papers_that_print_one_agency_are_one_source(
    session: Session, archive: Archive
) -> None:
    talks = archive["meeting", "talks"]
    asked = q.meetings().where(q.reported_independently())
    assert [row.meeting for row in session.execute(asked)] == ["talks"]
    proofs = update(Evidence).where(Evidence.meeting_id == talks)
    session.execute(proofs.values(relayed_by_id=archive["actor", "anadolu"]))
    assert session.execute(asked).all() == []
    session.execute(proofs.values(relayed_by_id=None))
    # Without agencies, the outlets count, and without outlets the credit lines.
    session.execute(update(Article).values(outlet_id=archive["actor", "tasnim"]))
    assert session.execute(asked).all() == []
    session.execute(update(Article).values(outlet_id=None, credit="AP"))
    assert session.execute(asked).all() == []
    session.execute(update(Article).values(credit=None))
    assert [row.meeting for row in session.execute(asked)] == ["talks"]
    session.rollback()
