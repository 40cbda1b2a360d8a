"""``articles``: where it is written."""

from __future__ import annotations

from typing import Any

import click

from ..door import door
from ..options import known_option, lists, name_option, period


@door(
    "articles",
    examples=[
        "communique articles --since 2021",
        "communique articles --outlet defapress --format csv",
    ],
)
@name_option("outlet", "Who published it: a slug, or a name in any spelling.")
@click.option("--language", metavar="TAG", help="In which language: a BCP 47 tag, such as en.")
@period
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List articles: when they were published, and by whom.

    The latest published comes first. What is not printed is not known: an article may have
    neither title nor outlet nor exact day.
    """
    from communique import articles

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import when

    columns = [
        Column("Published", lambda row: when(row["published_edtf"])),
        Column("Title", lambda row: row["title"] or "(none printed)"),
        Column("By", lambda row: row["outlet_name"] or row["credit"]),
        field("Slug", "article"),
    ]
    print_listing(articles, columns, options, format_=format_, evidence=evidence)
