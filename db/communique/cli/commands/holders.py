"""``holders``: who held which office."""

from __future__ import annotations

from typing import Any

from communique.vocabulary import Level, Portfolio

from ..conditions import reported
from ..door import door
from ..options import date_option, known_option, lists, name_option, words_option


@door(
    "holders",
    examples=[
        "communique holders --level minister --portfolio interior --of iran --on 2021-10-20",
        "communique holders --of turkey --evidence",
    ],
)
@words_option("level", Level, "Rank of the office")
@words_option("portfolio", Portfolio, "Field of the office")
@name_option("of", "Whose office it is: a slug, or a name in any spelling.")
@name_option("office", "Which office: a slug or a title.")
@name_option("actor", "Who: a slug, or a name in any spelling.")
@date_option("on", "On which date; each answer says whether certainly or possibly.")
@reported
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List who held which office, and how surely.

    One row per tenure. With --on, only who can have held it then: certainly when the known
    dates leave no doubt, possibly when they leave it open. Of an office that one holds at a
    time, nobody is possible while somebody else is certain, but on the day of a handover.
    """
    from communique import holders

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import when

    columns = [
        field("Who", "actor_name"),
        field("Office", "office_title"),
        Column("Since", lambda row: when(row["since_edtf"]) or "unknown"),
        Column("Until", lambda row: when(row["until_edtf"]) or "unknown"),
        *([field("Then", "certainty")] if options["on"] else []),
    ]
    print_listing(holders, columns, options, format_=format_, evidence=evidence)
