"""``find``: what a name means."""

from __future__ import annotations

import click

from ..door import door
from ..options import prints_rows, uses_database


@door("find", examples=["communique find cavusoglu", "communique find 'interior min' --limit 3"])
@click.argument("name")
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, metavar="N",
    help="How many records at most.",
)  # fmt: skip
@prints_rows
@uses_database
def command(name: str, limit: int, format_: str) -> None:
    """Find the records that a name may mean, in any spelling.

    Actors, offices, agreements, places, meetings and incidents, the best answer first: what is
    written just so, what begins with NAME or holds its words, then small misspellings.
    """
    from communique import find

    from ..answers import Answer, print_answer
    from ..column import Column, field
    from ..opening import asking

    columns = [
        field("Name", "name"),
        field("Kind", "kind"),
        Column("Written", lambda row: row["text"] if row["text"] != row["name"] else ""),
        field("Match", "how"),
        field("Slug", "slug"),
    ]
    with asking() as session:
        rows = [found._asdict() for found in find(session, name, limit)]
    names = ("kind", "slug", "name", "text", "how", "score")
    print_answer(Answer(names, rows), columns, format_)
