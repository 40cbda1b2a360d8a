"""``agreements``: what was agreed, and what became of it."""

from __future__ import annotations

from typing import Any

from communique.vocabulary import AgreementKind, AgreementStatus

from ..conditions import about, located, relayed, reported
from ..door import door
from ..options import date_option, known_option, lists, name_option, words_option


@door(
    "agreements",
    examples=[
        "communique agreements --status planned --on 2021-11-15",
        "communique agreements --party turkey --kind mou --evidence",
    ],
)
@words_option("status", AgreementStatus, "What it is by then")
@date_option("on", "By the end of which date; without it, by now.")
@words_option("kind", AgreementKind, "Form of the agreement")
@name_option("party", "Who is bound: a slug, or a name in any spelling.")
@about
@located
@reported
@relayed
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List agreements and what became of them.

    One row per agreement, with the status that its latest step has given it.
    """
    from communique import agreements

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    columns = [
        field("Agreement", "title"),
        Column("Kind", lambda row: spaced(row["kind"])),
        Column("Status", lambda row: spaced(row["status"])),
        Column("Since", lambda row: when(row["status_edtf"])),
        field("Slug", "agreement"),
    ]
    print_listing(agreements, columns, options, format_=format_, evidence=evidence)
