"""``sources``: where a record is written of."""

from __future__ import annotations

from typing import Any

import click

from ..door import door
from ..options import known_option, prints_rows, uses_database


@door(
    "sources",
    examples=[
        "communique sources 2021-10-iran-turkey-security-mou",
        "communique sources meeting/2021-10-vahidi-soylu-tehran --format json",
    ],
)
@click.argument("record", metavar="SLUG")
@known_option
@prints_rows
@uses_database
def command(record: str, format_: str, **limits: Any) -> None:
    """List the articles and origins that a record rests on.

    SLUG is of a meeting, an agreement, an incident, an actor, an office or a place; where two
    kinds share one, write kind/slug. The first published comes first. An origin is the agency
    that relayed a report, else the outlet, else the credit line, else the article itself.
    """
    from communique import sources

    from ..answers import Answer, print_answer
    from ..column import Column, field
    from ..opening import asking
    from ..wording import counted, when

    with asking() as session:
        found = sources(session, record, **limits)
    names = (
        "article", "title", "outlet", "relayed_by", "credit", "published_edtf", "excerpts",
        "origin",
    )  # fmt: skip
    columns = [
        Column("Published", lambda row: when(row["published_edtf"])),
        field("Article", "article"),
        field("Through", "relayed_by"),
        field("Excerpts", "excerpts"),
        field("Origin", "origin"),
    ]
    rows = [each._asdict() for each in found.articles]
    print_answer(Answer(names, rows), columns, format_)
    if format_ == "table" and rows:
        origins = counted(len(found.origins), "independent origin")
        articles = counted(len({row["article"] for row in rows}), "article")
        click.echo(f"\n{articles}, {origins}")
