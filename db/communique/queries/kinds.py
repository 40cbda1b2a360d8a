"""Conditions on words: kinds, statuses, roles, modes of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, select

from ..vocabulary import (
    ActionKind,
    ActionStatus,
    ActorKind,
    AgreementKind,
    IncidentKind,
    IncidentRole,
    MeetingKind,
    MeetingStatus,
    Mode,
    Role,
)
from .naming import among, through
from .predicate import Predicate
from .tables import (
    actor,
    again,
    agreement,
    incident,
    incident_actor,
    is_done,
    meeting,
    participation,
    quote,
    signature,
    step,
)
from .words import is_one_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import FromClause

    Asked = Callable[[FromClause], ColumnElement[bool]]


def agreement_kind(*kinds: str) -> Predicate:
    """The agreement is of this kind, or one of these."""
    other = again(agreement, "other")

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return is_one_of(rows.c["kind"], AgreementKind, kinds, "agreement_kind")

    ids = select(other.c.id).where(asked(other))
    return Predicate(
        "agreement_kind",
        {
            agreement: asked(agreement),
            signature: among(signature.c.agreement_id, ids),
            step: among(step.c.agreement_id, ids),
        },
    )


def action_kind(*kinds: str) -> Predicate:
    """The step is of this kind, or one of these; of an agreement, some step that was done."""
    return _of_step(
        "action_kind", lambda rows: is_one_of(rows.c["kind"], ActionKind, kinds, "action_kind")
    )


def action_status(*statuses: str) -> Predicate:
    """The step is done, planned or cancelled; of an agreement, some step of it is."""

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return is_one_of(rows.c["status"], ActionStatus, statuses, "action_status")

    return _of_step("action_status", asked, any_step=True)


def meeting_kind(*kinds: str) -> Predicate:
    """The meeting is of this kind, or one of these."""
    return _of_meeting(
        "meeting_kind", lambda rows: is_one_of(rows.c["kind"], MeetingKind, kinds, "meeting_kind")
    )


def meeting_status(*statuses: str) -> Predicate:
    """The meeting was held, planned, proposed, postponed or cancelled."""

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return is_one_of(rows.c["status"], MeetingStatus, statuses, "meeting_status")

    return _of_meeting("meeting_status", asked)


def incident_kind(*kinds: str) -> Predicate:
    """The incident is of this kind, or one of these."""
    condition = is_one_of(incident.c.kind, IncidentKind, kinds, "incident_kind")
    return Predicate("incident_kind", {incident: condition})


def actor_kind(*kinds: str) -> Predicate:
    """The actor is of this kind, or one of these; of a participation, who took part is."""
    other = again(actor, "other")
    ids = select(other.c.id).where(is_one_of(other.c["kind"], ActorKind, kinds, "actor_kind"))
    return Predicate(
        "actor_kind",
        {
            participation: among(participation.c.actor_id, ids),
            actor: is_one_of(actor.c.kind, ActorKind, kinds, "actor_kind"),
        },
    )


def in_role(*roles: str) -> Predicate:
    """Somebody took part in this role, or one of these: as a host, a mediator, a witness."""
    part = again(participation, "part")
    ids = select(part.c.meeting_id).where(is_one_of(part.c["role"], Role, roles, "in_role"))
    return Predicate(
        "in_role",
        {
            participation: is_one_of(participation.c.role, Role, roles, "in_role"),
            meeting: among(meeting.c.id, ids),
        },
    )


def with_incident_role(*roles: str) -> Predicate:
    """Somebody had this part in the incident, or one of these: as its target, as a claimant."""
    part = again(incident_actor, "part")
    held = is_one_of(part.c["role"], IncidentRole, roles, "with_incident_role")
    ids = select(part.c.incident_id).where(held)
    return Predicate("with_incident_role", {incident: among(incident.c.id, ids)})


def in_mode(*modes: str) -> Predicate:
    """The speech is reported in this mode, or one of these; of a meeting, some speech at it."""
    words = again(quote, "words")
    heard = select(words.c.meeting_id).where(
        is_one_of(words.c["mode"], Mode, modes, "in_mode"), words.c.meeting_id.is_not(None)
    )
    return Predicate(
        "in_mode",
        {
            quote: is_one_of(quote.c.mode, Mode, modes, "in_mode"),
            meeting: among(meeting.c.id, heard),
        },
    )


def _of_step(word: str, asked: Asked, *, any_step: bool = False) -> Predicate:
    taken = again(step, "taken")
    ids = select(taken.c.id).where(asked(taken))
    done = asked(taken) if any_step else and_(is_done(taken), asked(taken))
    return Predicate(
        word,
        {
            step: asked(step),
            signature: through(signature, "action_id", ids),
            agreement: among(agreement.c.id, select(taken.c.agreement_id).where(done)),
        },
    )


def _of_meeting(word: str, asked: Asked) -> Predicate:
    other = again(meeting, "other")
    ids = select(other.c.id).where(asked(other))
    return Predicate(
        word,
        {
            meeting: asked(meeting),
            participation: through(participation, "meeting_id", ids),
            step: among(step.c.meeting_id, ids),
            quote: among(quote.c.meeting_id, ids),
        },
    )
