"""A listing: one question, its rows, and what each row rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from communique.dates import PartialDate

    from .answers import Row
    from .column import Column

ACTORS = ("by", "party", "of", "actor", "via")
"""Options that name an actor in any spelling."""
DATES = frozenset({"since_edtf", "signed_edtf", "date_edtf"})
"""Columns of rows that a day can be compared with, as exactly as they are written."""
INNER = frozenset({"day", "id", "part"})
"""Columns that are there for sorting and paging, and mean nothing outside of one database."""


def print_listing(
    starter: Callable[..., Select[*tuple[Any, ...]]],
    kind: str,
    columns: Sequence[Column],
    options: Mapping[str, Any],
    *,
    format_: str,
    evidence: bool,
) -> None:
    """Ask with the options that were given, and print the rows; ``kind`` is the table of their ids.

    A name that nobody answers to, or several do, is told rather than answered with no rows.
    """
    from communique.queries import narrowed

    from .answers import Answer, print_answer
    from .opening import asking

    given = {name: value for name, value in options.items() if value not in (None, ())}
    with asking() as session:
        statement = starter(**{name: _meant(session, name, given[name]) for name in given})
        names = list(statement.selected_columns.keys())
        found = session.execute(statement).all()
        if "on" in given and not DATES.isdisjoint(names):
            found = narrowed(found, given["on"])
        rows = [row._mapping for row in found]
        proofs = _proofs(session, kind, rows, given.get("known_on")) if evidence else None
    print_answer(
        Answer([name for name in names if name not in INNER], rows, proofs), columns, format_
    )


def _proofs(
    session: Session, kind: str, rows: Sequence[Row], known_on: PartialDate | None
) -> list[list[Row]]:
    """What each row rests on; of what was known on a day, only what had been published."""
    from communique.queries import evidence_for

    found = evidence_for(session, kind, [row["id"] for row in rows])
    if known_on is None or known_on.latest is None:
        return [[proof._asdict() for proof in found[row["id"]]] for row in rows]
    from sqlalchemy import select

    from communique.models import Article

    published = select(Article.slug).where(Article.published_latest <= known_on.latest)
    known = set(session.scalars(published))
    return [
        [proof._asdict() for proof in found[row["id"]] if proof.article in known] for row in rows
    ]


def _meant(session: Session, name: str, value: Any) -> Any:
    from communique.queries import resolve_actor, resolve_place

    if name in ACTORS:
        return resolve_actor(session, value)
    return resolve_place(session, value) if name == "place" else value
