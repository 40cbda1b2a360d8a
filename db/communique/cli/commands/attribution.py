"""``attribution``: who said it."""

from __future__ import annotations

from typing import Any

import click

from ..door import door
from ..options import lists


@door(
    "attribution",
    examples=[
        "communique attribution 2021-10-tasnim-security-mou#14",
        "communique attribution 2021-10-tasnim-security-mou#14 --evidence --format json",
    ],
)
@click.argument("quote", metavar="QUOTE")
@lists
def command(quote: str, format_: str, evidence: bool) -> None:
    """Tell who said a quote, and how we know.

    QUOTE is an article and a number, as communique quotes prints it: article#1. Its speakers,
    who passed the words on, and other renderings of the same remark.
    """
    from communique import attribution, with_evidence

    from ..column import Column, field
    from ..opening import asking
    from ..pages import part, print_parts, with_names
    from ..wording import spaced

    who = [
        Column(
            "Speaker", lambda row: row["speaker_name"] or row["speaker_as_written"] or "unknown"
        ),
        field("As", "office_title"),
        field("For", "on_behalf_of_name"),
        Column("Where", lambda row: f"{row['article']} [{row['start_char']}:{row['end_char']}]"),
    ]
    others = [
        field("Words", "text"),
        Column("Mode", lambda row: spaced(row["mode"])),
        field("Quote", "quote"),
    ]
    with asking() as session:
        found = attribution(session, quote)
        speakers = with_evidence(session, found.speakers)
        renderings = with_evidence(session, found.renderings)
        parts = [
            part("speakers", "Speakers", who, speakers, evidence=evidence),
            part("renderings", "Other renderings", others, renderings, evidence=evidence),
        ]
        if format_ == "table":
            parts = with_names(session, parts)
    first = found.speakers[0]
    fields: dict[str, Any] = {
        "quote": found.quote, "text": first.text, "mode": first.mode,
        "speaker_as_written": first.speaker_as_written, "way": found.way,
        "meeting": first.meeting, "utterance": first.utterance,
    }  # fmt: skip
    print_parts(first.text, found.quote, fields, parts, format_)
