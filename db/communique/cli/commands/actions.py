"""``actions``: steps in the life of agreements."""

from __future__ import annotations

from typing import Any

import click

from communique.vocabulary import ActionKind, ActionStatus

from ..conditions import placed, relayed, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option


@door(
    "actions",
    examples=[
        "communique actions --action agreed --status done --on 2017-12",
        "communique actions --party turkey --status planned --evidence",
    ],
)
@words_option("action", ActionKind, "What was done")
@words_option("status", ActionStatus, "Whether it was")
@name_option("party", "Who is bound: a slug, or a name in any spelling.")
@name_option("by", "Who took the step alone: a slug, or a name in any spelling.")
@placed
@click.option("--agreement", metavar="SLUG", help="Of this agreement.")
@period
@reported
@relayed
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List the steps of agreements: proposed, agreed, signed, ended.

    One row per step, done or planned, the newest first.
    """
    from communique import actions

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        Column("Step", lambda row: spaced(f"{row['action_kind']} ({row['action_status']})")),
        field("Agreement", "agreement_title"),
        field("By", "actor_name"),
        field("Slug", "agreement"),
    ]
    print_listing(actions, columns, options, format_=format_, evidence=evidence)
