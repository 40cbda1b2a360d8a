"""What full text searches, compared with what it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, func, select, text
from sqlalchemy.orm import aliased

from communique.databases import database_of
from communique.models import Article, ArticleText, Quote, Wording
from communique.plain import plain_words
from communique.vocabulary import WordingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

CURE = "run: communique db index"
AT_ONCE = 500
"""Texts that are held in memory at a time."""


def wordings(connection: Connection) -> tuple[int, list[str]]:
    """Titles, texts and quotes that are not kept as their plain words, or no longer stand there."""
    seen, kept, wrong = 0, 0, []
    for kind, rows in _sources():
        for slug, source, row, folded in connection.execute(
            rows.execution_options(yield_per=AT_ONCE)
        ):
            seen += 1
            kept += row is not None
            if row is None:
                wrong.append(f"a {kind} of {slug} is not searched: {CURE} --anew")
            elif folded is None:
                wrong.append(f"a {kind} of {slug} waits to be indexed: {CURE}")
            elif folded != plain_words(source):
                wrong.append(f"a {kind} of {slug} is searched by other words: {CURE} --anew")
    if (connection.scalar(select(func.count()).select_from(Wording)) or 0) > kept:
        wrong.append(f"titles, texts or quotes are searched that are not there: {CURE} --anew")
    return seen, wrong


def catchwords(connection: Connection) -> tuple[int, list[str]]:
    """Words under which a name or title is not listed, or is although it has no such word."""
    ought = database_of(connection).catchwords.words
    listed = "SELECT word, kind, of_id FROM catchword"
    lacking = connection.execute(text(f"SELECT * FROM ({ought}) AS ought EXCEPT {listed}"))
    wrong = [
        f"{kind} {number} is not found by {word[:40]!r}: {CURE} --anew"
        for word, kind, number in lacking
    ]
    too_much = connection.execute(text(f"{listed} EXCEPT SELECT * FROM ({ought}) AS ought"))
    wrong += [
        f"{kind} {number} is found by {word[:40]!r}, and has no such word: {CURE} --anew"
        for word, kind, number in too_much
    ]
    return connection.scalar(text("SELECT count(*) FROM catchword")) or 0, sorted(wrong)


def _sources() -> Iterator[tuple[WordingKind, Select[Any, Any, Any, Any]]]:
    kept = aliased(Wording, name="kept")
    columns = (kept.id, kept.folded)
    of_article = kept.article_id == Article.id
    yield (
        WordingKind.TITLE,
        select(Article.slug, Article.title, *columns)
        .outerjoin(kept, and_(of_article, kept.kind == WordingKind.TITLE))
        .where(Article.title.is_not(None)),
    )
    yield (
        WordingKind.TEXT,
        select(Article.slug, ArticleText.text, *columns)
        .join(ArticleText, ArticleText.article_id == Article.id)
        .outerjoin(kept, and_(of_article, kept.kind == WordingKind.TEXT)),
    )
    yield (
        WordingKind.QUOTE,
        select(Article.slug, Quote.folded, *columns)
        .join(Quote, Quote.article_id == Article.id)
        .outerjoin(kept, kept.quote_id == Quote.id),
    )
