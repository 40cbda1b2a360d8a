"""``attendances``: who took part."""

from __future__ import annotations

from typing import Any

import click

from communique.vocabulary import Level, MeetingKind, MeetingStatus, Portfolio, Role

from ..conditions import about, belonging, placed, relayed, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option


@door(
    "attendances",
    examples=[
        "communique attendances --role host --status held",
        "communique attendances --side turkey --level minister --evidence",
    ],
)
@name_option("actor", "Who took part in person: a slug, or a name in any spelling.")
@name_option("side", "For whom: a slug, or a name in any spelling.")
@name_option("office", "In which office: a slug or a title.")
@words_option("level", Level, "Rank of the office held there")
@words_option("portfolio", Portfolio, "Field of the office held there")
@words_option("role", Role, "The part taken")
@click.option("--meeting", metavar="SLUG", help="In this meeting.")
@words_option("kind", MeetingKind, "Form of the meeting")
@words_option("status", MeetingStatus, "How far it got")
@placed
@about
@belonging
@period
@reported
@relayed
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List who took part in which meeting, as what, for whom.

    One row per part, the newest first. Whom no article names stands there by the office, or
    in the article's own words.
    """
    from communique import attendances

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        field("Who", "actor_name"),
        field("For", "on_behalf_of_name"),
        Column("As", lambda row: spaced(row["role"])),
        field("Meeting", "meeting"),
    ]
    print_listing(attendances, columns, options, format_=format_, evidence=evidence)
