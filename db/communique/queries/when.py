"""Conditions on when it happened, certainly or possibly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, exists, select

from . import days
from .naming import among, through
from .predicate import Predicate
from .quote import said, said_latest
from .tables import (
    again,
    agreement,
    article,
    incident,
    is_done,
    meeting,
    participation,
    quote,
    signature,
    step,
    tenure,
)

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from .days import When

    Asked = Callable[[Any, Any], ColumnElement[bool]]


def possibly_between(first: When, last: When) -> Predicate:
    """Its date allows a day in the period, ends included; of an agreement, a done step's."""
    return _dated(
        "possibly_between",
        lambda earliest, latest: days.possibly(earliest, latest, first, last),
    )


def certainly_between(first: When, last: When) -> Predicate:
    """Its date allows no day outside the period; of an agreement, a done step's."""
    return _dated(
        "certainly_between",
        lambda earliest, latest: days.certainly(earliest, latest, first, last),
    )


def _dated(word: str, asked: Asked) -> Predicate:
    taken, met = again(step, "taken"), again(meeting, "met")
    agreed = select(taken.c.agreement_id).where(is_done(taken), _own(taken, asked))
    signed = select(taken.c.id).where(_own(taken, asked))
    attended = select(met.c.id).where(_own(met, asked))
    return Predicate(
        word,
        {
            step: _own(step, asked),
            signature: through(signature, "action_id", signed),
            tenure: asked(tenure.c.since_earliest, tenure.c.until_latest),
            quote: _said(asked),
            participation: through(participation, "meeting_id", attended),
            meeting: _own(meeting, asked),
            agreement: among(agreement.c.id, agreed),
            incident: _own(incident, asked),
            article: asked(article.c.published_earliest, article.c.published_latest),
        },
    )


def _own(rows: FromClause, asked: Asked) -> ColumnElement[bool]:
    return asked(rows.c.date_earliest, rows.c.date_latest)


def _said(asked: Asked) -> ColumnElement[bool]:
    printed, at = again(article, "printed"), again(meeting, "venue")
    found = (
        select(printed.c.id)
        .select_from(printed.outerjoin(at, at.c.id == quote.c.meeting_id))
        .where(
            printed.c.id == quote.c.article_id,
            asked(said("earliest", at), said_latest(at, printed)),
        )
    )
    return exists(found.correlate(quote))
