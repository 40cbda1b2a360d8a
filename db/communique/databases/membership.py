"""A key is one of a few that a sub-select finds.

On PostgreSQL an array, found once before anything is read: a joined sub-select is planned last
when a statement already joins eight tables, and so after each of them was read from end to end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

if TYPE_CHECKING:
    from sqlalchemy import CompoundSelect, Select
    from sqlalchemy.sql.compiler import SQLCompiler


class OneOfFew(ColumnElement[bool]):
    """The column, a key of a table, holds one of these; NULL where it is empty, as IN is."""

    __visit_name__ = "communique_one_of_few"
    _traverse_internals = [
        ("column", InternalTraversal.dp_clauseelement),
        ("found", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(
        self, column: ColumnElement[Any], found: CompoundSelect[Any] | Select[Any]
    ) -> None:
        self.column, self.found = column, found
        self.type = Boolean()

    def self_group(self, against: Any = None) -> OneOfFew:
        """Itself: compared with 1, as SQLite's booleans are, no index would serve it."""
        return self


@compiles(OneOfFew)
def _listed(few: OneOfFew, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(few.column.in_(few.found), **kw)


@compiles(OneOfFew, "postgresql")
def _gathered(few: OneOfFew, compiler: SQLCompiler, **kw: Any) -> str:
    column = compiler.process(few.column, **kw)
    listed = f"{column} = ANY (ARRAY{compiler.process(few.found.scalar_subquery(), **kw)})"
    # The planner takes an array for ten values: for ten of an average one it would rather read the
    # whole table. The second half is true of every key, and taken to be true of every third row.
    return f"({listed} AND {column} >= (SELECT 0))"
