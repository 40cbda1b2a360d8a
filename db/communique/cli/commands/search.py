"""``search``: the words of titles, texts and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.vocabulary import WordingKind

from ..door import door
from ..options import known_option, lists, name_option, period, words_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from ..answers import Row

NAMES = (
    "kind", "article", "quote", "title", "outlet", "published_edtf", "published_earliest",
    "published_latest", "rank", "snippet", "start_char", "end_char", "marks",
)  # fmt: skip
MOST = 2**31 - 1
"""Hits that a database can be asked for; there are never so many."""


@door(
    "search",
    examples=[
        "communique search border security",
        "communique search --syntax '\"terrorist groups\" OR smuggl*' --within quote",
    ],
)
@click.argument("words", metavar="TEXT...", nargs=-1, required=True)
@words_option("within", WordingKind, "Where to look")
@click.option(
    "--syntax", is_flag=True,
    help='Read TEXT as a query: "a phrase", begin*, AND, OR, NOT, and brackets.',
)  # fmt: skip
@name_option("outlet", "The medium that published it.")
@period
@known_option
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N",
    help="How many to print; 0 for all of them.",
)  # fmt: skip
@lists
def command(
    words: tuple[str, ...], limit: int, format_: str, evidence: bool, **options: Any
) -> None:
    """Find words in titles, texts and quotes of articles.

    All of the words are asked for, whole, in any spelling: "cavusoglu" finds Çavuşoğlu. The
    best hits come first: those in which the words stand often, and little else. Each shows
    the words where they stand, marked «so», and its offsets count characters of the article's
    text, or of the title.
    """
    from dataclasses import replace

    from ..answers import print_answer
    from ..column import Column, field
    from ..listing import answered
    from ..opening import asking
    from ..wording import when

    text = " ".join(words)
    with asking() as session:
        found = _found(session, text, limit, options)
        answer = answered(session, NAMES, found, options["known_on"], evidence=evidence)
    rows = [_shown(row, text, syntax=options["syntax"]) for row in answer.rows]
    columns = [
        field("Words", "snippet"),
        Column("In", lambda row: row["kind"]),
        Column("Where", _where),
        Column("Published", lambda row: when(row["published_edtf"])),
    ]
    print_answer(replace(answer, rows=rows), columns, format_)


def _found(session: Session, text: str, limit: int, options: Mapping[str, Any]) -> Sequence[Any]:
    from communique.queries import count, search

    from ..meaning import asked

    given = {name: value for name, value in options.items() if value not in (None, (), False)}
    statement = asked(session, search, given | {"text": text})
    limit = min(limit, MOST)
    found = session.execute(statement.limit(limit) if limit else statement).all()
    if limit and len(found) == limit:
        total = session.scalar(count(statement)) or 0
        if total > limit:
            click.echo(f"the first {limit} of {total:,}; --limit 0 prints all", err=True)
    return found


def _shown(row: Row, text: str, *, syntax: bool) -> dict[str, Any]:
    """A hit with the piece of its text that shows the words, and where that stands."""
    from communique.queries import snippet

    piece = snippet(row["text"], text, syntax=syntax)
    at = row["start_char"] or 0
    return {
        **row,
        "snippet": piece.marked(),
        "start_char": at + piece.start,
        "end_char": at + piece.end,
        "marks": [[at + start, at + end] for start, end in piece.marks],
    }


def _where(row: Row) -> str:
    return f"{row['quote'] or row['article']} [{row['start_char']}:{row['end_char']}]"
