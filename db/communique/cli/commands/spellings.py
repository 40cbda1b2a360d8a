"""``spellings``: how names are printed."""

from __future__ import annotations

from typing import Any

import click

from communique.vocabulary import NameKind

from ..door import door
from ..options import known_option, lists, words_option


@door(
    "spellings",
    examples=["communique spellings suleyman-soylu", "communique spellings pkk --evidence"],
)
@click.argument("actor", metavar="NAME")
@words_option("kind", NameKind, "How it relates to the name")
@click.option("--in-article", metavar="SLUG", help="In this article.")
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List how each article prints somebody's name.

    NAME is a slug, or a name in any spelling. One row per spelling and article, the newest
    article first.
    """
    from communique import spellings

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced

    columns = [
        field("Written", "spelling"),
        Column("Kind", lambda row: spaced(row["kind"])),
        Column("Where", lambda row: f"{row['article']} [{row['start_char']}]"),
    ]
    print_listing(spellings, columns, options, format_=format_, evidence=evidence)
