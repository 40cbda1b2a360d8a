"""Which titles may hold certain folded words, asked of titles that are not kept folded.

What only Python can fold is never left out: a title in ASCII holds a word when its letters stand
in it, whatever their case, and any other title is brought along to be folded. No index serves
this; it is to save reading and folding all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Text,
    and_,
    collate,
    func,
    literal,
    literal_column,
    or_,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.sql.compiler import SQLCompiler


_FOREIGN = "[^ -&(-_a-~]"
"""A character that is not ASCII, or an apostrophe, which is dropped when a text is folded."""


class MayHold(ColumnElement[bool]):
    """The text of a column may have in its folded form all of some parts of words, or some."""

    __visit_name__ = "communique_may_hold"
    _traverse_internals = [
        ("some", InternalTraversal.dp_boolean),
        ("column", InternalTraversal.dp_clauseelement),
        ("parts", InternalTraversal.dp_clauseelement_list),
    ]
    inherit_cache = True

    def __init__(
        self, column: ColumnElement[str], parts: Iterable[str], *, some: bool = False
    ) -> None:
        self.column, self.some = column, some
        self.parts = [literal(part, Text) for part in parts]
        self.type = Boolean()

    def self_group(self, against: Any = None) -> MayHold:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(MayHold)
def _on_sqlite(held: MayHold, compiler: SQLCompiler, **kw: Any) -> str:
    foreign = held.column.op("GLOB", is_comparison=True)(literal_column(f"'*{_FOREIGN}*'"))
    return _compiled(held, func.lower(held.column), func.instr, foreign, compiler, **kw)


@compiles(MayHold, "postgresql")
def _on_postgresql(held: MayHold, compiler: SQLCompiler, **kw: Any) -> str:
    foreign = held.column.op("~", is_comparison=True)(literal_column(f"'{_FOREIGN}'"))
    # In a Turkish database the small letter of I has no dot, and is no "i".
    lowered = func.lower(collate(held.column, "C"))
    return _compiled(held, lowered, func.strpos, foreign, compiler, **kw)


def _compiled(
    held: MayHold,
    lowered: ColumnElement[str],
    place: Any,
    foreign: ColumnElement[bool],
    compiler: SQLCompiler,
    **kw: Any,
) -> str:
    stand = [place(lowered, part) > literal_column("0") for part in held.parts]
    together = or_(*stand) if held.some else and_(*stand)
    return f"({compiler.process(or_(together, foreign), **kw)})"
