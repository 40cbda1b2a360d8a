"""Words for what happens: meetings, who takes which part, incidents."""

from __future__ import annotations

from enum import StrEnum


class MeetingKind(StrEnum):
    """The form of an encounter."""

    TALKS = "talks"
    VISIT = "visit"
    SUMMIT = "summit"
    SESSION = "session"
    PHONE_CALL = "phone_call"
    PRESS_CONFERENCE = "press_conference"
    COUNCIL = "council"
    NEGOTIATION = "negotiation"
    RECEPTION = "reception"
    MESSAGE = "message"


class MeetingStatus(StrEnum):
    """How far a meeting got, as reported."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """The part that somebody takes in a meeting."""

    HOST = "host"
    GUEST = "guest"
    PARTICIPANT = "participant"
    HEAD_OF_DELEGATION = "head_of_delegation"
    MEDIATOR = "mediator"
    WITNESS = "witness"
    SPEAKER = "speaker"


class IncidentKind(StrEnum):
    """What diplomacy refers to and is neither a meeting nor an agreement."""

    ATTACK = "attack"
    CONFLICT = "conflict"
    ELECTION = "election"
    REFERENDUM = "referendum"
    SANCTIONS = "sanctions"
    DESIGNATION = "designation"
    WITHDRAWAL = "withdrawal"
    BORDER = "border"
    MIGRATION = "migration"
    OTHER = "other"


class IncidentRole(StrEnum):
    """The part that an actor has in an incident."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    PARTY = "party"
    INITIATOR = "initiator"
    SUBJECT = "subject"
    CLAIMANT = "claimant"
    OTHER = "other"
