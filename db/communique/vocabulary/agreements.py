"""Words for what is agreed: instruments, the steps of their life, and how they relate."""

from __future__ import annotations

from enum import StrEnum


class AgreementKind(StrEnum):
    """The form of an instrument or undertaking."""

    MOU = "mou"  # memorandum of understanding
    TREATY = "treaty"
    PROTOCOL = "protocol"
    ROADMAP = "roadmap"
    JOINT_STATEMENT = "joint_statement"
    AGREEMENT = "agreement"
    MECHANISM = "mechanism"
    COMMITMENT = "commitment"
    DECLARATION = "declaration"
    UNSPECIFIED = "unspecified"


class ActionKind(StrEnum):
    """One step in the life of an agreement."""

    PROPOSED = "proposed"
    NEGOTIATION = "negotiation"
    DISCUSSED = "discussed"
    AGREED = "agreed"  # its content; "agreed to start talks" is a planned negotiation
    INITIALLED = "initialled"
    CONCLUDED = "concluded"
    SIGNED = "signed"
    RATIFIED = "ratified"
    ENTERED_INTO_FORCE = "entered_into_force"
    UPDATED = "updated"
    IMPLEMENTED = "implemented"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    VIOLATED = "violated"
    CONTESTED = "contested"


class ActionStatus(StrEnum):
    """Whether a step was taken."""

    DONE = "done"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class AgreementStatus(StrEnum):
    """What an agreement is on a day: what its latest telling step made of it."""

    PLANNED = "planned"
    PROPOSED = "proposed"
    AGREED = "agreed"
    INITIALLED = "initialled"
    CONCLUDED = "concluded"
    SIGNED = "signed"
    RATIFIED = "ratified"
    ENTERED_INTO_FORCE = "entered_into_force"
    IMPLEMENTED = "implemented"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    CONTESTED = "contested"
    UNKNOWN = "unknown"  # it is spoken of, and no step that would tell is recorded


class LinkKind(StrEnum):
    """How one agreement stands to another."""

    AMENDS = "amends"
    IMPLEMENTS = "implements"
    SUPERSEDES = "supersedes"
    UPDATES = "updates"
    MAY_BE_SAME_AS = "may_be_same_as"
