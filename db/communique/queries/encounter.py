"""Who met whom: pairs of participants as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from ..vocabulary import ActorKind
from . import days, tables
from .dating import dates, meeting_field_known
from .known import last_day, participation_known
from .meeting import at_meeting, with_place
from .naming import is_actor, is_office
from .ordering import ordered
from .tables import actor, meeting, office, participation
from .words import Words

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import FromClause

    from .days import When
    from .rows_events import Encounter

one = participation.alias("one")
other = participation.alias("other")
_a, _a_office, _a_side = actor.alias("a"), office.alias("a_office"), actor.alias("a_side")
_b, _b_office, _b_side = actor.alias("b"), office.alias("b_office"), actor.alias("b_side")


def encounters(
    *,
    a: str | None = None,
    b: str | None = None,
    a_office: str | None = None,
    b_office: str | None = None,
    kind: Words | None = None,
    status: Words | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
    across_sides: bool = False,
) -> Select[*Encounter]:
    """Who met whom, newest first, each pair in both directions: the view ``encounter`` and more.

    The ``day`` sorted by, the ``id`` of the part that ``a`` took and, as ``part``, that of
    ``b`` follow the view's columns. ``a`` and ``b`` were there or were represented; the
    offices are those they held there. Limits of time keep what is *possibly* within them;
    ``known_on`` what had been published by then. ``across_sides`` leaves out who were there
    for one side, and whose side nobody tells.
    """
    rows = _base() if known_on is None else _as_known(last_day(known_on))
    if across_sides:
        sides = rows.selected_columns
        left, right = days.plain(sides.a_side), days.plain(sides.b_side)
        rows = rows.where(left.is_not(None), right.is_not(None), left != right)
    if a is not None:
        rows = rows.where(_is(one, a))
    if b is not None:
        rows = rows.where(_is(other, b))
    if a_office is not None:
        rows = rows.where(is_office(one.c.office_id, a_office))
    if b_office is not None:
        rows = rows.where(is_office(other.c.office_id, b_office))
    rows = at_meeting(rows, kind, status, place, country)
    return days.within(rows, since, until, on)


def _is(part: FromClause, text: str) -> ColumnElement[bool]:
    return or_(is_actor(part.c.actor_id, text), is_actor(part.c.on_behalf_of_id, text))


@lru_cache(maxsize=1)
def _base() -> Select[*Encounter]:
    return _select(dates(meeting), with_place(_met()))


@lru_cache(maxsize=256)
def _as_known(limit: date | None) -> Select[*Encounter]:
    shown = dates(meeting, meeting_field_known("date", limit))
    rows = _select(shown, with_place(_met(), limit, known=True), undated=True)
    return rows.where(participation_known(one, limit), participation_known(other, limit))


def _met() -> FromClause:
    pair = (other.c.meeting_id == one.c.meeting_id) & (other.c.id != one.c.id)
    return one.join(other, pair).join(meeting, meeting.c.id == one.c.meeting_id)


def _select(
    shown: tuple[Any, Any, Any], read: FromClause, *, undated: bool = False
) -> Select[*Encounter]:
    place = tables.place
    edtf, earliest, latest = shown
    rows = select(
        meeting.c.slug.label("meeting"),
        meeting.c.title.label("meeting_title"),
        meeting.c.kind.label("meeting_kind"),
        meeting.c.status.label("meeting_status"),
        edtf,
        earliest,
        latest,
        place.c.slug.label("place"),
        place.c.country.label("country"),
        *_side("a", one, _a, _a_office, _a_side),
        *_side("b", other, _b, _b_office, _b_side),
        days.newest(latest.element, earliest.element).label("day"),
        one.c.id.label("id"),
        other.c.id.label("part"),
    ).select_from(_named(_named(read, one, _a, _a_office, _a_side), other, _b, _b_office, _b_side))
    return cast("Select[*Encounter]", ordered(rows, undated=undated))


def _named(
    read: FromClause, part: FromClause, who: FromClause, post: FromClause, of: FromClause
) -> FromClause:
    return (
        read.outerjoin(who, who.c.id == part.c.actor_id)
        .outerjoin(post, post.c.id == part.c.office_id)
        .outerjoin(of, of.c.id == part.c.on_behalf_of_id)
    )


def _side(
    word: str, part: FromClause, who: FromClause, post: FromClause, of: FromClause
) -> tuple[ColumnElement[Any], ...]:
    itself = case((who.c.kind == ActorKind.STATE, who.c.slug))
    return (
        who.c.slug.label(word),
        func.coalesce(who.c.name, post.c.title, part.c.described_as).label(f"{word}_name"),
        post.c.slug.label(f"{word}_office"),
        func.coalesce(of.c.slug, itself).label(f"{word}_side"),
    )
