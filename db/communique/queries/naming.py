"""The records that a text names, by slug or in any spelling, as sub-selects of their ids.

A condition on a name is kept as one small element, which becomes SQL when a statement is
compiled: a question that is asked again, about others, is only bound to new values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    Table,
    and_,
    exists,
    literal,
    select,
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from ..codes import country_problem
from ..databases.membership import OneOfFew
from ..databases.types import TEXT
from ..errors import UsageError
from ..names import fold
from .tables import actor, again, name, office, place, topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import CTE, CompoundSelect, FromClause, Select
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.sql.elements import KeyedColumnElement

    Ids = CompoundSelect[int] | Select[int]
    Bound = BindParameter[str]


class Answers:
    """What answers to a text: the ids of records of one kind, found when a statement runs."""

    __slots__ = ("folded", "given", "what")

    def __init__(self, what: str, given: Bound, folded: Bound) -> None:
        self.what, self.given, self.folded = what, given, folded

    @classmethod
    def to(cls, what: str, text: str) -> Answers:
        """What answers to this text: an actor, office, place or topic, or what lies inside one."""
        key = _key(text, _CALLED.get(what, what))
        folded = key.replace(" ", "-") if what == "topic" else key
        return cls(what, literal(text, TEXT), literal(folded, TEXT))

    def ids(self) -> Ids:
        """The ids as a sub-select."""
        return _IDS[self.what](self.given, self.folded)


class PointsTo(ColumnElement[bool]):
    """The column points to what answers to a text; false, and never NULL, where it is empty."""

    __visit_name__ = "communique_points_to"
    _traverse_internals = [
        ("what", InternalTraversal.dp_string),
        ("column", InternalTraversal.dp_clauseelement),
        ("given", InternalTraversal.dp_clauseelement),
        ("folded", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(self, column: ColumnElement[int], answers: Answers) -> None:
        self.column = column
        self.what, self.given, self.folded = answers.what, answers.given, answers.folded
        self.type = Boolean()

    def self_group(self, against: Any = None) -> PointsTo:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(PointsTo)
def _compiled(points: PointsTo, compiler: SQLCompiler, **kw: Any) -> str:
    ids = _found_once(points, compiler)
    # Without the first half it were NULL for an empty column, and "not" would lose the row.
    condition = and_(points.column.is_not(None), OneOfFew(points.column, ids))
    return f"({compiler.process(condition, **kw)})"


def _found_once(points: PointsTo, compiler: SQLCompiler) -> Select[int]:
    """The ids that a name means, found once in a statement however often it asks for them.

    A timeline of two actors names each of them fourteen times: planning that took longer
    than answering it.
    """
    found = vars(compiler).setdefault("communique_answers", {})
    asked = (points.what, points.given.key)
    if asked not in found:
        found[asked] = _IDS[points.what](points.given, points.folded).cte()
    return select(found[asked].c[0])


def is_actor(column: ColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to an actor of this slug or spelling; false where it is empty."""
    return PointsTo(column, actors(text))


def actors(text: str) -> Answers:
    """Ids of the actors that answer to this slug or spelling."""
    return Answers.to("actor", text)


def is_office(column: ColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to an office that answers to this slug or title."""
    return PointsTo(column, Answers.to("office", text))


def is_in_place(column: ColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to this place, or to one that lies in it, however deep."""
    return PointsTo(column, Answers.to("inside", text))


def is_about(column: ColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to this topic or to a narrower one; a label is as good as its slug."""
    return PointsTo(column, Answers.to("topic", text))


def is_country(column: KeyedColumnElement[str], text: str) -> ColumnElement[bool]:
    """The column holds this ISO 3166 alpha-2 code, which may be given in small letters."""
    code = text.strip().upper()
    # Told of what was given, which the message quotes; small letters alone are no problem.
    problem = country_problem(code) and country_problem(text)
    if problem:
        raise UsageError(problem.message, hint=problem.hint)
    return and_(column.is_not(None), column == code)


def answering(kind: str, text: str) -> Ids:
    """Ids of the actors, offices or places that answer to a text: see `resolving`."""
    return Answers.to(kind, text).ids()


def among(column: ColumnElement[int], ids: Answers | Ids) -> ColumnElement[bool]:
    """The column points to one of these; false where it is empty."""
    if isinstance(ids, Answers):
        return PointsTo(column, ids)
    return and_(column.is_not(None), column.in_(ids))


def through(own: FromClause, key: str, ids: Ids) -> ColumnElement[bool]:
    """The row points by this key to one of these, which a statement may join by the same key.

    Said of the row's own id: of a key that is also joined by, SQLite would try every one of
    these for every row.
    """
    same = again(own, "same")
    return own.c.id.in_(select(same.c.id).where(among(same.c[key], ids)))


def _answering(table: Table, link: str, given: Bound, key: Bound) -> Ids:
    """The record of that slug, or else all that are so written."""
    slugged, other = again(table, "slugged"), again(table, "exact")
    written = again(name, "written")
    by_name = select(written.c[link]).where(
        written.c.folded == key,
        written.c[link].is_not(None),
        # A slug is exact: it never means another record that is written in the same way.
        ~exists(select(other.c.id).where(other.c.slug == given)),
    )
    # Twice the same id does no harm: it is always asked whether a column is among these.
    return union_all(select(slugged.c.id).where(slugged.c.slug == given), by_name)


def _inside(given: Bound, key: Bound) -> Ids:
    named = again(place, "named").c
    ids = _answering(place, "place_id", given, key)
    within = select(named.id).where(named.id.in_(ids)).cte(recursive=True)
    smaller = again(place, "smaller").c
    # UNION, not UNION ALL: it ends even where two places are said to lie in each other.
    return _all_of(within.union(select(smaller.id).where(smaller.inside_id == within.c.id)))


def _about(given: Bound, key: Bound) -> Ids:
    named, narrower = again(topic, "named").c, again(topic, "narrower").c
    within = select(named.id).where(named.slug.in_([given, key])).cte(recursive=True)
    return _all_of(within.union(select(narrower.id).where(narrower.broader_id == within.c.id)))


_IDS: dict[str, Callable[[Bound, Bound], Ids]] = {
    "actor": lambda given, key: _answering(actor, "actor_id", given, key),
    "office": lambda given, key: _answering(office, "office_id", given, key),
    "place": lambda given, key: _answering(place, "place_id", given, key),
    "inside": _inside,
    "topic": _about,
}


_CALLED = {"inside": "place"}
"""What a message calls the kinds that are named otherwise here."""


def _all_of(found: CTE) -> Select[int]:
    return select(found.c.id)


def _key(text: str, what: str) -> str:
    key = fold(text)
    if not key:
        raise UsageError(
            f'"{text}" names no {what}: it has no letter or digit.',
            hint="give a slug or a name in any spelling",
        )
    return key
