"""Titles, texts and quotes to be searched, written past the loader, and what plain Python finds.

The model knows nothing of SQL or of the index: it folds each text and compares lists of words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from communique import search
from communique.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = tuple[str, str]
"""The kind of a passage, and the quote or the article that it is."""


@dataclass
class Written:
    """An article as it was written."""

    title: str | None = None
    text: str | None = None
    quotes: list[str] = field(default_factory=list)


def write(connection: Connection, articles: dict[str, Written]) -> None:
    """Write articles as a stranger would, who knows of no index."""
    for slug, each in articles.items():
        new = text("INSERT INTO article (slug, title) VALUES (:slug, :title) RETURNING id")
        number = connection.execute(new, {"slug": slug, "title": each.title}).scalar_one()
        if each.text is not None:
            connection.execute(
                text("INSERT INTO article_text (article_id, text) VALUES (:id, :text)"),
                {"id": number, "text": each.text},
            )
        for position, words in enumerate(each.quotes):
            quote(connection, number, position, words)


def quote(connection: Connection, article: int, position: int, words: str) -> None:
    """Write a quote, or other words in the place of one."""
    connection.execute(
        text(
            "INSERT INTO quote (article_id, position, start_char, end_char, text, folded, mode)"
            " VALUES (:article, :position, 0, :end, :text, :folded, 'direct')"
            " ON CONFLICT (article_id, position) DO UPDATE"
            " SET text = excluded.text, folded = excluded.folded, end_char = excluded.end_char"
        ),
        {
            "article": article,
            "position": position,
            "end": max(1, len(words)),
            "text": words,
            "folded": fold(words),
        },
    )


def passages(articles: dict[str, Written]) -> Iterator[tuple[Key, str]]:
    """Every title, text and quote, with how a hit names it."""
    for slug, each in articles.items():
        if each.title is not None:
            yield ("title", slug), each.title
        if each.text is not None:
            yield ("text", slug), each.text
        for position, words in enumerate(each.quotes):
            yield ("quote", f"{slug}#{position + 1}"), words


def hits(connection: Connection, words: str, *, syntax: bool = False) -> list[tuple[Key, int]]:
    """What the library finds, in its order, with ranks."""
    rows = connection.execute(search(words, syntax=syntax))
    return [((str(row.kind), row.quote or row.article), row.rank) for row in rows]


def stands(words: list[str], wanted: list[str], *, prefix: bool = False) -> int:
    """How often words stand one behind the other; of the last perhaps only its beginning."""
    size = len(wanted)
    found = 0
    for place in range(len(words) - size + 1):
        *first, last = words[place : place + size]
        ends = last.startswith(wanted[-1]) if prefix else last == wanted[-1]
        found += first == wanted[:-1] and ends
    return found
