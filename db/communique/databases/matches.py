"""The condition that a row of ``wording`` answers to a search, in each database's own way.

It is one small element that becomes SQL when a statement is compiled; a search for other
words of the same shape is only bound to new values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    Text,
    and_,
    cast,
    column,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    table,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from .asked import All, Without, Words, for_fts5, for_tsquery, has_phrase, leaves, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import FromClause
    from sqlalchemy.sql.compiler import SQLCompiler

    from .asked import Asked

_INDEX = table("wording_fts", column("rowid", Integer), column("wording_fts", Text))
_WAITING = table("wording_waiting", column("id", Integer))
_UNINDEXED = table("wording", column("id", Integer), column("folded", Text)).alias("unindexed")
_SPACE = literal_column("' '", Text)


class Matches(ColumnElement[bool]):
    """The words of a row of ``wording`` are what is asked for; false while they are not written."""

    __visit_name__ = "communique_matches"
    _traverse_internals = [
        ("shape", InternalTraversal.dp_string),
        ("id", InternalTraversal.dp_clauseelement),
        ("folded", InternalTraversal.dp_clauseelement),
        ("values", InternalTraversal.dp_clauseelement_list),
    ]
    inherit_cache = True

    def __init__(self, wording: FromClause, asked: Asked) -> None:
        self.asked = asked
        self.shape = shape(asked)
        self.id: ColumnElement[int] = wording.c.id
        self.folded: ColumnElement[str] = wording.c.folded
        needles = (leaf.needle for leaf in leaves(asked))
        texts = (for_fts5(asked), for_tsquery(asked), *needles)
        self.values = [literal(each, Text) for each in texts]
        self.type = Boolean()

    def self_group(self, against: Any = None) -> Matches:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(Matches, "sqlite")
def _on_sqlite(matches: Matches, compiler: SQLCompiler, **kw: Any) -> str:
    """What the index answers, but for rows that it is behind with: those are read."""
    question, _, *needles = matches.values
    indexed = select(_INDEX.c.rowid).where(
        _INDEX.c.wording_fts.op("MATCH")(question), _INDEX.c.rowid.not_in(select(_WAITING.c.id))
    )
    stands = _stands(matches.asked, _UNINDEXED.c.folded, func.instr, iter(needles))
    # As a value of each waiting row, so that no plan can begin with all that do not wait.
    reads = select(stands).where(_UNINDEXED.c.id == _WAITING.c.id).correlate(_WAITING)
    read = select(_WAITING.c.id).where(reads.scalar_subquery())
    return f"({compiler.process(matches.id.in_(union_all(indexed, read)), **kw)})"


@compiles(Matches, "postgresql")
def _on_postgresql(matches: Matches, compiler: SQLCompiler, **kw: Any) -> str:
    """What the index answers, and where the order of words matters, those that have it so."""
    _, question, *needles = matches.values
    words = func.array_to_tsvector(func.string_to_array(matches.folded, _SPACE))
    found = words.op("@@", is_comparison=True)(cast(question, TSQUERY))
    # Always true, and cheap. The planner believes that to make the words of a text anew costs next
    # to nothing, and for a common word would rather do that with every text than ask the index;
    # what it believes of this one, it would pay for every row of such a scan, too.
    nothing = func.left(cast(matches.id, Text), literal_column("0"))
    dear = func.to_tsvector(literal_column("'simple'::regconfig"), nothing).is_not(None)
    conditions: list[ColumnElement[bool]] = [matches.folded.is_not(None), found, dear]
    conditions += _unsure(matches.asked, matches.folded, func.strpos, iter(needles))
    return f"({compiler.process(and_(*conditions), **kw)})"


class Letters(ColumnElement[int]):
    """How many letters a folded text has, which are as many bytes."""

    __visit_name__ = "communique_letters"
    _traverse_internals = [("folded", InternalTraversal.dp_clauseelement)]
    inherit_cache = True

    def __init__(self, folded: ColumnElement[str]) -> None:
        self.folded = folded
        self.type = Integer()


@compiles(Letters, "sqlite")
def _letters_on_sqlite(letters: Letters, compiler: SQLCompiler, **kw: Any) -> str:
    return f"length({compiler.process(letters.folded, **kw)})"


@compiles(Letters, "postgresql")
def _letters_on_postgresql(letters: Letters, compiler: SQLCompiler, **kw: Any) -> str:
    # The other way of counting unpacks a long text to do so, ten times as slow.
    return f"octet_length({compiler.process(letters.folded, **kw)})"


def _unsure(
    asked: Asked, folded: ColumnElement[str], place: Any, needles: Iterator[ColumnElement[str]]
) -> Iterator[ColumnElement[bool]]:
    """What the text itself is still to be asked: phrases, and what is said of them."""
    if isinstance(asked, All):
        for part in asked.parts:
            yield from _unsure(part, folded, place, needles)
    elif isinstance(asked, Without):
        yield from _unsure(asked.wanted, folded, place, needles)
        unwanted = _stands(asked.unwanted, folded, place, needles)
        if has_phrase(asked.unwanted):
            yield not_(unwanted)
    else:
        stands = _stands(asked, folded, place, needles)
        if has_phrase(asked):
            yield stands


def _stands(
    asked: Asked, folded: ColumnElement[str], place: Any, needles: Iterator[ColumnElement[str]]
) -> ColumnElement[bool]:
    """The same question put to the text itself."""
    if isinstance(asked, Words):
        found: ColumnElement[bool] = place(_SPACE + folded + _SPACE, next(needles)) > 0
        return found
    if isinstance(asked, Without):
        wanted = _stands(asked.wanted, folded, place, needles)
        return and_(wanted, not_(_stands(asked.unwanted, folded, place, needles)))
    parts = [_stands(part, folded, place, needles) for part in asked.parts]
    return and_(*parts) if isinstance(asked, All) else or_(*parts)
