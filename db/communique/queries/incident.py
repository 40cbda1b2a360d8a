"""What diplomacy refers to: incidents as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Select, and_, select, true

from ..vocabulary import IncidentKind
from . import days, tables
from .dating import dates, incident_field_known
from .known import incident_known, last_day
from .naming import is_country, is_in_place
from .ordering import ordered
from .tables import incident
from .who import had_part
from .words import Words, is_one_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement

    from .days import When
    from .rows_events import Happening


def incidents(
    *,
    kind: Words | None = None,
    actor: str | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Happening]:
    """Incidents, newest first and those without a date last.

    ``actor`` had a part in it, whichever. Limits of time keep what is *possibly* within
    them, so also what has no date. ``known_on`` keeps what had been published by then, and
    shows a date or a place whose proof is all later as unknown.
    """
    rows = _base() if known_on is None else _as_known(last_day(known_on))
    if kind is not None:
        rows = rows.where(is_one_of(incident.c.kind, IncidentKind, kind, "kind"))
    if actor is not None:
        rows = rows.where(had_part(actor))
    if place is not None:
        rows = rows.where(is_in_place(tables.place.c.id, place))
    if country is not None:
        rows = rows.where(is_country(tables.place.c.country, country))
    return days.within(rows, since, until, on)


@lru_cache(maxsize=1)
def _base() -> Select[*Happening]:
    return _select(dates(incident), true())


@lru_cache(maxsize=256)
def _as_known(limit: date | None) -> Select[*Happening]:
    shown = dates(incident, incident_field_known("date", limit))
    rows = _select(shown, incident_field_known("place", limit))
    return rows.where(incident_known(limit))


def _select(shown: tuple[Any, Any, Any], placed: ColumnElement[bool]) -> Select[*Happening]:
    place = tables.place
    edtf, earliest, latest = shown
    rows = select(
        incident.c.slug.label("incident"),
        incident.c.title.label("incident_title"),
        incident.c.kind.label("incident_kind"),
        edtf,
        earliest,
        latest,
        place.c.slug.label("place"),
        place.c.name.label("place_name"),
        place.c.country.label("country"),
        days.newest(latest.element, earliest.element).label("day"),
        incident.c.id.label("id"),
    ).select_from(incident.outerjoin(place, and_(place.c.id == incident.c.place_id, placed)))
    return cast("Select[*Happening]", ordered(rows, undated=True))
