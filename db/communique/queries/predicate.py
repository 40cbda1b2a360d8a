"""A condition that knows what it means for each kind of row.

``in_office(level="minister")`` asks of a signature in which office it was given, of a
meeting whether anybody attended in such an office. Which of these is meant follows from
the statement that the condition is used in, so one word serves them all. Of a list that
holds several kinds of records, such as a timeline, it asks each kind in its own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, Subquery, and_, literal_column, not_, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from ..errors import UsageError
from .naming import Answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import FromClause
    from sqlalchemy.sql.compiler import SQLCompiler

    Meanings = Mapping[FromClause, ColumnElement[bool]]
    Arm = tuple[str, FromClause, Sequence[FromClause]]

UNIONS: dict[str, list[Arm]] = {}
"""Lists of several kinds by name: each kind's word, its own table, and those it is read with."""

NAMED: dict[str, Callable[..., Meanings]] = {}
"""Conditions that ask for a name: what they mean is worked out when a statement is compiled."""


class Predicate(ColumnElement[bool]):
    """True or false of each row and never NULL; it composes with ``&``, ``|`` and ``~``.

    ``meanings`` says for each table what the condition asks of its rows. The first table
    that the enclosing statement reads decides; a statement that reads none of them is
    refused when it is compiled, instead of being answered wrongly. Of a kind of record
    that it has no meaning for it is false, and its opposite true.
    """

    __visit_name__ = "communique_predicate"
    _traverse_internals = [
        ("word", InternalTraversal.dp_string),
        ("tables", InternalTraversal.dp_clauseelement_list),
        ("conditions", InternalTraversal.dp_clauseelement_list),
        ("elsewhere", InternalTraversal.dp_boolean),
        ("what", InternalTraversal.dp_string),
        ("names", InternalTraversal.dp_clauseelement_list),
    ]
    inherit_cache = True

    def __init__(
        self,
        word: str,
        meanings: Meanings,
        *,
        elsewhere: bool = False,
        answers: Sequence[Answers] = (),
    ) -> None:
        self.word = word
        self.elsewhere = elsewhere
        self.what = answers[0].what if answers else ""
        self.names = [name for each in answers for name in (each.given, each.folded)]
        self.tables = list(meanings)
        self.conditions = list(meanings.values())
        self.type = Boolean()

    def __invert__(self) -> Predicate:
        refused = (not_(condition) for condition in self.conditions)
        meanings = dict(zip(self.tables, refused, strict=True))
        return Predicate(self.word, meanings, elsewhere=not self.elsewhere, answers=self._answers())

    def meanings(self) -> Meanings:
        """What it asks of the rows of each table."""
        if not self.names:
            return dict(zip(self.tables, self.conditions, strict=True))
        meant = NAMED[self.word](*self._answers())
        return {each: not_(of) for each, of in meant.items()} if self.elsewhere else meant

    def _answers(self) -> list[Answers]:
        pairs = zip(self.names[::2], self.names[1::2], strict=True)
        return [Answers(self.what, given, folded) for given, folded in pairs]

    def self_group(self, against: Any = None) -> Predicate:
        """Itself: it always stands in brackets of its own."""
        return self


def asks(what: str) -> Callable[[Callable[[Answers], Meanings]], Callable[[str], Predicate]]:
    """Make a condition that takes the name of an actor, place or topic in any spelling.

    The name is bound when a statement runs, so that one question about many names is
    built in no time and compiled once.
    """

    def made(meaning: Callable[[Answers], Meanings]) -> Callable[[str], Predicate]:
        word = meaning.__name__
        NAMED[word] = meaning

        def condition(name: str) -> Predicate:
            return Predicate(word, {}, answers=[Answers.to(what, name)])

        condition.__name__ = condition.__qualname__ = word
        condition.__doc__, condition.__module__ = meaning.__doc__, meaning.__module__
        return condition

    return made


@compiles(Predicate)
def _compiled(predicate: Predicate, compiler: SQLCompiler, **kw: Any) -> str:
    read = compiler.stack[-1]["correlate_froms"] if compiler.stack else ()
    meanings = predicate.meanings()
    for table, condition in meanings.items():
        if table in read:
            return f"({compiler.process(condition, **kw)})"
    of_kinds = _of_kinds(predicate, set(meanings), read)
    if of_kinds is not None:
        return f"({compiler.process(of_kinds, **kw)})"
    fitting = ", ".join(getattr(table, "name", str(table)) for table in meanings)
    raise UsageError(
        f"{predicate.word}() says nothing about the rows of this statement.",
        hint=f"use it where one of these tables is read under its own name: {fitting}",
    )


def _of_kinds(
    predicate: Predicate, meant: set[FromClause], read: Iterable[FromClause]
) -> ColumnElement[bool] | None:
    """What the condition asks of a list of several kinds: of each kind, by its own tables."""
    for listed in read:
        arms = UNIONS.get(listed.name, []) if isinstance(listed, Subquery) else []
        if meant.isdisjoint(table for _, _, tables in arms for table in tables):
            continue
        asked = []
        for word, own, tables in arms:
            of_kind = listed.c.record_kind == literal_column(f"'{word}'")
            if not meant.isdisjoint(tables):
                decides = next(table for table in predicate.meanings() if table in tables)
                rows = own if decides is own else _joined(tables)
                kept = select(own.c.id).select_from(rows).where(predicate)
                asked.append(and_(of_kind, listed.c.id.in_(kept)))
            elif predicate.elsewhere:
                asked.append(of_kind)
        return or_(*asked)
    return None


def _joined(tables: Sequence[FromClause]) -> FromClause:
    first, *others = tables
    for other in others:
        first = first.join(other, first.c[f"{other.description}_id"] == other.c.id)
    return first
