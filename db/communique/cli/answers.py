"""Rows printed as a table for people, or as JSON, CSV or JSON Lines for programs.

A table shows the columns that fit; the other formats hold all of them, each value exactly
as it is stored, dates as text.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from communique.queries import as_data

from .safe import safe, safe_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .column import Column

Row = Mapping[Any, Any]
"""Values by the names of their columns."""


@dataclass(frozen=True)
class Answer:
    """Rows with the names of all their columns, and the proofs of each row when asked for.

    ``claims`` say beside the proofs what each row claims, and in which capacity.
    """

    names: Sequence[str]
    rows: Sequence[Row]
    proofs: Sequence[Sequence[Row]] | None = None
    claims: Sequence[Row] | None = None


def print_answer(answer: Answer, columns: Sequence[Column], format_: str) -> None:
    """Print the rows in one of the four formats; no rows is an answer too."""
    if format_ == "table":
        from .tables import print_table

        if answer.rows:
            print_table(answer, columns)
        else:
            click.echo("No rows.", err=True)
    elif format_ == "csv":
        _print_csv(answer)
    elif format_ == "jsonl":
        for record in records(answer):
            click.echo(as_json(record))
    else:
        print_json(list(records(answer)))


def as_json(value: Any, *, indent: int | None = None) -> str:
    """JSON text that a terminal can be shown."""
    import json

    return safe_json(json.dumps(as_data(value), ensure_ascii=False, indent=indent))


def print_json(value: Any) -> None:
    """One JSON value, laid out for reading."""
    click.echo(as_json(value, indent=2))


def records(answer: Answer) -> Iterable[dict[str, Any]]:
    """Each row with all its columns, what it claims and its proofs."""
    for number, row in enumerate(answer.rows):
        record = {name: row[name] for name in answer.names}
        if answer.claims is not None:
            record |= answer.claims[number]
        if answer.proofs is not None:
            record["evidence"] = [dict(proof) for proof in answer.proofs[number]]
        yield record


def _print_csv(answer: Answer) -> None:
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    claims = ["claim", "capacity"] if answer.claims is not None else []
    evidence = ["evidence"] if answer.proofs is not None else []
    writer.writerow([*answer.names, *claims, *evidence])
    for record in records(answer):
        writer.writerow([_cell(value) for value in record.values()])
    text = buffer.getvalue()
    # Exact for a file or a pipe; a terminal would act on control characters.
    click.echo(safe(text) if sys.stdout.isatty() else text, nl=False)


def _cell(value: Any) -> Any:
    value = as_data(value)
    return as_json(value) if isinstance(value, list | dict) else value
