"""The status of an agreement: what its latest telling step has made of it, on any day.

Only done steps tell, and talk about the agreement does not. A proposal tells while nothing
firmer was done, and a plan made since outranks it; one party's withdrawal makes it contested.

On a day, a step counts when it was done by then: on the last day that its date allows or,
where that has no limit, on its first. A plan has a date for what is planned and none for its
making, so it counts unless every article that reports it came out after the day.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, type_coerce

from ..databases.types import Day, Word
from ..vocabulary import ActionKind, AgreementStatus
from .days import newest
from .known import may_be_out_by, step_known
from .tables import (
    again,
    article,
    constant,
    evidence,
    is_done,
    is_planned,
    plain_text,
    step,
)

if TYPE_CHECKING:
    from sqlalchemy import FromClause, Select

TALK = (ActionKind.DISCUSSED, ActionKind.NEGOTIATION, ActionKind.UPDATED, ActionKind.VIOLATED)
"""Steps that leave an agreement what it was."""

telling = step.alias("telling")
_taken = step.alias("taken")
_foreseen = step.alias("foreseen")
_newest = newest(_taken.c.date_latest, _taken.c.date_earliest)


class AsOf(NamedTuple):
    """The last day asked about, and the last by which it was published; None sets no limit."""

    day: date | None = None
    is_known: bool = False
    known: date | None = None


def tells(agreements: FromClause, as_of: AsOf) -> ColumnElement[bool]:
    """The alias ``telling`` is the step that tells; to be joined from the left."""
    firm = case((_is(_taken, ActionKind.PROPOSED), constant(0)), else_=constant(1))
    steps = _done(agreements, as_of).where(
        plain_text(_taken.c.kind).not_in([constant(each) for each in TALK])
    )
    latest = steps.order_by(firm.desc(), _newest.desc(), _taken.c.position.desc()).limit(1)
    return telling.c.id == latest.scalar_subquery()


def status(agreements: FromClause, as_of: AsOf) -> ColumnElement[AgreementStatus]:
    """The word for the status, where ``telling`` is joined."""
    silent = telling.c.id.is_(None)
    open_to_plans = or_(silent, _is(telling, ActionKind.PROPOSED))
    word = case(
        (and_(open_to_plans, exists(_plans(agreements, as_of))), constant(AgreementStatus.PLANNED)),
        (silent, constant(AgreementStatus.UNKNOWN)),
        (_is(telling, ActionKind.WITHDRAWN), constant(AgreementStatus.CONTESTED)),
        else_=plain_text(telling.c.kind),
    )
    return type_coerce(word, Word(AgreementStatus))


def last_action(agreements: FromClause, as_of: AsOf) -> ColumnElement[ActionKind]:
    """The kind of the latest step done, whether it tells or not."""
    steps = _done(agreements, as_of).with_only_columns(_taken.c.kind)
    return steps.order_by(_newest.desc(), _taken.c.position.desc()).limit(1).scalar_subquery()


def day(agreements: FromClause, as_of: AsOf) -> ColumnElement[date]:
    """The day of the telling step, or else the latest day that is planned for."""
    planned_for = func.max(newest(_foreseen.c.date_latest, _foreseen.c.date_earliest))
    plans = _plans(agreements, as_of).with_only_columns(planned_for).scalar_subquery()
    found = func.coalesce(telling.c.date_latest, telling.c.date_earliest, plans)
    return type_coerce(found, Day())


def has_status_in(
    agreements: FromClause, words: list[AgreementStatus], as_of: AsOf
) -> ColumnElement[bool]:
    """The agreement has one of these statuses, in a statement that does not join ``telling``."""
    same = again(agreements, "same")
    found = (
        select(same.c.id)
        .select_from(same.outerjoin(telling, tells(same, as_of)))
        .where(same.c.id == agreements.c.id, status(same, as_of).in_(words))
    )
    return exists(found.correlate(agreements))


def _is(steps: FromClause, kind: ActionKind) -> ColumnElement[bool]:
    return plain_text(steps.c.kind) == constant(kind)


def _done(agreements: FromClause, as_of: AsOf) -> Select[int]:
    steps = select(_taken.c.id).where(_taken.c.agreement_id == agreements.c.id, is_done(_taken))
    if as_of.day is not None:
        steps = steps.where(_newest <= as_of.day)
    if as_of.is_known:
        steps = steps.where(step_known(_taken, as_of.known))
    return steps.correlate(agreements)


def _plans(agreements: FromClause, as_of: AsOf) -> Select[int]:
    plans = select(_foreseen.c.id).where(
        _foreseen.c.agreement_id == agreements.c.id, is_planned(_foreseen)
    )
    if as_of.day is not None:
        plans = plans.where(_may_be_made_by(as_of.day))
    if as_of.is_known:
        plans = plans.where(step_known(_foreseen, as_of.known))
    return plans.correlate(agreements)


def _may_be_made_by(limit: date) -> ColumnElement[bool]:
    reports = (
        select(evidence.c.id)
        .join(article, article.c.id == evidence.c.article_id)
        .where(
            or_(
                evidence.c.agreement_action_id == _foreseen.c.id,
                evidence.c.agreement_id == _foreseen.c.agreement_id,
            )
        )
        .correlate(_foreseen)
    )
    return may_be_out_by(limit, reports)
