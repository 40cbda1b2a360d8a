"""The records that a text names, by slug or in any spelling, as sub-selects of their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Table, and_, exists, select, union

from ..codes import country_problem
from ..errors import UsageError
from ..names import fold
from .tables import actor, again, name, office, place, topic

if TYPE_CHECKING:
    from sqlalchemy import CTE, CompoundSelect, Select
    from sqlalchemy.sql.elements import KeyedColumnElement

    Ids = CompoundSelect[int] | Select[int]


def is_actor(column: KeyedColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to an actor of this slug or spelling; false where it is empty."""
    return among(column, actors(text))


def actors(text: str) -> Ids:
    """Ids of the actors that answer to this slug or spelling."""
    return answering(actor, name.c.actor_id, text)


def is_office(column: KeyedColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to an office that answers to this slug or title."""
    return among(column, answering(office, name.c.office_id, text))


def is_in_place(column: KeyedColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to this place, or to one that lies in it, however deep."""
    named = again(place, "named").c
    within = (select(named.id).where(among(named.id, answering(place, name.c.place_id, text)))).cte(
        recursive=True
    )
    smaller = again(place, "smaller").c
    # UNION, not UNION ALL: it ends even where two places are said to lie in each other.
    within = within.union(select(smaller.id).where(smaller.inside_id == within.c.id))
    return among(column, _all_of(within))


def is_about(column: KeyedColumnElement[int], text: str) -> ColumnElement[bool]:
    """The column points to this topic or to a narrower one; a label is as good as its slug."""
    words = _key(text, "topic").replace(" ", "-")
    named = again(topic, "named").c
    within = select(named.id).where(named.slug.in_([text, words])).cte(recursive=True)
    narrower = again(topic, "narrower").c
    within = within.union(select(narrower.id).where(narrower.broader_id == within.c.id))
    return among(column, _all_of(within))


def is_country(column: KeyedColumnElement[str], text: str) -> ColumnElement[bool]:
    """The column holds this ISO 3166 alpha-2 code, which may be given in small letters."""
    code = text.strip().upper()
    problem = country_problem(code)
    if problem:
        raise UsageError(problem.message, hint=problem.hint)
    return and_(column.is_not(None), column == code)


def answering(table: Table, link: KeyedColumnElement[int], text: str) -> Ids:
    """Ids of what answers to a text: the record of that slug, or else all that are so written."""
    key = _key(text, str(table.name))
    slugged, other = again(table, "slugged"), again(table, "exact")
    written = again(name, "written")
    by_name = select(written.c[link.key]).where(
        written.c.folded == key,
        written.c[link.key].is_not(None),
        # A slug is exact: it never means another record that is written in the same way.
        ~exists(select(other.c.id).where(other.c.slug == text)),
    )
    return union(select(slugged.c.id).where(slugged.c.slug == text), by_name)


def among(column: KeyedColumnElement[int], ids: Ids) -> ColumnElement[bool]:
    """The column points to one of these; false where it is empty."""
    # Without the first half it were NULL for an empty column, and "not" would lose the row.
    return and_(column.is_not(None), column.in_(ids))


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
