"""``timeline``: what happened one after the other."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import click

from ..conditions import placed, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option


class Kind(StrEnum):
    """What a timeline is made of."""

    MEETING = "meeting"
    AGREEMENT = "agreement"
    INCIDENT = "incident"


@door(
    "timeline",
    examples=[
        "communique timeline --between iran turkey --since 2021",
        "communique timeline --between soylu vahidi --kind agreement --evidence",
    ],
)
@click.option(
    "--between", nargs=2, metavar="NAME NAME",
    help="Two who were both involved: slugs, or names in any spelling.",
)  # fmt: skip
@name_option("actor", "Who was involved: a slug, or a name in any spelling.")
@words_option("kind", Kind, "What happened")
@placed
@period
@reported
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List meetings, steps of agreements and incidents by date.

    The newest comes first. Planned and postponed meetings and steps are among them, and say
    so; an incident is there as far as it was reported.
    """
    from communique import timeline

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import happening, when

    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        Column("Step", happening),
        field("What", "title"),
        field("Slug", "record"),
    ]
    print_listing(timeline, columns, options, format_=format_, evidence=evidence)
