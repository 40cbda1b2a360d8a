"""A condition that knows what it means for each kind of row.

``in_office(level="minister")`` asks of a signature in which office it was given, of a
meeting whether anybody attended in such an office. Which of these is meant follows from
the statement that the condition is used in, so one word serves them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, not_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from ..errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import FromClause
    from sqlalchemy.sql.compiler import SQLCompiler


class Predicate(ColumnElement[bool]):
    """True or false of each row and never NULL; it composes with ``&``, ``|`` and ``~``.

    ``meanings`` says for each table what the condition asks of its rows. The first table
    that the enclosing statement reads decides; a statement that reads none of them is
    refused when it is compiled, instead of being answered wrongly.
    """

    __visit_name__ = "communique_predicate"
    _traverse_internals = [
        ("word", InternalTraversal.dp_string),
        ("tables", InternalTraversal.dp_clauseelement_list),
        ("conditions", InternalTraversal.dp_clauseelement_list),
    ]
    inherit_cache = True

    def __init__(self, word: str, meanings: Mapping[FromClause, ColumnElement[bool]]) -> None:
        self.word = word
        self.tables = list(meanings)
        self.conditions = list(meanings.values())
        self.type = Boolean()

    def __invert__(self) -> Predicate:
        refused = (not_(condition) for condition in self.conditions)
        return Predicate(self.word, dict(zip(self.tables, refused, strict=True)))

    def self_group(self, against: Any = None) -> Predicate:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(Predicate)
def _compiled(predicate: Predicate, compiler: SQLCompiler, **kw: Any) -> str:
    read = compiler.stack[-1]["correlate_froms"] if compiler.stack else ()
    for table, condition in zip(predicate.tables, predicate.conditions, strict=True):
        if table in read:
            return f"({compiler.process(condition, **kw)})"
    fitting = ", ".join(getattr(table, "name", str(table)) for table in predicate.tables)
    raise UsageError(
        f"{predicate.word}() says nothing about the rows of this statement.",
        hint=f"use it where one of these tables is read under its own name: {fitting}",
    )
