"""An answer of several parts: a page for people, one value or one list for programs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from .answers import Answer, as_json, print_answer, print_json, records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from communique import Answered

    from .answers import Row
    from .column import Column


@dataclass(frozen=True)
class Part:
    """Rows of one kind under a heading."""

    key: str
    title: str
    columns: Sequence[Column]
    answer: Answer


def part(
    key: str,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Answered[Any]],
    *,
    evidence: bool,
) -> Part:
    """A part of rows that carry their proofs; these are kept when asked for."""
    from .listing import INNER, claims_of

    names = [name for name in (rows[0].row._fields if rows else ()) if name not in INNER]
    told = claims_of(rows) if evidence else ()
    return Part(key, title, columns, Answer(names, [each.row._asdict() for each in rows], *told))


def plain_part(key: str, title: str, columns: Sequence[Column], rows: Sequence[Row]) -> Part:
    """A part of rows that rest on others and carry no proofs of their own."""
    return Part(key, title, columns, Answer(list(rows[0]) if rows else [], rows))


def with_names(session: Session, parts: Sequence[Part]) -> list[Part]:
    """The parts as people read them: what they hold by slug alone also by its name."""
    from .listing import with_names

    return [replace(each, answer=with_names(session, each.answer)) for each in parts]


def print_parts(
    title: str, name: str, fields: Mapping[str, Any], parts: Sequence[Part], format_: str
) -> None:
    """A page; one value as JSON; as CSV and JSON Lines a row each, with the part it is of.

    ``fields`` are what is told of the whole; a page does not repeat its title and name.
    """
    if format_ == "table":
        _print_page(title, name, fields, parts)
    elif format_ == "json":
        told: dict[str, Any] = dict(fields)
        for each in parts:
            told[each.key] = [*told.get(each.key, ()), *records(each.answer)]
        print_json(told)
    else:
        rows = [{"part": each.key, **row} for each in parts for row in records(each.answer)]
        if format_ == "jsonl":
            for row in rows:
                click.echo(as_json(row))
            return
        names = list(dict.fromkeys(name for row in rows for name in row)) or ["part"]
        rows = [{name: row.get(name) for name in names} for row in rows]
        print_answer(Answer(names, rows), (), format_)


def _print_page(title: str, name: str, fields: Mapping[str, Any], parts: Sequence[Part]) -> None:
    from rich.text import Text

    from .safe import one_line
    from .tables import console, rendered, show
    from .wording import spaced

    page: list[Any] = [Text(one_line(title), style="bold"), Text(one_line(name))]
    page += [
        Text(f"{spaced(key.removesuffix('_edtf'))}: {one_line(_told(key, value))}")
        for key, value in fields.items()
        if value and value not in (title, name)
    ]
    apart = True
    for each in parts:
        if each.answer.rows:
            # Proofs end with an empty line of their own.
            page += [Text()] if apart else []
            page += [Text(each.title, style="bold")]
            page += rendered(each.answer, each.columns, console().width)
            apart = each.answer.proofs is None
    show(*page)
    if not any(each.answer.rows for each in parts):
        click.echo("No rows.", err=True)


def _told(key: str, value: Any) -> str:
    if key.endswith("_edtf"):
        from .wording import when

        return when(value)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
