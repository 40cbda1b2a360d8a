"""A listing: one question, its rows, and what each row claims and rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from communique import Answered
    from communique.dates import PartialDate

    from .answers import Answer, Row
    from .column import Column

    Proven = tuple[list[list[Row]], list[Row]]

DATES = frozenset({"since_edtf", "signed_edtf", "date_edtf"})
"""Columns of rows that a day can be compared with, as exactly as they are written."""
INNER = frozenset({"day", "id", "part"})
"""Columns that are there for sorting and paging, and mean nothing outside of one database."""


def print_listing(
    starter: Callable[..., Select[*tuple[Any, ...]]],
    columns: Sequence[Column],
    options: Mapping[str, Any],
    *,
    format_: str,
    evidence: bool,
) -> None:
    """Ask with the options that were given, and print the rows.

    A name that nobody answers to, or several do, is told rather than answered with no rows.
    """
    from .answers import print_answer
    from .meaning import asked
    from .opening import asking

    given = {name: value for name, value in options.items() if value not in (None, (), False)}
    with asking() as session:
        statement = asked(session, starter, given)
        names = list(statement.selected_columns.keys())
        found: Sequence[Any] = session.execute(statement).all()
        if "on" in given and not DATES.isdisjoint(names):
            from communique import narrowed

            found = narrowed(found, given["on"])
        answer = answered(session, names, found, given.get("known_on"), evidence=evidence)
        if format_ == "table":
            answer = with_names(session, answer)
    print_answer(answer, columns, format_)


def answered(
    session: Session,
    names: Iterable[str],
    found: Sequence[Any],
    known_on: PartialDate | None = None,
    *,
    evidence: bool,
) -> Answer:
    """Rows of a starter as an answer, with what each claims and its proofs when asked for."""
    from .answers import Answer

    shown = [name for name in names if name not in INNER]
    rows: list[Row] = [row._asdict() for row in found]
    if not evidence:
        return Answer(shown, rows)
    from communique import with_evidence

    told = with_evidence(session, found, known_on=known_on)
    return Answer(shown, rows, *claims_of(told))


def claims_of(told: Iterable[Answered[Any]]) -> Proven:
    """The proofs of each row, and what it claims in which capacity."""
    proofs: list[list[Row]] = []
    claims: list[Row] = []
    for each in told:
        proofs.append(once(proof._asdict() for proof in each.proofs))
        claims.append({"claim": each.claim, "capacity": each.capacity})
    return proofs, claims


def once(proofs: Iterable[Row]) -> list[Row]:
    """A span that proves several facts of one row, once."""
    spans: dict[tuple[object, ...], Row] = {}
    for proof in proofs:
        span = tuple(proof[name] for name in ("article", "start_char", "end_char", "note"))
        spans.setdefault(span, proof)
    return list(spans.values())


def with_names(session: Session, answer: Answer) -> Answer:
    """For people, what the rows hold by slug alone also by its name."""
    from dataclasses import replace

    from communique.models import Actor, Office, Place

    rows = [dict(row) for row in answer.rows]
    named = {"place": Place.name, "on_behalf_of": Actor.name, "capacity": Office.title}
    for column, name in named.items():
        if column in answer.names and f"{column}_name" not in answer.names:
            names = _names(session, name, {row[column] for row in rows if row[column]})
            for row in rows:
                row[f"{column}_name"] = names.get(row[column])
    return replace(answer, rows=rows)


def _names(
    session: Session, name: InstrumentedAttribute[str], slugs: Iterable[str]
) -> dict[str | None, str]:
    from sqlalchemy import select

    wanted = sorted(slugs)
    names: dict[str | None, str] = {}
    for start in range(0, len(wanted), 1000):
        slug = name.class_.slug
        some = select(slug, name).where(slug.in_(wanted[start : start + 1000]))
        names.update(tuple(row) for row in session.execute(some))
    return names
