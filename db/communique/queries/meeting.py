"""Who met: meetings as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import Select, select

from ..vocabulary import MeetingKind, MeetingStatus
from . import days, known, tables
from .naming import is_country, is_in_place
from .ordering import ordered
from .tables import meeting, whole
from .who import attended_by
from .words import Words, is_one_of

if TYPE_CHECKING:
    from .days import When
    from .rows import Encounter


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
) -> Select[*Encounter]:
    """Meetings of every status, newest first: one row each, whoever attended.

    ``actor`` attended, or was represented; ``place`` includes the places in it; ``country``
    is an ISO 3166 alpha-2 code. Limits of time keep what is *possibly* within them.
    """
    rows = _base()
    earliest, latest = meeting.c.date_earliest, meeting.c.date_latest
    if kind is not None:
        rows = rows.where(is_one_of(meeting.c.kind, MeetingKind, kind, "kind"))
    if status is not None:
        rows = rows.where(is_one_of(meeting.c.status, MeetingStatus, status, "status"))
    if actor is not None:
        rows = rows.where(attended_by(actor))
    if place is not None:
        rows = rows.where(is_in_place(meeting.c.place_id, place))
    if country is not None:
        rows = rows.where(is_country(tables.place.c.country, country))
    if since is not None:
        rows = rows.where(days.since(latest, since))
    if until is not None:
        rows = rows.where(days.until(earliest, until))
    if on is not None:
        rows = rows.where(days.possibly(earliest, latest, on, on))
    if known_on is not None:
        rows = rows.where(known.meeting_known(known.last_day(known_on)))
    return rows


@lru_cache(maxsize=1)
def _base() -> Select[*Encounter]:
    place = tables.place
    rows = select(
        meeting.c.slug.label("meeting"),
        meeting.c.title.label("meeting_title"),
        meeting.c.kind.label("meeting_kind"),
        meeting.c.status.label("meeting_status"),
        meeting.c.date_edtf,
        meeting.c.date_earliest,
        meeting.c.date_latest,
        place.c.slug.label("place"),
        place.c.name.label("place_name"),
        place.c.country.label("country"),
        whole.c.slug.label("part_of"),
        days.newest(meeting.c.date_latest, meeting.c.date_earliest).label("day"),
        meeting.c.id.label("id"),
    ).select_from(
        meeting.outerjoin(place, place.c.id == meeting.c.place_id).outerjoin(
            whole, whole.c.id == meeting.c.part_of_id
        )
    )
    return cast("Select[*Encounter]", ordered(rows))
