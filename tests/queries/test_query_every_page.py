"""Every listing is read by pages: all of it once, whatever is added meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from communique import queries as q
from communique.databases import engine_for, writing
from communique.dates import PartialDate
from communique.models import (
    Actor,
    Agreement,
    AgreementAction,
    Article,
    Evidence,
    Incident,
    Meeting,
    Name,
    Participation,
    Party,
    Quote,
    Signature,
    Tenure,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Row, Select

    from tests.queries.writing import Archive

LISTS: dict[str, Callable[[], Select[*tuple[Any, ...]]]] = {
    name: getattr(q, name)
    for name in (
        "signings", "meetings", "attendances", "encounters", "agreements", "actions", "plans",
        "quotes", "holders", "incidents", "articles", "actors", "timeline", "coverage",
        "spellings", "citations",
    )
}  # fmt: skip
UNPAGED = {"engagements", "who_met_whom", "co_signatories"}
"""A day is short, and weights change with every meeting: these are read whole.

The pages of ``search`` go by rank, and are tested with it.
"""


def pages(
    session: Session, rows: Select[*tuple[Any, ...]], size: int, after: Any = None
) -> list[Row[*tuple[Any, ...]]]:
    seen: list[Row[*tuple[Any, ...]]] = []
    while found := session.execute(
        q.page(rows, after=seen[-1] if seen else after, size=size)
    ).all():
        assert len(found) <= size
        seen += found
    return seen


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize("name", LISTS)
def test_pages_together_are_the_whole_list(session: Session, name: str, size: int) -> None:
    whole = session.execute(LISTS[name]()).all()
    assert len(whole) > 1
    assert pages(session, LISTS[name](), size) == whole
    assert session.scalar(q.count(LISTS[name]())) == len(whole)


@pytest.mark.parametrize("name", LISTS)
def test_what_is_added_or_removed_meanwhile_neither_repeats_nor_hides(
    archived: tuple[str, Archive], name: str
) -> None:
    engine = engine_for(archived[0])
    with Session(writing(engine)) as session:
        whole = session.execute(LISTS[name]()).all()
        first = session.execute(q.page(LISTS[name](), size=1)).all()
        _add(session, archived[1], first=9_000, day="2031-05-05", slug="aaa")
        _add(session, archived[1], first=9_500, day="1991-05-05", slug="zzz")
        grown = session.execute(LISTS[name]()).all()
        assert len(grown) > len(whole), "nothing was added to this list"
        rest = pages(session, LISTS[name](), 2, after=first[-1])
        assert [row for row in rest if row in whole] == whole[1:]
        assert len(set(rest)) == len(rest)
        session.rollback()


def test_the_row_that_a_page_begins_behind_may_be_gone(archived: tuple[str, Archive]) -> None:
    with Session(writing(engine_for(archived[0]))) as session:
        whole = session.execute(q.incidents()).all()
        first = session.execute(q.page(q.incidents(), size=1)).all()
        for model in (Evidence, Incident):
            key = Evidence.incident_id if model is Evidence else Incident.id
            session.execute(delete(model).where(key == first[0].id))
        assert pages(session, q.incidents(), 1, after=first[0]) == whole[1:]
        session.rollback()


def test_every_starter_is_paged_or_says_why_not() -> None:
    listing = {
        name
        for name in q.__all__
        if "Select[" in str(getattr(getattr(q, name), "__annotations__", {}).get("return", ""))
    }
    assert listing - {"ask", "count", "page"} == set(LISTS) | UNPAGED | {"search"}


def _add(session: Session, a: Archive, first: int, day: str, slug: str) -> None:
    """One record of each kind, of this day, in whatever list."""
    date = PartialDate(day)
    iran, turkey = a["actor", "iran"], a["actor", "turkey"]
    session.add_all(
        [
            Actor(id=first, slug=slug, kind="person", name=slug),
            Article(id=first, slug=slug, published=date),
            Meeting(id=first, slug=slug, title=slug, kind="talks", status="planned", date=date),
            Agreement(id=first, slug=slug, title=slug, kind="mou"),
            Incident(id=first, slug=slug, title=slug, kind="attack", date=date),
        ]
    )
    session.flush()
    session.add_all(
        [
            Participation(id=first + n, meeting_id=first, position=n, actor_id=actor,
                          role="guest", basis="stated")
            for n, actor in enumerate((iran, turkey))
        ]
    )  # fmt: skip
    session.add(
        AgreementAction(id=first, agreement_id=first, position=0, kind="signed", status="done",
                        date=date)
    )  # fmt: skip
    session.flush()
    session.add(Party(id=first, agreement_id=first, position=0, actor_id=iran))
    session.flush()
    session.add(
        Signature(id=first, action_id=first, agreement_id=first, position=0, party_id=iran,
                  described_as="somebody", basis="stated")
    )  # fmt: skip
    session.add_all(
        [
            Quote(id=first, article_id=first, position=0, start_char=0, end_char=1, text="x",
                  folded="x", mode="direct"),
            Tenure(id=first, holder_id=first, office_id=a["office", "interior-iran"], position=0,
                   since=date, acting=0),
            Name(id=first, actor_id=first, position=0, text=slug, folded=slug, kind="canonical"),
        ]
    )  # fmt: skip
    session.flush()
    session.add(
        Evidence(id=first, article_id=first, name_id=first, position=0, start_char=0, end_char=1,
                 excerpt="x", basis="stated")
    )  # fmt: skip
    session.flush()
