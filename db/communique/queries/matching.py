"""The condition that certain words stand in a quote, a title or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, and_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from ..databases.matches import Matches
from ..vocabulary import WordingKind
from .predicate import Predicate
from .tables import again, article, quote, wording
from .terms import read
from .words import Words, chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.sql.compiler import SQLCompiler

    from ..databases.asked import Asked

OF_AN_ARTICLE = (WordingKind.TITLE, WordingKind.TEXT)


def matching(text: str, *, within: Words | None = None, syntax: bool = False) -> Predicate:
    """It holds these words: a quote in what is said, an article in its title or its text.

    All of the words are asked for, whole, in any spelling, and each title, text and quote
    answers by itself. ``within`` says where to look: title, text, quote. With ``syntax``
    the text is a query: ``"joint statement" OR (security AND coop*) NOT football``; see
    `search`. UsageError when there is no word in it, SearchError when it cannot be read.
    """
    asked = read(text, syntax=syntax)
    kinds = None if within is None else chosen(WordingKind, within, "within")
    quoted: Sequence[WordingKind] = [
        kind for kind in kinds or WordingKind if kind is WordingKind.QUOTE
    ]
    return Predicate(
        "matching",
        {
            wording: _in_wording(asked, kinds),
            quote: Worded(quote.c.id, "quote_id", asked, quoted),
            article: Worded(article.c.id, "article_id", asked, kinds or OF_AN_ARTICLE),
        },
    )


def _in_wording(asked: Asked, kinds: Sequence[WordingKind] | None) -> ColumnElement[bool]:
    matches = Matches(wording, asked)
    return matches if kinds is None else and_(wording.c.kind.in_(kinds), matches)


class Worded(ColumnElement[bool]):
    """The quote or article of a column has words that match; false where the column is empty."""

    __visit_name__ = "communique_worded"
    key: str
    _traverse_internals = [
        ("key", InternalTraversal.dp_string),
        ("kinds", InternalTraversal.dp_string),
        ("column", InternalTraversal.dp_clauseelement),
        ("matches", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(
        self, column: ColumnElement[int], key: str, asked: Asked, kinds: Sequence[WordingKind]
    ) -> None:
        self.column, self.key = column, key
        self.kinds = " ".join(kinds)
        self.matches = Matches(again(wording, "worded"), asked)
        self.type = Boolean()

    def self_group(self, against: Any = None) -> Worded:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(Worded)
def _compiled(worded: Worded, compiler: SQLCompiler, **kw: Any) -> str:
    words = again(wording, "worded")
    kinds = [WordingKind(kind) for kind in worded.kinds.split()]
    found = select(words.c[worded.key]).where(words.c.kind.in_(kinds), worded.matches)
    # Without the first half it were NULL for an empty column, and "not" would lose the row.
    condition = and_(worded.column.is_not(None), worded.column.in_(found))
    return f"({compiler.process(condition, **kw)})"
