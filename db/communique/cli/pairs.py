"""Pairs who are found together, each with what that rests on: the meetings, the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .column import Column, field
from .wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Select

    from communique import Answered, Pair

    Tied = Mapping[tuple[str, str], list[Answered[Any]]]
    """By the slugs of the two, the rows that tie them together."""


def columns(what: str) -> list[Column]:
    """A pair as people read it: who, with whom, how often, from when to when."""
    return [
        field("Who", "a_name"),
        field("With", "b_name"),
        Column(what, lambda row: row["times"]),
        Column("Between", lambda row: days(row["first_day"], row["last_day"])),
    ]


def days(first: Any, last: Any) -> str:
    """The first and the last day that anything of it may have been on."""
    from .wording import when

    told = [when(day.isoformat()) for day in dict.fromkeys((first, last)) if day is not None]
    return " and ".join(told)


def print_pairs(
    pairs: Callable[..., Select[*Pair]],
    rows_of: Callable[..., Select[*tuple[Any, ...]]],
    ties: Callable[[Sequence[Answered[Any]]], Tied],
    what: tuple[str, str],
    options: Mapping[str, Any],
    *,
    format_: str,
    evidence: bool,
) -> None:
    """Print the pairs; their proofs are those of the rows that tie each pair together."""
    from communique import with_evidence

    from .answers import Answer, print_answer
    from .listing import once
    from .meaning import meant
    from .opening import asking

    given = {name: value for name, value in options.items() if value not in (None, ())}
    with asking() as session:
        said = {name: meant(session, name, value) for name, value in given.items()}
        statement = pairs(**said)
        rows = [dict(row) for row in session.execute(statement).mappings()]
        answer = Answer(list(statement.selected_columns.keys()), rows)
        if evidence:
            tied = ties(with_evidence(session, session.execute(rows_of(**said)).all(),
                                      known_on=said.get("known_on")))  # fmt: skip
            held = [tied.get((row["a"], row["b"]), []) for row in rows]
            proofs = [once(p._asdict() for each in some for p in each.proofs) for some in held]
            claims = [{"claim": _claim(row, what[0]), "capacity": None} for row in rows]
            answer = Answer(answer.names, rows, proofs, claims)
    print_answer(answer, columns(what[1]), format_)


def _claim(row: Mapping[str, Any], verb: str) -> str:
    return f"{row['a_name']} and {row['b_name']} {verb} {counted(row['times'], 'time')}"
