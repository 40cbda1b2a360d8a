"""A column holds one of some words, where a page of the list is to be read along its order.

SQLite does not reckon with LIMIT: to find the newest fifty it began with the offices of that
level, and gathered and sorted all that any of them signed. It takes ``IS`` for a condition that
a row joined from the left may fail without being dropped, and so begins with the newest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, and_, literal, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.sql.compiler import SQLCompiler


class Along(ColumnElement[bool]):
    """The column, of a table that is joined from the left, holds one of these; never NULL."""

    __visit_name__ = "communique_along"
    _traverse_internals = [
        ("column", InternalTraversal.dp_clauseelement),
        ("words", InternalTraversal.dp_clauseelement_list),
    ]
    inherit_cache = True

    def __init__(self, column: ColumnElement[Any], words: Iterable[object]) -> None:
        self.column = column
        self.words = [literal(word, column.type) for word in words]
        self.type = Boolean()

    def self_group(self, against: Any = None) -> Along:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(Along)
def _held(along: Along, compiler: SQLCompiler, **kw: Any) -> str:
    held = or_(*(along.column == word for word in along.words))
    return f"({compiler.process(and_(along.column.is_not(None), held), **kw)})"


@compiles(Along, "sqlite")
def _held_on_sqlite(along: Along, compiler: SQLCompiler, **kw: Any) -> str:
    listed = compiler.stack[-1].get("selectable") if compiler.stack else None
    if getattr(listed, "_limit_clause", None) is None:
        return _held(along, compiler, **kw)
    held = or_(*(along.column.is_not_distinct_from(word) for word in along.words))
    return f"({compiler.process(held, **kw)})"
