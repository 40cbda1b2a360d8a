"""The rows of what happened: parts in meetings, pairs who met, steps, plans, incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from ..vocabulary import (
        ActionKind,
        ActionStatus,
        AgreementKind,
        Basis,
        IncidentKind,
        Level,
        MeetingKind,
        MeetingStatus,
        Role,
    )


class Attendance(NamedTuple):
    """Somebody's part in a meeting, in which office and for whom; the actor is None if unnamed."""

    meeting: str
    meeting_title: str
    meeting_kind: MeetingKind
    meeting_status: MeetingStatus
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    place: str | None
    country: str | None
    actor: str | None
    actor_name: str
    described_as: str | None
    office: str | None
    office_title: str | None
    office_level: Level | None
    on_behalf_of: str | None
    role: Role
    basis: Basis
    day: date | None
    id: int


class Encounter(NamedTuple):
    """One who met another in a meeting; each pair stands twice, once in either direction."""

    meeting: str
    meeting_title: str
    meeting_kind: MeetingKind
    meeting_status: MeetingStatus
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    place: str | None
    country: str | None
    a: str | None
    a_name: str
    a_office: str | None
    a_side: str | None
    b: str | None
    b_name: str
    b_office: str | None
    b_side: str | None
    day: date | None
    id: int
    part: int


class Engagement(NamedTuple):
    """A meeting of somebody's day, and how many of that day are told to have gone before it."""

    meeting: str
    meeting_title: str
    meeting_kind: MeetingKind
    meeting_status: MeetingStatus
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    place: str | None
    country: str | None
    after: str | None
    turn: int
    id: int


class Action(NamedTuple):
    """A step in the life of an agreement: done, planned or cancelled."""

    agreement: str
    agreement_title: str
    agreement_kind: AgreementKind
    action_kind: ActionKind
    action_status: ActionStatus
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    actor: str | None
    actor_name: str | None
    meeting: str | None
    place: str | None
    country: str | None
    day: date | None
    id: int


class Plan(NamedTuple):
    """A planned meeting, or a planned step of an agreement, and what fulfilled it."""

    record_kind: str
    record: str
    title: str
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    place: str | None
    fulfilled_by: str | None
    step: str
    day: date | None
    id: int
    part: int


class Event(NamedTuple):
    """A meeting, a step of an agreement, or an incident, as they follow each other."""

    record_kind: str
    record: str
    title: str
    status: str
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    place: str | None
    country: str | None
    step: str
    day: date | None
    id: int
    part: int


class Happening(NamedTuple):
    """An incident: what diplomacy refers to and is neither meeting nor agreement."""

    incident: str
    incident_title: str
    incident_kind: IncidentKind
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    place: str | None
    place_name: str | None
    country: str | None
    day: date | None
    id: int
