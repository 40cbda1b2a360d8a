"""Who is often found together: pairs who met and pairs who signed, with how often and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select

from ..vocabulary import ActorKind, MeetingStatus
from . import days
from .days import newest
from .known import last_day, participation_known, step_known
from .naming import actors, among
from .tables import actor, is_done, meeting, participation, signature, step
from .words import Words, chosen, is_one_of

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from .days import When
    from .rows_sources import Pair

_one, _other = participation.alias("one"), participation.alias("other")
_given, _also = signature.alias("given"), signature.alias("also")
_first, _second = actor.alias("first"), actor.alias("second")


def who_met_whom(
    *,
    actor: str | None = None,
    kind: Words | None = None,
    status: Words = (MeetingStatus.HELD,),
    since: When | None = None,
    until: When | None = None,
    known_on: When | None = None,
) -> Select[*Pair]:
    """Pairs of actors by how many meetings they had, the most first; each pair once.

    ``kind`` is that of both actors, such as person. The dates are the first and the last
    day that any of the meetings may have been on. Only meetings that were held count, or
    those of the ``status`` given.
    """
    one, other = _one.c.actor_id, _other.c.actor_id
    together = and_(_other.c.meeting_id == _one.c.meeting_id, _pair(one, other, actor))
    read = _one.join(_other, together).join(meeting, meeting.c.id == _one.c.meeting_id)
    met = _grouped(one, other, meeting, func.count(), read)
    # Read of every meeting that one of them had; it is never empty, and joined from no side.
    words = chosen(MeetingStatus, status, "status")
    held = meeting.c.status
    met = met.where(held == words[0] if len(words) == 1 else held.in_(words))
    if known_on is not None:
        limit = last_day(known_on)
        met = met.where(participation_known(_one, limit), participation_known(_other, limit))
    return _pairs(_narrow(met, meeting, since, until), kind)


def co_signatories(
    *,
    actor: str | None = None,
    since: When | None = None,
    until: When | None = None,
    known_on: When | None = None,
) -> Select[*Pair]:
    """Pairs of persons by how many agreements both signed, the most first; each pair once."""
    one, other = _given.c.signer_id, _also.c.signer_id
    together = and_(_also.c.action_id == _given.c.action_id, _pair(one, other, actor))
    read = _given.join(_also, together).join(step, step.c.id == _given.c.action_id)
    times = func.count(_given.c.agreement_id.distinct())
    signed = _grouped(one, other, step, times, read)
    signed = signed.where(is_done(step))
    if known_on is not None:
        signed = signed.where(step_known(step, last_day(known_on)))
    return _pairs(_narrow(signed, step, since, until), None)


def _pair(one: Any, other: Any, actor: str | None) -> ColumnElement[bool]:
    """Two of a pair, each pair once: also where both answer to the name that is asked for."""
    if actor is None:
        return cast("ColumnElement[bool]", other > one)
    asked = actors(actor)  # found once for both
    before = and_(other < one, not_(among(other, asked)))
    return and_(among(one, asked), or_(other > one, before))


def _grouped(
    one: Any,
    other: Any,
    dated: FromClause,
    times: ColumnElement[int],
    read: FromClause,
) -> Select[Any]:
    """Pairs by id, counted before any name is joined: names would be joined for every meeting."""
    return (
        select(
            one.label("one_id"),
            other.label("other_id"),
            times.label("times"),
            func.min(func.coalesce(dated.c.date_earliest, dated.c.date_latest)).label("first_day"),
            func.max(newest(dated.c.date_latest, dated.c.date_earliest)).label("last_day"),
        )
        .select_from(read)
        .group_by(one, other)
    )


def _narrow(
    pairs: Select[Any], dated: FromClause, since: When | None, until: When | None
) -> Select[Any]:
    bounds = (dated.c.date_earliest, dated.c.date_latest)
    return cast("Select[Any]", days.within(pairs, since, until, None, bounds))


def _pairs(grouped: Select[Any], kind: Words | None) -> Select[*Pair]:
    found = grouped.subquery("pair")
    # The slugs decide who comes first, not the order in which the archive was loaded.
    straight = _first.c.slug < _second.c.slug
    a, b = _either(straight, "slug").label("a"), _either(~straight, "slug").label("b")
    rows = (
        select(
            a,
            _either(straight, "name").label("a_name"),
            b,
            _either(~straight, "name").label("b_name"),
            found.c.times,
            found.c.first_day,
            found.c.last_day,
        )
        .select_from(
            found.join(_first, _first.c.id == found.c.one_id).join(
                _second, _second.c.id == found.c.other_id
            )
        )
        .order_by(found.c.times.desc(), a, b)
    )
    if kind is not None:
        for each in (_first, _second):
            rows = rows.where(is_one_of(each.c["kind"], ActorKind, kind, "kind"))
    return cast("Select[*Pair]", rows)


def _either(straight: ColumnElement[bool], column: str) -> ColumnElement[Any]:
    return case((straight, _first.c[column]), else_=_second.c[column])
