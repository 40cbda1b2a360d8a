"""What happened one after the other: meetings, steps of agreements and incidents in one list."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Select, select, true, union_all

from . import days, tables
from .dating import dates, incident_field_known, meeting_field_known, step_field_known
from .days import newest
from .involved import involves, involves_both
from .known import incident_known, last_day, meeting_known, step_known
from .ordering import ordered
from .predicate import UNIONS
from .tables import agreement, constant, incident, meeting, place, step
from .what import held_in, in_country
from .words import Words, one_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import FromClause, Table

    from .days import When
    from .rows_events import Event

RECORDS = ("meeting", "agreement", "incident")
"""The kinds of records in a timeline, by the word in its column ``record_kind``."""

UNIONS["timeline"] = [
    ("meeting", meeting, [meeting]),
    ("agreement", step, [step, agreement]),
    ("incident", incident, [incident]),
]


def timeline(
    *,
    kind: Words | None = None,
    actor: str | None = None,
    between: tuple[str, str] | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Event]:
    """Meetings, steps and incidents, newest first: the view ``timeline`` and more.

    The ``day`` sorted by, the ``id`` of the meeting, step or incident and, as ``part``, a
    number for its kind follow the view's columns. ``actor`` was involved, ``between`` names
    two who both were; ``kind`` is meeting, agreement or incident. Limits of time keep what
    is *possibly* within them; ``known_on`` what had been published by then.
    """
    known, limit = known_on is not None, None if known_on is None else last_day(known_on)
    rows, listed = _whole(known, limit)
    asked = [involves_both(*between)] if between else []
    if actor:
        asked.append(involves(actor))
    if place is not None:
        asked.append(held_in(place))
    if asked:
        # Asked of each kind by itself, so that an actor's few records lead to their dates
        # and the rest of the list is not read.
        rows, listed = _select([arm.where(*asked) for arm in _arms(known, limit)])
    if kind is not None:
        rows = rows.where(listed.c.record_kind.in_(one_of(RECORDS, kind, "kind")))
    if country is not None:
        rows = rows.where(in_country(country))
    if known and (place is not None or country is not None):
        # Where it was may not have been known yet: then nobody could have asked for it.
        rows = rows.where(listed.c.place.is_not(None))
    bounds = (listed.c.date_earliest, listed.c.date_latest)
    return days.within(rows, since, until, on, bounds)


@lru_cache(maxsize=256)
def _whole(known: bool, limit: date | None) -> tuple[Select[*Event], FromClause]:
    return _select(_arms(known, limit))


@lru_cache(maxsize=256)
def _arms(known: bool, limit: date | None) -> list[Select[Any]]:
    if not known:
        return [_arm(number, true(), None, true()) for number in range(3)]
    return [
        _arm(
            0,
            meeting_known(limit),
            meeting_field_known("date", limit),
            meeting_field_known("place", limit),
        ),
        _arm(
            1,
            step_known(step, limit),
            step_field_known("date", step, limit),
            step_field_known("place", step, limit),
        ),
        _arm(
            2,
            incident_known(limit),
            incident_field_known("date", limit),
            incident_field_known("place", limit),
        ),
    ]


def _arm(
    number: int,
    reported: ColumnElement[bool],
    dated: ColumnElement[bool] | None,
    placed: ColumnElement[bool],
) -> Select[Any]:
    own, titled, status = _KINDS[number]
    edtf, earliest, latest = dates(own, dated)
    read: FromClause = own if titled is own else own.join(titled, titled.c.id == own.c.agreement_id)
    return (
        select(
            constant(RECORDS[number]).label("record_kind"),
            titled.c.slug.label("record"),
            titled.c.title.label("title"),
            tables.plain_text(status).label("status"),
            edtf,
            earliest,
            latest,
            place.c.slug.label("place"),
            place.c.country.label("country"),
            tables.plain_text(own.c.kind).label("step"),
            newest(days.plain(latest), days.plain(earliest)).label("day"),
            own.c.id.label("id"),
            constant(number).label("part"),
        )
        .select_from(read.outerjoin(tables.place, (place.c.id == own.c.place_id) & placed))
        .where(reported)
    )


_KINDS: list[tuple[Table, Table, ColumnElement[Any]]] = [
    (meeting, meeting, meeting.c.status),
    (step, agreement, step.c.status),
    (incident, incident, constant("reported")),
]


def _select(arms: list[Select[Any]]) -> tuple[Select[*Event], FromClause]:
    listed = union_all(*arms).subquery("timeline")
    rows = ordered(select(*listed.c), undated=True, listed=listed)
    return cast("Select[*Event]", rows), listed
