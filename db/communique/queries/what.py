"""Conditions on what happened, about what and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, exists, select

from ..vocabulary import ActionStatus, AgreementKind, MeetingKind
from .naming import is_about, is_in_place
from .predicate import Predicate
from .quote import quoted_about
from .tables import (
    again,
    agreement,
    agreement_topic,
    meeting,
    meeting_topic,
    participation,
    quote,
    signature,
    step,
)
from .words import is_one_of

if TYPE_CHECKING:
    from sqlalchemy import FromClause, Table
    from sqlalchemy.sql.elements import KeyedColumnElement


def agreement_kind(*kinds: str) -> Predicate:
    """The agreement is of this kind, or one of these."""
    other = again(agreement, "other")
    of_kind = is_one_of(other.c.kind, AgreementKind, kinds, "agreement_kind")
    return Predicate(
        "agreement_kind",
        {
            agreement: is_one_of(agreement.c.kind, AgreementKind, kinds, "agreement_kind"),
            signature: _of(other, signature.c.agreement_id, of_kind),
            step: _of(other, step.c.agreement_id, of_kind),
        },
    )


def meeting_kind(*kinds: str) -> Predicate:
    """The meeting is of this kind, or one of these."""
    other = again(meeting, "other")
    of_kind = is_one_of(other.c.kind, MeetingKind, kinds, "meeting_kind")
    return Predicate(
        "meeting_kind",
        {
            meeting: is_one_of(meeting.c.kind, MeetingKind, kinds, "meeting_kind"),
            participation: _of(other, participation.c.meeting_id, of_kind),
            step: _of(other, step.c.meeting_id, of_kind),
            quote: _of(other, quote.c.meeting_id, of_kind),
        },
    )


def held_in(place: str) -> Predicate:
    """It was in this place, or in one that lies in it, however deep."""
    other = again(meeting, "other")
    there = is_in_place(other.c.place_id, place)
    taken = again(step, "taken")
    done = and_(taken.c.agreement_id == agreement.c.id, taken.c.status == ActionStatus.DONE)
    in_agreement = select(taken.c.id).where(done, is_in_place(taken.c.place_id, place))
    return Predicate(
        "held_in",
        {
            step: is_in_place(step.c.place_id, place),
            participation: _of(other, participation.c.meeting_id, there),
            quote: _of(other, quote.c.meeting_id, there),
            meeting: is_in_place(meeting.c.place_id, place),
            agreement: exists(in_agreement.correlate(agreement)),
        },
    )


def about(topic: str) -> Predicate:
    """It is about this topic, or a narrower one; of a signature, its agreement is."""
    return Predicate(
        "about",
        {
            quote: quoted_about(topic),
            agreement: _has_topic(agreement_topic, "agreement_id", agreement, topic),
            meeting: _has_topic(meeting_topic, "meeting_id", meeting, topic),
        },
    )


def _of(
    other: FromClause, link: KeyedColumnElement[int], condition: ColumnElement[bool]
) -> ColumnElement[bool]:
    found = select(other.c.id).where(other.c.id == link, condition)
    return exists(found.correlate(link.table))


def _has_topic(table: Table, key: str, of: FromClause, topic: str) -> ColumnElement[bool]:
    subject = again(table, "subject")
    found = select(subject.c.id).where(
        subject.c[key] == of.c.id, is_about(subject.c.topic_id, topic)
    )
    return exists(found.correlate(of))
