"""Conditions on what happened, about what and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, select

from .naming import among, is_country, through
from .predicate import Predicate, asks
from .tables import (
    actor,
    again,
    agreement,
    agreement_topic,
    incident,
    is_done,
    meeting,
    meeting_topic,
    participation,
    place,
    quote,
    quote_topic,
    step,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import FromClause, Table

    from .naming import Answers
    from .predicate import Meanings


@asks("inside")
def held_in(ids: Answers) -> Meanings:
    """It was in this place, or in one that lies in it, however deep."""
    return _placed(lambda column: among(column, ids))


def in_country(code: str) -> Predicate:
    """It was in this country, by its ISO 3166 alpha-2 code; an actor is of it."""
    land = again(place, "land")
    inside = select(land.c.id).where(is_country(land.c.country, code))
    meanings = _placed(lambda column: among(column, inside))
    return Predicate("in_country", {**meanings, actor: is_country(actor.c.country, code)})


@asks("topic")
def about(ids: Answers) -> Meanings:
    """It is about this topic, or a narrower one; of a signature, its agreement is."""
    return {
        quote: _has_topic(quote_topic, "quote_id", quote, ids),
        agreement: _has_topic(agreement_topic, "agreement_id", agreement, ids),
        meeting: _has_topic(meeting_topic, "meeting_id", meeting, ids),
    }


def _placed(there: Callable[[Any], ColumnElement[bool]]) -> dict[FromClause, ColumnElement[bool]]:
    other, taken = again(meeting, "other"), again(step, "taken")
    met = select(other.c.id).where(there(other.c.place_id))
    done = and_(is_done(taken), there(taken.c.place_id))
    return {
        step: there(step.c.place_id),
        participation: through(participation, "meeting_id", met),
        quote: among(quote.c.meeting_id, met),
        meeting: there(meeting.c.place_id),
        agreement: among(agreement.c.id, select(taken.c.agreement_id).where(done)),
        incident: there(incident.c.place_id),
    }


def _has_topic(table: Table, key: str, of: FromClause, ids: Answers) -> ColumnElement[bool]:
    subject = again(table, "subject")
    return among(of.c.id, select(subject.c[key]).where(among(subject.c.topic_id, ids)))
