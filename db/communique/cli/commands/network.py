"""``network``: who is tied to whom."""

from __future__ import annotations

from typing import Any

import click

from communique.vocabulary import ActorKind

from ..door import door
from ..options import (
    date_option,
    known_option,
    name_option,
    prints_rows,
    uses_database,
    words_option,
)


@door(
    "network",
    examples=[
        "communique network --kind person",
        "communique network --format csv",
        "communique network --nodes --format csv",
    ],
)
@name_option("actor", "Only ties of this one: a slug, or a name in any spelling.")
@words_option("kind", ActorKind, "What those are who met")
@date_option("since", "Possibly on or after this date, such as 2021-10.")
@date_option("until", "Possibly on or before this date.")
@known_option
@click.option("--nodes", is_flag=True, help="Print the nodes instead of the edges.")
@prints_rows
@uses_database
def command(format_: str, nodes: bool, **options: Any) -> None:
    """Tell who is tied to whom, as nodes and edges.

    An edge is that two met, or signed together, with how often and between which days; a node
    is an actor, with how many others it is tied to. A table, CSV and JSON Lines hold the edges,
    or the nodes when asked for; JSON holds both.
    """
    from communique import Edge, Node, network

    from ..answers import Answer, print_answer, print_json
    from ..column import Column, field
    from ..meaning import meant
    from ..opening import asking
    from ..pairs import days
    from ..wording import spaced

    given = {name: value for name, value in options.items() if value not in (None, ())}
    with asking() as session:
        said = {name: meant(session, name, value) for name, value in given.items()}
        found = network(session, **said)
    if format_ == "json":
        print_json(found)
        return
    called = {each.actor: each.name for each in found.nodes}
    edges = [
        Column("Who", lambda row: called[row["a"]]),
        field("Tie", "tie"),
        Column("With", lambda row: called[row["b"]]),
        field("Times", "times"),
        Column("Between", lambda row: days(row["first_day"], row["last_day"])),
    ]
    actors = [
        field("Name", "name"),
        Column("Kind", lambda row: spaced(row["kind"])),
        field("Country", "country"),
        field("Ties", "ties"),
        field("Slug", "actor"),
    ]
    rows = [each._asdict() for each in (found.nodes if nodes else found.edges)]
    names = (Node if nodes else Edge)._fields
    print_answer(Answer(names, rows), actors if nodes else edges, format_)
