"""Counting, paging, narrowing, and statements that are built and compiled once."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Row, Select, select, text
from sqlalchemy.orm import Session

from communique.databases import engine_for
from communique.errors import UsageError
from communique.models import Meeting
from communique.queries import (
    agreements,
    attended_by,
    connect,
    count,
    holders,
    meetings,
    narrowed,
    page,
    quotes,
    signings,
)
from tests.queries.writing import Archive

STARTERS: dict[str, Select[*tuple[Any, ...]]] = {
    "signings": signings(),
    "signings as known": signings(known_on="2022-03-01"),
    "meetings": meetings(),
    "agreements": agreements(),
    "quotes": quotes(),
    "holders": holders(on="2021-10-20"),
}


@pytest.mark.parametrize("name", STARTERS)
@pytest.mark.parametrize("size", [1, 2, 50])
def test_pages_together_are_the_whole_list(session: Session, name: str, size: int) -> None:
    rows = STARTERS[name]
    whole = session.execute(rows).all()
    seen: list[Row[*tuple[Any, ...]]] = []
    while found := session.execute(page(rows, after=seen[-1] if seen else None, size=size)).all():
        assert len(found) <= size
        seen += found
    assert seen == whole
    assert session.scalar(count(rows)) == len(whole)


def test_counting_a_page_counts_the_whole(session: Session) -> None:
    assert session.scalar(count(page(meetings(), size=1))) == 4
    assert session.scalar(count(meetings(actor="iran"))) == 2


def test_only_a_starter_s_rows_can_be_paged(session: Session) -> None:
    row = session.execute(select(Meeting.slug)).first()
    with pytest.raises(UsageError, match="day and id"):
        page(select(Meeting.slug), after=row)


def test_bounds_are_narrowed_by_the_dates_as_written(session: Session) -> None:
    # A Saturday between the two Wednesdays.
    found = session.execute(signings(on="2021-10-09")).all()
    assert len(found) == 2
    assert narrowed(found, "2021-10-09") == []
    assert len(narrowed(found, "2021-10-06")) == 2
    assert [row.meeting for row in narrowed(session.execute(meetings()), "2021-12-01")] == [
        "summit",
        "call",
    ]


def test_tenures_are_narrowed_on_an_uncertain_day(session: Session) -> None:
    wednesdays = "[2021-10-06,2021-10-20]"
    found = session.execute(holders(office="deputy-iran", on=wednesdays)).all()
    assert [row.certainty for row in found] == ["possibly"]
    assert narrowed(found, wednesdays) == []


def test_a_question_asked_again_is_not_compiled_again(session: Session) -> None:
    def ask(actor: str) -> str:
        rows = meetings(actor=actor, place="tehran", since="2021").where(~attended_by(actor))
        return session.execute(rows).context.cache_hit.name  # type: ignore[attr-defined,no-any-return]

    ask("russia")
    assert ask("iran") == "CACHE_HIT"


def test_a_cached_statement_answers_for_its_own_values(session: Session) -> None:
    for actor, expected in (("iran", 2), ("russia", 1), ("vahidi", 1), ("nobody", 0)):
        assert len(session.execute(meetings().where(attended_by(actor))).all()) == expected
        others = session.execute(meetings().where(~attended_by(actor))).all()
        assert len(others) == 4 - expected


def test_connect_opens_and_closes(archived: tuple[str, Archive]) -> None:
    with connect(archived[0]) as session:
        assert session.scalar(count(signings())) == 4
    with pytest.raises(Exception, match=r"read.?only"), connect(archived[0]) as session:
        session.execute(text("DELETE FROM evidence"))


def test_a_lent_engine_stays_open(archived: tuple[str, Archive]) -> None:
    engine = engine_for(archived[0])
    with connect(engine) as session:
        assert session.get_bind() is engine
    with connect(engine) as session:
        assert session.scalar(count(meetings())) == 4
    engine.dispose()
