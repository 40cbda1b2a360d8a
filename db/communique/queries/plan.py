"""What is planned, and what became of it: planned meetings and steps in one list."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    exists,
    select,
    true,
    union_all,
)

from ..dates import parse_range
from ..errors import UsageError
from . import days
from .dating import dates, meeting_field_known, step_field_known
from .days import newest
from .involved import involves
from .known import last_day, may_be_out_by, meeting_known, step_known
from .ordering import ordered
from .predicate import UNIONS, Predicate
from .tables import (
    agreement,
    article,
    constant,
    evidence,
    is_planned,
    meeting,
    place,
    plain_text,
    step,
)
from .what import held_in, in_country

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import FromClause

    from .days import When
    from .rows_events import Plan

UNIONS["plan"] = [("meeting", meeting, [meeting]), ("agreement", step, [step, agreement])]
_met, _taken, _fulfilled = meeting.alias("met"), step.alias("taken"), agreement.alias("fulfilled")


def plans(
    *,
    overdue_on: When | None = None,
    open_on: When | None = None,
    reported_on: When | None = None,
    actor: str | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Plan]:
    """Planned meetings and steps, the latest planned for first: the view ``plan`` and more.

    ``open_on``: it may have been made by that day, and nothing had fulfilled it by then.
    ``overdue_on``: it is open then, and its last possible day is over. ``reported_on``: an
    article that may be of that day tells of it. The other limits of time are of the day
    planned for; ``known_on`` keeps plans and outcomes that had been published by then.
    """
    known, limit = known_on is not None, None if known_on is None else last_day(known_on)
    first, last = None, None
    asked: list[Predicate] = []
    if overdue_on is not None:
        first, last = (getattr(parse_range(overdue_on), end) for end in ("earliest", "latest"))
        if first is None and last is None:
            raise UsageError(
                f'"{overdue_on}" is no day on which a plan could be overdue.', hint="give a day"
            )
        asked += _open(last, limit, known)
    if open_on is not None:
        asked += _open(last_day(open_on), limit, known)
    if reported_on is not None:
        asked.append(_reported(reported_on))
    if actor is not None:
        asked.append(involves(actor))
    if place is not None:
        asked.append(held_in(place))
    if country is not None:
        asked.append(in_country(country))
    # Asked of each kind by itself, so that the few plans lead to what is told of them.
    rows = (
        _select([arm.where(*asked) for arm in _arms(known, limit)])
        if asked
        else _whole(known, limit)
    )
    if overdue_on is not None:
        latest = rows.selected_columns.date_latest
        rows = rows.where(latest.is_not(None), latest < (first or last))
    if known and (place is not None or country is not None):
        # Where it was to be may not have been known yet: then nobody could have asked for it.
        rows = rows.where(rows.selected_columns.place.is_not(None))
    return days.within(rows, since, until, on)


@lru_cache(maxsize=256)
def _open(day: date | None, limit: date | None, known: bool) -> tuple[Predicate, Predicate]:
    """The plan may have been made by a day, and no outcome of it is of that day or before."""
    by_meeting, by_step = _outcomes(_met, meeting), _outcomes(_taken, step)
    if day is not None:
        by_meeting = by_meeting.where(newest(_met.c.date_latest, _met.c.date_earliest) <= day)
        by_step = by_step.where(newest(_taken.c.date_latest, _taken.c.date_earliest) <= day)
    if known:
        by_meeting = by_meeting.where(meeting_known(limit, _met))
        by_step = by_step.where(step_known(_taken, limit))
    fulfilled = Predicate(
        "fulfilled",
        {
            step: exists(by_step.correlate(step)),
            meeting: exists(by_meeting.correlate(meeting)),
        },
    )
    return ~fulfilled, _made_by(day)


@lru_cache(maxsize=256)
def _made_by(day: date | None) -> Predicate:
    """A report of the plan may be of this day or before; a plan without a report may be as old."""
    return Predicate("made_by", {own: may_be_out_by(day, _reports(own)) for own in (step, meeting)})


def _reported(day: When) -> Predicate:
    earliest, latest = article.c.published_earliest, article.c.published_latest
    dated = and_(article.c.published_edtf.is_not(None), days.possibly(earliest, latest, day, day))
    return Predicate(
        "reported_on", {own: exists(_reports(own).where(dated)) for own in (step, meeting)}
    )


def _reports(own: FromClause) -> Select[int]:
    if own is meeting:
        about: ColumnElement[bool] = evidence.c.meeting_id == meeting.c.id
    else:
        about = evidence.c.agreement_action_id == step.c.id
    reports = select(evidence.c.id).join(article, article.c.id == evidence.c.article_id)
    return reports.where(about).correlate(own)


def _outcomes(outcome: FromClause, plan: FromClause) -> Select[int]:
    return select(outcome.c.id).where(outcome.c.fulfils_id == plan.c.id)


@lru_cache(maxsize=256)
def _whole(known: bool, limit: date | None) -> Select[*Plan]:
    return _select(_arms(known, limit))


@lru_cache(maxsize=256)
def _arms(known: bool, limit: date | None) -> list[Select[Any]]:
    if not known:
        return [_meetings(None, None, known=False), _steps(None, None, known=False)]
    meetings = _meetings(meeting_field_known("date", limit), limit, known=True)
    steps = _steps(step_field_known("date", step, limit), limit, known=True)
    return [meetings.where(meeting_known(limit)), steps.where(step_known(step, limit))]


def _select(arms: list[Select[Any]]) -> Select[*Plan]:
    listed = union_all(*arms).subquery("plan")
    return cast("Select[*Plan]", ordered(select(*listed.c), undated=True))


def _meetings(dated: ColumnElement[bool] | None, limit: date | None, *, known: bool) -> Select[Any]:
    outcome = _outcomes(_met, meeting).with_only_columns(_met.c.slug).order_by(_met.c.id).limit(1)
    outcome = outcome.where(meeting_known(limit, _met)) if known else outcome
    told = meeting_field_known("place", limit) if known else true()
    shown = _arm(meeting, meeting, 0, dated, outcome.correlate(meeting))
    here = (place.c.id == meeting.c.place_id) & told
    return shown.select_from(meeting.outerjoin(place, here)).where(is_planned(meeting))


def _steps(dated: ColumnElement[bool] | None, limit: date | None, *, known: bool) -> Select[Any]:
    outcome = (
        _outcomes(_taken, step)
        .join(_fulfilled, _fulfilled.c.id == _taken.c.agreement_id)
        .with_only_columns(_fulfilled.c.slug)
        .order_by(_taken.c.id)
        .limit(1)
    )
    outcome = outcome.where(step_known(_taken, limit)) if known else outcome
    shown = _arm(step, agreement, 1, dated, outcome.correlate(step))
    told = step_field_known("place", step, limit) if known else true()
    here = (place.c.id == step.c.place_id) & told
    whole = step.join(agreement, agreement.c.id == step.c.agreement_id)
    return shown.select_from(whole.outerjoin(place, here)).where(is_planned(step))


def _arm(
    own: FromClause,
    titled: FromClause,
    number: int,
    dated: ColumnElement[bool] | None,
    outcome: Select[Any],
) -> Select[Any]:
    edtf, earliest, latest = dates(own, dated)
    return select(
        constant("agreement" if number else "meeting").label("record_kind"),
        titled.c.slug.label("record"),
        titled.c.title.label("title"),
        edtf,
        earliest,
        latest,
        place.c.slug.label("place"),
        outcome.scalar_subquery().label("fulfilled_by"),
        plain_text(own.c.kind).label("step"),
        newest(days.plain(latest), days.plain(earliest)).label("day"),
        own.c.id.label("id"),
        constant(number).label("part"),
    )
