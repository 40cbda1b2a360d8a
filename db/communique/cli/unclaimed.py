"""What no record claims, on a page: the share of each article, then each loose end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from .answers import Answer
from .column import Column, field
from .tables import console, rendered, show
from .wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from communique import Unclaimed

    from .answers import Row

LEGEND = (
    "Read: the share of the text under evidence or speech. Marks: double quotation marks at no"
    " recorded speech. Names: capitalised names that no record claims. Unexplained: marks and"
    " names over which no note stands either."
)


def print_unclaimed(found: Sequence[Unclaimed]) -> None:
    """Print a table of the articles, and below it one of the marks and names left over."""
    if not found:
        click.echo("No rows.", err=True)
        return
    articles = [
        field("Article", "article"),
        Column("Read", lambda row: "no text" if row["share"] is None else f"{row['share']:.0%}"),
        field("Marks", "marks"),
        field("Names", "names"),
        field("Unexplained", "unexplained"),
    ]
    ends = [
        Column("Where", lambda row: f"{row['article']} [{row['start_char']}:{row['end_char']}]"),
        Column("Left", lambda row: row["text"] if row["what"] == "name" else f"mark {row['text']}"),
        Column("In", lambda row: row["context"]),
        Column("Explained by", lambda row: row["explained_by"] or "nothing"),
    ]
    rows, loose = [_summed(each) for each in found], list(_ends(found))
    width = console().width
    parts: list[RenderableType] = [*rendered(Answer(list(rows[0]), rows), articles, width)]
    if loose:
        parts += [Text(), *rendered(Answer(list(loose[0]), loose), ends, width)]
    parts += [Text(), Text(LEGEND, style="dim")]
    left = sum(len(each.unexplained) for each in found)
    show(*parts)
    click.echo(
        f"\n{counted(left, 'loose end')} that no note explains"
        if left
        else "\nnothing is left unexplained"
    )


def _summed(each: Unclaimed) -> Row:
    return {
        "article": each.article,
        "share": each.share,
        "marks": len(each.marks),
        "names": len(each.names),
        "unexplained": len(each.unexplained),
    }


def _ends(found: Sequence[Unclaimed]) -> Iterator[Row]:
    """What no note explains comes first."""
    ends = [
        (end.explained_by is not None, each.article, end.start_char, what, end)
        for each in found
        for what, loose in (("mark", each.marks), ("name", each.names))
        for end in loose
    ]
    for _, article, _, what, end in sorted(ends):
        yield {"article": article, "what": what, **end._asdict()}
