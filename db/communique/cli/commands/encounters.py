"""``encounters``: who met whom."""

from __future__ import annotations

from typing import Any

import click

from communique.vocabulary import MeetingKind, MeetingStatus

from ..conditions import about, belonging, placed, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option

SIDES = {"of": "a", "with": "b", "as": "a_office", "with_office": "b_office"}
"""What the options are called in a query."""


@door(
    "encounters",
    examples=[
        "communique encounters --of turkey --with iran --status held",
        "communique encounters --with-office interior-minister-of-iran --evidence",
    ],
)
@name_option("of", "Who met: in person or on whose behalf, in any spelling.")
@name_option("with", "Whom: in person or on whose behalf, in any spelling.")
@name_option("as", "In which office the first was there: a slug or a title.")
@name_option("with-office", "In which office the other was there: a slug or a title.")
@words_option("kind", MeetingKind, "Form of the meeting")
@words_option("status", MeetingStatus, "How far it got")
@placed
@click.option(
    "--across-sides", is_flag=True, help="Only pairs that were there for different sides."
)
@about
@belonging
@period
@reported
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List who met whom, in which office, and when.

    One row per pair in a meeting, the newest first. Each pair stands once, and in either
    direction when an option says who is meant by the first or by the other.
    """
    from communique import encounters

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    named = {SIDES[name]: options.pop(name) for name in SIDES}

    def asked(**given: Any) -> Any:
        rows = encounters(**given)
        sides = rows.selected_columns
        return rows if named.keys() & given.keys() else rows.where(sides.id < sides.part)

    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        field("Who", "a_name"),
        field("With", "b_name"),
        Column("Kind", lambda row: spaced(f"{row['meeting_status']} {row['meeting_kind']}")),
        field("Meeting", "meeting"),
    ]
    print_listing(asked, columns, options | named, format_=format_, evidence=evidence)
