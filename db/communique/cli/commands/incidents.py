"""``incidents``: what diplomacy refers to."""

from __future__ import annotations

from typing import Any

from communique.vocabulary import IncidentKind

from ..conditions import placed, relayed, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option


@door(
    "incidents",
    examples=[
        "communique incidents --kind attack",
        "communique incidents --actor pkk --evidence",
    ],
)
@words_option("kind", IncidentKind, "What it was")
@name_option("actor", "Who had a part in it: a slug, or a name in any spelling.")
@placed
@period
@reported
@relayed
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List attacks, elections, sanctions and what else is referred to.

    One row per incident, the newest first and those without a date last. See who had which
    part, and the figures that were reported, with communique show SLUG.
    """
    from communique import incidents

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        Column("Kind", lambda row: spaced(row["incident_kind"])),
        field("Incident", "incident_title"),
        field("Place", "place_name"),
        field("Slug", "incident"),
    ]
    print_listing(incidents, columns, options, format_=format_, evidence=evidence)
