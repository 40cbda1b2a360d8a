"""A question sends a fixed number of statements, however many rows answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communique import queries as q
from tests.queries.counting import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

# Asked of somebody seldom met, and of somebody who is everywhere.
SELDOM, EVERYWHERE = "person-400", "person-0"
COMPOSED: dict[str, tuple[int, Callable[[Session, str], Any]]] = {
    "dossier": (15, q.dossier),
    "bilateral": (13, lambda s, a: q.bilateral(s, a, "person-1" if a == EVERYWHERE else "state-1")),
    "network": (3, lambda s, a: q.network(s, actor=a)),
    "with_evidence": (2, lambda s, a: q.with_evidence(s, s.execute(q.meetings(actor=a)).all())),
    "sources": (7, q.sources),
    "resolve_actor": (1, q.resolve_actor),
    "find": (3, q.find),
}


@pytest.mark.parametrize("name", COMPOSED)
def test_more_rows_are_no_more_statements(large: Session, name: str) -> None:
    most, ask = COMPOSED[name]
    with counted(large) as few:
        ask(large, SELDOM)
    with counted(large) as many:
        ask(large, EVERYWHERE)
    assert 0 < len(few) <= most
    assert 0 < len(many) <= most


def test_everywhere_is_more_than_seldom(large: Session) -> None:
    seldom, everywhere = (
        large.execute(q.count(q.meetings(actor=actor))).scalar_one()
        for actor in (SELDOM, EVERYWHERE)
    )
    assert 0 < seldom * 20 < everywhere
