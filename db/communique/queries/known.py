"""What was known on a day: facts that some article published by then supports.

Undated articles and outside knowledge never count. A fact with proof of its own is known
by that proof; one without inherits its record's: a signature from the step signed, a step
from its agreement and parties, a participation from its meeting. What another article's
file mentions of a fact is proof that is added: it takes the place of none. What was
certainly printed before a step was done proves the agreement and not that step.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, not_, or_, select, true

from ..dates import parse_range
from ..vocabulary import ActionStatus
from .predicate import Predicate
from .tables import (
    actor,
    again,
    agreement,
    article,
    evidence,
    figure,
    incident,
    meeting,
    name,
    participation,
    party,
    quote,
    signature,
    step,
    tenure,
)

if TYPE_CHECKING:
    from sqlalchemy import FromClause, Table
    from sqlalchemy.sql.elements import KeyedColumnElement

    from .days import When

_proof = again(evidence, "proof")
_source = again(article, "source")


def known_on(day: When) -> Predicate:
    """The fact of the row was known by the end of this day."""
    return _known_by(last_day(day))


@lru_cache(maxsize=256)
def _known_by(limit: date | None) -> Predicate:
    return Predicate(
        "known_on",
        {
            signature: signature_known(limit),
            step: step_known(step, limit),
            participation: participation_known(participation, limit),
            tenure: tenure_known(tenure, limit),
            quote: _printed(limit),
            incident: incident_known(limit),
            actor: actor_known(limit),
            article: by(article.c.published_latest, limit),
            meeting: meeting_known(limit),
            agreement: agreement_known(limit),
        },
    )


def last_day(day: When) -> date | None:
    """The last day of what is given; None, for an open end, means whenever."""
    return parse_range(day).latest


def signature_known(limit: date | None) -> ColumnElement[bool]:
    """The signature has been reported, or the step on which it stands."""
    key, own = evidence.c.signature_id, signature.c.id
    signed = again(step, "signed")
    of_step = exists(
        select(signed.c.id)
        .where(signed.c.id == signature.c.action_id, step_known(signed, limit))
        .correlate(signature)
    )
    return _own_or(key, own, signature, limit, of_step)


def step_known(steps: FromClause, limit: date | None) -> ColumnElement[bool]:
    """The step has been reported, or, where nothing speaks of it alone, its agreement."""
    key, own = evidence.c.agreement_action_id, steps.c.id
    agreements, report = steps.c.agreement_id, _may_report(steps)
    whole = or_(
        _proven(evidence.c.agreement_id, agreements, steps, limit, report),
        _proven_part(party, evidence.c.party_id, party.c.agreement_id, agreements, limit, report),
    )
    return _own_or(key, own, steps, limit, whole)


def participation_known(parts: FromClause, limit: date | None) -> ColumnElement[bool]:
    """The participation has been reported, or its meeting."""
    whole = _proven(evidence.c.meeting_id, parts.c.meeting_id, parts, limit)
    return _own_or(evidence.c.participation_id, parts.c.id, parts, limit, whole)


def meeting_known(limit: date | None, met: FromClause = meeting) -> ColumnElement[bool]:
    """The meeting has been reported, or somebody's part in it."""
    key = evidence.c.participation_id
    own = met.c.id
    return or_(
        _proven(evidence.c.meeting_id, own, met, limit),
        _proven_part(participation, key, participation.c.meeting_id, own, limit),
    )


def tenure_known(tenures: FromClause, limit: date | None) -> ColumnElement[bool]:
    """The tenure has been reported."""
    return _proven(evidence.c.tenure_id, tenures.c.id, tenures, limit)


def agreement_known(limit: date | None) -> ColumnElement[bool]:
    """The agreement has been reported, or a party, a step or a signature of it."""
    own = agreement.c.id
    parts = (
        (party, evidence.c.party_id),
        (step, evidence.c.agreement_action_id),
        (signature, evidence.c.signature_id),
    )
    return or_(
        _proven(evidence.c.agreement_id, own, agreement, limit),
        *(_proven_part(table, key, table.c.agreement_id, own, limit) for table, key in parts),
    )


def incident_known(limit: date | None) -> ColumnElement[bool]:
    """The incident has been reported, or a figure of it."""
    own = incident.c.id
    return or_(
        _proven(evidence.c.incident_id, own, incident, limit),
        _proven_part(figure, evidence.c.figure_id, figure.c.incident_id, own, limit),
    )


def actor_known(limit: date | None) -> ColumnElement[bool]:
    """The actor has been written of, under one of its names."""
    return _proven_part(name, evidence.c.name_id, name.c.actor_id, actor.c.id, limit)


def _own_or(
    key: KeyedColumnElement[int],
    own: KeyedColumnElement[int],
    outer: FromClause,
    limit: date | None,
    inherited: ColumnElement[bool],
) -> ColumnElement[bool]:
    has_own = exists(
        select(_proof.c.id)
        .where(_proof.c[key.key] == own, _proof.c.mentioned_in_id.is_(None))
        .correlate(outer)
    )
    return or_(_proven(key, own, outer, limit), and_(not_(has_own), inherited))


def _proven(
    key: KeyedColumnElement[int],
    own: KeyedColumnElement[int],
    outer: FromClause,
    limit: date | None,
    *also: ColumnElement[bool],
) -> ColumnElement[bool]:
    found = _published(limit).where(_proof.c[key.key] == own, *also)
    return exists(found.correlate(outer))


def _proven_part(
    table: Table,
    key: KeyedColumnElement[int],
    parent: KeyedColumnElement[int],
    own: KeyedColumnElement[int],
    limit: date | None,
    *also: ColumnElement[bool],
) -> ColumnElement[bool]:
    part = again(table, "part")
    found = (
        _published(limit)
        .join(part, part.c.id == _proof.c[key.key])
        .where(part.c[parent.key] == own, *also)
    )
    return exists(found.correlate(own.table))


def _published(limit: date | None) -> Select[int]:
    return (
        select(_proof.c.id)
        .join(_source, _source.c.id == _proof.c.article_id)
        .where(by(_source.c.published_latest, limit))
    )


def _may_report(steps: FromClause) -> ColumnElement[bool]:
    """The source may be from after the step was done, or foretells a step that was not."""
    begun = steps.c.date_earliest
    return or_(
        steps.c.status != ActionStatus.DONE,
        begun.is_(None),
        _source.c.published_latest >= begun,
    )


def _printed(limit: date | None) -> ColumnElement[bool]:
    found = select(_source.c.id).where(
        _source.c.id == quote.c.article_id, by(_source.c.published_latest, limit)
    )
    return exists(found.correlate(quote))


def may_be_out_by(limit: date | None, reports: Select[int]) -> ColumnElement[bool]:
    """One of the reports, which read articles, may be of this day or before; or there is none.

    One look at them: as two conditions, PostgreSQL would gather the reports of everything.
    """
    first = article.c.published_earliest
    early = case((true() if limit is None else or_(first.is_(None), first <= limit), 1), else_=0)
    some = reports.with_only_columns(func.max(early)).scalar_subquery()
    return func.coalesce(some, 1) == 1


def by(published: ColumnElement[date], limit: date | None) -> ColumnElement[bool]:
    """The day of publication is known, and not later than the limit."""
    printed = published.is_not(None)
    return printed if limit is None else and_(printed, published <= limit)
