"""Who took part: participations as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Select, func, select

from ..vocabulary import Level, Portfolio, Role
from . import days, tables
from .dating import dates, meeting_field_known
from .known import last_day, participation_known
from .meeting import at_meeting, with_place
from .naming import is_actor, is_office
from .ordering import ordered
from .tables import attending, meeting, office, participation, side_taken
from .words import Words, is_one_of, of_office

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import FromClause

    from .days import When
    from .rows_events import Attendance


def attendances(
    *,
    actor: str | None = None,
    side: str | None = None,
    office: str | None = None,
    level: Words | None = None,
    portfolio: Words | None = None,
    role: Words | None = None,
    meeting: str | None = None,
    kind: Words | None = None,
    status: Words | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Attendance]:
    """Parts in meetings, the newest first: the view ``attendance``, the ``day`` and the ``id``.

    ``actor`` took part in person, ``side`` is whom somebody represented, ``level`` and
    ``portfolio`` are those of the office held there; ``meeting`` takes a slug. Limits of
    time keep what is *possibly* within them; ``known_on`` what had been published by then.
    """
    rows = _base() if known_on is None else _as_known(last_day(known_on))
    post = tables.office.c
    if meeting is not None:
        rows = rows.where(tables.meeting.c.slug == meeting)
    if actor is not None:
        rows = rows.where(is_actor(participation.c.actor_id, actor))
    if side is not None:
        rows = rows.where(is_actor(participation.c.on_behalf_of_id, side))
    if office is not None:
        rows = rows.where(is_office(participation.c.office_id, office))
    if level is not None:
        rows = rows.where(of_office(post.level, Level, level, "level"))
    if portfolio is not None:
        rows = rows.where(of_office(post.portfolio, Portfolio, portfolio, "portfolio"))
    if role is not None:
        rows = rows.where(is_one_of(participation.c.role, Role, role, "role"))
    rows = at_meeting(rows, kind, status, place, country)
    return days.within(rows, since, until, on)


@lru_cache(maxsize=1)
def _base() -> Select[*Attendance]:
    met = participation.join(meeting, meeting.c.id == participation.c.meeting_id)
    return _select(dates(meeting), with_place(met))


@lru_cache(maxsize=256)
def _as_known(limit: date | None) -> Select[*Attendance]:
    met = participation.join(meeting, meeting.c.id == participation.c.meeting_id)
    shown = dates(meeting, meeting_field_known("date", limit))
    rows = _select(shown, with_place(met, limit, known=True), undated=True)
    return rows.where(participation_known(participation, limit))


def _select(
    shown: tuple[Any, Any, Any], read: FromClause, *, undated: bool = False
) -> Select[*Attendance]:
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
        attending.c.slug.label("actor"),
        func.coalesce(attending.c.name, office.c.title, participation.c.described_as).label(
            "actor_name"
        ),
        participation.c.described_as.label("described_as"),
        office.c.slug.label("office"),
        office.c.title.label("office_title"),
        office.c.level.label("office_level"),
        side_taken.c.slug.label("on_behalf_of"),
        participation.c.role.label("role"),
        participation.c.basis.label("basis"),
        days.newest(latest.element, earliest.element).label("day"),
        participation.c.id.label("id"),
    ).select_from(
        read.outerjoin(attending, attending.c.id == participation.c.actor_id)
        .outerjoin(office, office.c.id == participation.c.office_id)
        .outerjoin(side_taken, side_taken.c.id == participation.c.on_behalf_of_id)
    )
    return cast("Select[*Attendance]", ordered(rows, undated=undated))
