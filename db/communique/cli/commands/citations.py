"""``citations``: every proof by itself."""

from __future__ import annotations

from typing import Any

import click

from communique.vocabulary import Basis

from ..door import door
from ..options import known_option, name_option, prints_rows, uses_database, words_option


@door(
    "citations",
    examples=[
        "communique citations --record 2021-10-iran-turkey-security-mou",
        "communique citations --article 2021-10-tasnim-security-mou --basis inferred",
    ],
)
@click.option("--article", metavar="SLUG", help="In this article.")
@click.option("--record", metavar="SLUG", help="Of this record, or of a part of it.")
@words_option("basis", Basis, "How it was read")
@name_option("outlet", "In articles of this outlet: a slug, or a name in any spelling.")
@known_option
@prints_rows
@uses_database
def command(format_: str, **options: Any) -> None:
    """List every proof: what it proves, and its words.

    One row per proof, those in the newest article first. JSON, CSV and JSON Lines tell the
    record file and line of each, too.
    """
    from communique import citations

    from ..column import Column, field
    from ..listing import print_listing
    from ..proofs import fact_of

    columns = [
        Column("Proves", lambda row: f"{fact_of(row)} of {row['record_kind']}/{row['record']}"),
        field("Words", "excerpt"),
        Column("Read", lambda row: row["basis"]),
        Column("Where", _where),
    ]
    print_listing(citations, columns, options, format_=format_, evidence=False)


def _where(row: Any) -> str:
    if row["article"] is None:
        return "outside knowledge"
    return f"{row['article']} [{row['start_char']}:{row['end_char']}]"
