"""``meetings``: who met."""

from __future__ import annotations

from typing import Any

from communique.vocabulary import MeetingKind, MeetingStatus

from ..conditions import about, belonging, placed, relayed, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option


@door(
    "meetings",
    examples=[
        "communique meetings --actor turkey --since 2021-11",
        "communique meetings --kind talks --place tehran --evidence",
        "communique meetings --about counter-terrorism --independent 2",
    ],
)
@words_option("kind", MeetingKind, "Form of the meeting")
@words_option("status", MeetingStatus, "How far it got")
@name_option("actor", "Who took part or was represented: a slug, or a name in any spelling.")
@placed
@about
@belonging
@period
@reported
@relayed
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List meetings: what, when, where, and how far each got.

    One row per meeting, held or planned, the newest first. Who took part is told by
    communique attendances and communique show SLUG.
    """
    from communique import meetings

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        field("Meeting", "meeting_title"),
        Column("Kind", lambda row: spaced(f"{row['meeting_status']} {row['meeting_kind']}")),
        field("Place", "place_name"),
        field("Slug", "meeting"),
    ]
    print_listing(meetings, columns, options, format_=format_, evidence=evidence)
