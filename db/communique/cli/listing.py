"""A listing: one question, its rows, and what each row rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from communique.dates import PartialDate

    from .answers import Row
    from .column import Column

    Fact = tuple[str, int]
    Facts = Callable[[Row], Sequence[Fact]]

ACTORS = frozenset({"by", "party", "of", "actor", "via", "a", "b", "between"})
"""Options that name an actor in any spelling, or two."""
OFFICES = frozenset({"a_office", "b_office"})
"""Options that name an office by its slug or a title."""
DATES = frozenset({"since_edtf", "signed_edtf", "date_edtf"})
"""Columns of rows that a day can be compared with, as exactly as they are written."""
INNER = frozenset({"day", "id", "part"})
"""Columns that are there for sorting and paging, and mean nothing outside of one database."""


def print_listing(
    starter: Callable[..., Select[*tuple[Any, ...]]],
    facts: str | Facts,
    columns: Sequence[Column],
    options: Mapping[str, Any],
    *,
    format_: str,
    evidence: bool,
) -> None:
    """Ask with the options that were given, and print the rows.

    ``facts`` is the table of the rows' ids, or a function that tells which facts a row states.
    A name that nobody answers to, or several do, is told rather than answered with no rows.
    """
    from .answers import Answer, print_answer
    from .opening import asking

    given = {name: value for name, value in options.items() if value not in (None, ())}
    with asking() as session:
        statement = starter(**{name: _meant(session, name, given[name]) for name in given})
        names = list(statement.selected_columns.keys())
        found = session.execute(statement).all()
        if "on" in given and not DATES.isdisjoint(names):
            from communique.queries import narrowed

            found = narrowed(found, given["on"])
        rows = [row._mapping for row in found]
        told = _of_table(facts) if isinstance(facts, str) else facts
        proofs = proofs_of(session, rows, told, given.get("known_on")) if evidence else None
    print_answer(
        Answer([name for name in names if name not in INNER], rows, proofs), columns, format_
    )


def proofs_of(
    session: Session, rows: Sequence[Row], facts: Facts, known_on: PartialDate | None = None
) -> list[list[Row]]:
    """What each row rests on; of what was known on a day, only what had been published.

    Where a row states several facts, a span that proves more than one is printed once.
    """
    from communique.queries import evidence_for

    stated = [facts(row) for row in rows]
    ids: dict[str, list[int]] = {}
    for kind, id_ in (fact for each in stated for fact in each):
        ids.setdefault(kind, []).append(id_)
    found = {kind: evidence_for(session, kind, ids[kind], known_on=known_on) for kind in ids}
    return [
        _once(proof._asdict() for kind, id_ in each for proof in found[kind][id_])
        for each in stated
    ]


def _once(proofs: Iterable[Row]) -> list[Row]:
    spans: dict[tuple[object, ...], Row] = {}
    for proof in proofs:
        span = tuple(proof[name] for name in ("article", "start_char", "end_char", "note"))
        spans.setdefault(span, proof)
    return list(spans.values())


def _of_table(kind: str) -> Facts:
    return lambda row: [(kind, row["id"])]


def _meant(session: Session, name: str, value: Any) -> Any:
    if name not in ACTORS | OFFICES | {"place"}:
        return value
    from communique.queries import resolve_actor, resolve_office, resolve_place

    if name in ACTORS:
        if isinstance(value, tuple):
            return tuple(resolve_actor(session, each) for each in value)
        return resolve_actor(session, value)
    if name in OFFICES:
        return resolve_office(session, value)
    return resolve_place(session, value)
