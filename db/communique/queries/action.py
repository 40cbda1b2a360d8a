"""What became of agreements: the steps of their life as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Select, select, true

from ..vocabulary import ActionKind, ActionStatus, AgreementKind
from . import days, tables
from .dating import dates, step_field_known
from .known import last_day, step_known
from .naming import is_actor, is_country, is_in_place
from .ordering import ordered
from .tables import agreement, meeting, step, taker
from .who import is_bound
from .words import Words, is_one_of

if TYPE_CHECKING:
    from datetime import date

    from .days import When
    from .rows_events import Action


def actions(
    *,
    agreement: str | None = None,
    kind: Words | None = None,
    action: Words | None = None,
    status: Words | None = None,
    by: str | None = None,
    party: str | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Action]:
    """Steps of agreements, newest first, done or planned.

    ``agreement`` takes a slug, ``kind`` is the agreement's, ``action`` the step's; ``by``
    took the step alone, ``party`` is bound. Limits of time keep what is *possibly* within
    them. ``known_on`` keeps what had been published by then, and shows a date or a
    place whose proof is all later as unknown.
    """
    rows = _base() if known_on is None else _as_known(last_day(known_on))
    whole = tables.agreement.c
    if agreement is not None:
        rows = rows.where(whole.slug == agreement)
    if kind is not None:
        rows = rows.where(is_one_of(whole.kind, AgreementKind, kind, "kind"))
    if action is not None:
        rows = rows.where(is_one_of(step.c.kind, ActionKind, action, "action"))
    if status is not None:
        rows = rows.where(is_one_of(step.c.status, ActionStatus, status, "status"))
    if by is not None:
        rows = rows.where(is_actor(step.c.actor_id, by))
    if party is not None:
        rows = rows.where(is_bound(step.c.agreement_id, party))
    if place is not None:
        # Where it was may not have been known yet: then nobody could have asked for it.
        at = step.c.place_id if known_on is None else tables.place.c.id
        rows = rows.where(is_in_place(at, place))
    if country is not None:
        rows = rows.where(is_country(tables.place.c.country, country))
    return days.within(rows, since, until, on)


@lru_cache(maxsize=1)
def _base() -> Select[*Action]:
    return _select(dates(step), true())


@lru_cache(maxsize=256)
def _as_known(limit: date | None) -> Select[*Action]:
    shown = dates(step, step_field_known("date", step, limit))
    rows = _select(shown, step_field_known("place", step, limit), undated=True)
    return rows.where(step_known(step, limit))


def _select(
    shown: tuple[Any, Any, Any], placed: ColumnElement[bool], *, undated: bool = False
) -> Select[*Action]:
    place = tables.place
    edtf, earliest, latest = shown
    rows = select(
        agreement.c.slug.label("agreement"),
        agreement.c.title.label("agreement_title"),
        agreement.c.kind.label("agreement_kind"),
        step.c.kind.label("action_kind"),
        step.c.status.label("action_status"),
        edtf,
        earliest,
        latest,
        taker.c.slug.label("actor"),
        taker.c.name.label("actor_name"),
        meeting.c.slug.label("meeting"),
        place.c.slug.label("place"),
        place.c.country.label("country"),
        days.newest(latest.element, earliest.element).label("day"),
        step.c.id.label("id"),
    ).select_from(
        step.join(agreement, agreement.c.id == step.c.agreement_id)
        .outerjoin(taker, taker.c.id == step.c.actor_id)
        .outerjoin(meeting, meeting.c.id == step.c.meeting_id)
        .outerjoin(place, (place.c.id == step.c.place_id) & placed)
    )
    return cast("Select[*Action]", ordered(rows, undated=undated))
