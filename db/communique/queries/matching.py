"""The condition that certain words stand in a quote, a title or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, and_, exists, false, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from ..databases.matches import Matches
from ..vocabulary import WordingKind
from .predicate import Predicate
from .tables import again, article, constant, quote, wording
from .terms import read
from .words import Words, chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import FromClause, Select
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


def holds_words(own: FromClause, text: str, *, led: bool) -> ColumnElement[bool]:
    """What `matching` asks of a quote or an article, where other conditions may lead to few.

    When they do (``led``), those are looked up in the index's answer; otherwise its answer
    leads to the rows.
    """
    asked = read(text)
    if own is quote:
        return Worded(own.c.id, "quote_id", asked, [WordingKind.QUOTE], led=led)
    return Worded(own.c.id, "article_id", asked, OF_AN_ARTICLE, led=led)


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
        ("led", InternalTraversal.dp_boolean),
        ("column", InternalTraversal.dp_clauseelement),
        ("matches", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(
        self,
        column: ColumnElement[int],
        key: str,
        asked: Asked,
        kinds: Sequence[WordingKind],
        *,
        led: bool = False,
    ) -> None:
        self.column, self.key, self.led = column, key, led
        self.kinds = " ".join(kinds)
        self.matches = Matches(again(wording, "worded"), asked)
        self.type = Boolean()

    def self_group(self, against: Any = None) -> Worded:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(Worded)
def _compiled(worded: Worded, compiler: SQLCompiler, **kw: Any) -> str:
    words = again(wording, "worded")
    found = select(words.c[worded.key]).where(worded.matches)
    if worded.key == "article_id":
        found = found.where(words.c.kind.in_([constant(kind) for kind in worded.kinds.split()]))
    elif not worded.kinds:
        found = found.where(false())
    if worded.led:
        return _looked_up(worded, found, compiler, **kw)
    found = found.where(words.c[worded.key].is_not(None))
    # Without the first half it were NULL for an empty column, and "not" would lose the row.
    condition = and_(worded.column.is_not(None), worded.column.in_(found))
    return f"({compiler.process(condition, **kw)})"


def _looked_up(worded: Worded, found: Select[int], compiler: SQLCompiler, **kw: Any) -> str:
    """Of each row whether it has such words.

    Said of the row's own column, so that the rows of the words alone are read from their index:
    to learn whose words the index has found, each of them would be read itself.
    """
    words = again(wording, "worded")
    own = found.where(words.c[worded.key] == worded.column).with_only_columns(words.c.id)
    return f"({compiler.process(exists(own.correlate_except(words)), **kw)})"
