"""A key is one of a few that a sub-select finds.

On PostgreSQL an array, found once before anything is read: a joined sub-select is planned last
when a statement already joins eight tables, and so after each of them was read from end to end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, and_, intersect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

if TYPE_CHECKING:
    from sqlalchemy import CompoundSelect, Select
    from sqlalchemy.sql.compiler import SQLCompiler


class OneOfFew(ColumnElement[bool]):
    """The column, a key of a table, holds one of these; NULL where it is empty, as IN is.

    ``many``: there are rows of these in some number, so that each is not looked up by itself.
    """

    __visit_name__ = "communique_one_of_few"
    _traverse_internals = [
        ("many", InternalTraversal.dp_boolean),
        ("column", InternalTraversal.dp_clauseelement),
        ("found", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(
        self,
        column: ColumnElement[Any],
        found: CompoundSelect[Any] | Select[Any],
        *,
        many: bool = False,
    ) -> None:
        self.column, self.found, self.many = column, found, many
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
    if few.many:
        return listed
    # The planner takes an array for ten values: for ten of an average one it would rather read the
    # whole table. The others are true of every key, and it takes them for one of three, one of
    # three and one of two rows: so it plans for little more than half of an average value.
    kept = f"CASE WHEN {column} IS NULL THEN false ELSE true END"
    return f"({listed} AND {column} >= (SELECT 0) AND {column} + 0 >= (SELECT 0) AND {kept})"


class InBoth(ColumnElement[bool]):
    """The column, a key of a table, is in both of two sub-selects; false where it is empty.

    On PostgreSQL what is in both is found before anything is read: of two who have much, and
    little of it together, it would ask of all that one of them has whether the other has it.
    """

    __visit_name__ = "communique_in_both"
    _traverse_internals = [
        ("column", InternalTraversal.dp_clauseelement),
        ("one", InternalTraversal.dp_clauseelement),
        ("other", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(
        self,
        column: ColumnElement[Any],
        one: CompoundSelect[Any] | Select[Any],
        other: CompoundSelect[Any] | Select[Any],
    ) -> None:
        self.column, self.one, self.other = column, one, other
        self.type = Boolean()

    def self_group(self, against: Any = None) -> InBoth:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(InBoth)
def _in_both(both: InBoth, compiler: SQLCompiler, **kw: Any) -> str:
    of_each = (both.column.in_(each) for each in (both.one, both.other))
    return f"({compiler.process(and_(both.column.is_not(None), *of_each), **kw)})"


@compiles(InBoth, "postgresql")
def _in_common(both: InBoth, compiler: SQLCompiler, **kw: Any) -> str:
    common = OneOfFew(both.column, intersect(both.one, both.other))
    return f"({compiler.process(and_(both.column.is_not(None), common), **kw)})"
