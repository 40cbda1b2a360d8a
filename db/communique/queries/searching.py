"""Full-text search: what titles, texts and quotes hold, the nearest to the question first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    case,
    func,
    literal,
    literal_column,
    null,
    select,
)
from sqlalchemy import cast as in_sql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from ..databases.asked import leaves
from ..databases.matches import Letters
from ..vocabulary import WordingKind
from . import days
from .known import by, last_day
from .matching import matching
from .naming import is_actor
from .ordering import ranked
from .tables import article, article_text, outlet, quote, wording
from .terms import read

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler

    from ..databases.asked import Asked
    from .days import When
    from .rows_sources import Hit
    from .words import Words

_SPACE = literal_column("' '", Text)


def search(
    text: str,
    *,
    within: Words | None = None,
    syntax: bool = False,
    outlet: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Hit]:
    """Titles, texts and quotes that hold these words, in order of their rank: see `Hit`.

    All of the words are asked for, whole, in any spelling, and nothing in ``text`` has any
    other meaning. With ``syntax`` it is a query: ``word``, ``begin*``, ``"a phrase"``, AND,
    OR, NOT in capital letters, and brackets. ``within`` says where to look: title, text,
    quote. Limits of time are on the article's publication; conditions on quotes and articles
    compose.

    For each word or phrase that is asked for, up to 1,000 points: ``1000 n / (n + k)`` when it
    stands there n times, and k is one more than a 2,000th of the letters of it all. (Of a word
    that is repeated side by side every second one counts.)
    The rank of a hit so depends on it and on the question alone: it is the same on both
    databases, and rows that come later do not disturb pages. Equal ranks are sorted newest
    first. Raises UsageError where there is no word, SearchError where syntax is wrong.
    """
    asked = read(text, syntax=syntax)
    rows = _base().add_columns(Rank(wording.c.folded, asked).label("rank"))
    rows = ranked(rows.where(matching(text, within=within, syntax=syntax)))
    if outlet is not None:
        rows = rows.where(is_actor(article.c.outlet_id, outlet))
    if known_on is not None:
        rows = rows.where(by(article.c.published_latest, last_day(known_on)))
    bounds = (article.c.published_earliest, article.c.published_latest)
    return cast("Select[*Hit]", days.within(rows, since, until, on, bounds))


class Rank(ColumnElement[int]):
    """Points for how often the words stand in a text, and for how short it is."""

    __visit_name__ = "communique_rank"
    _traverse_internals = [
        ("folded", InternalTraversal.dp_clauseelement),
        ("needles", InternalTraversal.dp_clauseelement_list),
    ]
    inherit_cache = True

    def __init__(self, folded: ColumnElement[str], asked: Asked) -> None:
        self.folded = folded
        wanted = dict.fromkeys(leaf.needle for leaf in leaves(asked, unwanted=False))
        self.needles = [literal(needle, Text) for needle in wanted]
        self.type = Integer()


@compiles(Rank)
def _compiled(rank: Rank, compiler: SQLCompiler, **kw: Any) -> str:
    length = Letters(rank.folded)
    size = 1 + length // literal_column("2000", Integer)
    padded = _SPACE + rank.folded + _SPACE
    points: list[ColumnElement[int]] = []
    for needle in rank.needles:
        without = Letters(func.replace(padded, needle, literal_column("''")))
        times = (length + 2 - without) // Letters(needle)
        points.append(1000 - 1000 * size // (times + size))
    return f"({compiler.process(sum(points[1:], points[0]), **kw)})"


@lru_cache(maxsize=1)
def _base() -> Select[*tuple[Any, ...]]:
    number = in_sql(quote.c.position + 1, Text)
    is_quote = wording.c.kind == WordingKind.QUOTE
    is_text = wording.c.kind == WordingKind.TEXT
    return select(
        wording.c.kind,
        article.c.slug.label("article"),
        article.c.title.label("title"),
        case((is_quote, article.c.slug + literal("#") + number), else_=null()).label("quote"),
        case((is_quote, quote.c.text), (is_text, article_text.c.text), else_=article.c.title).label(
            "text"
        ),
        case((is_quote, quote.c.start_char), (is_text, 0), else_=null()).label("start_char"),
        outlet.c.slug.label("outlet"),
        article.c.published_edtf,
        article.c.published_earliest,
        article.c.published_latest,
        case((is_quote, quote.c.id), else_=article.c.id).label("of_id"),
        days.newest(article.c.published_latest, article.c.published_earliest).label("day"),
        wording.c.id.label("id"),
    ).select_from(
        wording.join(article, article.c.id == wording.c.article_id)
        .outerjoin(quote, quote.c.id == wording.c.quote_id)
        .outerjoin(article_text, and_(is_text, article_text.c.article_id == wording.c.article_id))
        .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
    )
