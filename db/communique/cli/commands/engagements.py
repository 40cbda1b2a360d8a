"""``engagements``: somebody's meetings in the order in which they took place."""

from __future__ import annotations

from typing import Any

import click

from ..door import door
from ..options import date_option, known_option, lists


@door(
    "engagements",
    examples=[
        "communique engagements cavusoglu --on 2021-11-15",
        "communique engagements suleyman-soylu --evidence",
    ],
)
@click.argument("actor", metavar="NAME")
@date_option("on", "Possibly on this day, or in this month or year.")
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List somebody's meetings in the order in which they took place.

    NAME is a slug, or a name in any spelling. The oldest comes first; meetings of one day are
    numbered as far as an article says which came before which, and share a number where none
    does.
    """
    from communique import engagements

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        Column("Turn", lambda row: row["turn"] + 1),
        field("Meeting", "meeting_title"),
        Column("Kind", lambda row: spaced(f"{row['meeting_status']} {row['meeting_kind']}")),
        field("Slug", "meeting"),
    ]
    print_listing(engagements, columns, options, format_=format_, evidence=evidence)
