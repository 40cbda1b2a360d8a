"""Who met: meetings as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVarTuple, cast

from sqlalchemy import Select, and_, select

from ..vocabulary import MeetingKind, MeetingStatus
from . import days, tables
from .dating import dates, meeting_field_known
from .known import last_day, meeting_known
from .naming import is_country, is_in_place
from .ordering import ordered
from .tables import meeting, whole
from .who import attendees
from .words import Words, is_one_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import FromClause

    from .days import When
    from .rows import Gathering

Ts = TypeVarTuple("Ts")


def meetings(
    *,
    kind: Words | None = None,
    status: Words | None = None,
    actor: str | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Gathering]:
    """Meetings of every status, newest first: one row each, whoever attended.

    ``actor`` attended, or was represented; ``place`` includes the places in it; ``country``
    is an ISO 3166 alpha-2 code. Limits of time keep what is *possibly* within them.
    ``known_on`` keeps what had been published by then, and shows a date or a place whose
    proof is all later as unknown.
    """
    rows = _base() if known_on is None else _as_known(last_day(known_on))
    if actor is not None:
        rows = rows.where(attendees(actor))
    rows = at_meeting(rows, kind, status, place, country)
    return days.within(rows, since, until, on)


def at_meeting(
    rows: Select[*Ts],
    kind: Words | None,
    status: Words | None,
    place: str | None,
    country: str | None,
) -> Select[*Ts]:
    """The rows of such meetings, where the statement reads meetings and their places."""
    if kind is not None:
        rows = rows.where(is_one_of(meeting.c.kind, MeetingKind, kind, "kind"))
    if status is not None:
        rows = rows.where(is_one_of(meeting.c.status, MeetingStatus, status, "status"))
    if place is not None:
        rows = rows.where(is_in_place(tables.place.c.id, place))
    if country is not None:
        rows = rows.where(is_country(tables.place.c.country, country))
    return rows


def with_place(rows: FromClause, limit: date | None = None, *, known: bool = False) -> FromClause:
    """Meetings joined with their places, as far as these were known."""
    here = tables.place.c.id == meeting.c.place_id
    told = and_(here, meeting_field_known("place", limit)) if known else here
    return rows.outerjoin(tables.place, told)


@lru_cache(maxsize=1)
def _base() -> Select[*Gathering]:
    return _select(dates(meeting), with_place(meeting))


@lru_cache(maxsize=256)
def _as_known(limit: date | None) -> Select[*Gathering]:
    shown = dates(meeting, meeting_field_known("date", limit))
    rows = _select(shown, with_place(meeting, limit, known=True), undated=True)
    return rows.where(meeting_known(limit))


def _select(
    shown: tuple[Any, Any, Any], read: FromClause, *, undated: bool = False
) -> Select[*Gathering]:
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
        place.c.name.label("place_name"),
        place.c.country.label("country"),
        whole.c.slug.label("part_of"),
        days.newest(latest.element, earliest.element).label("day"),
        meeting.c.id.label("id"),
    ).select_from(read.outerjoin(whole, whole.c.id == meeting.c.part_of_id))
    return cast("Select[*Gathering]", ordered(rows, undated=undated))
