"""Meetings and incidents as rows."""

from __future__ import annotations

from ...names import fold
from ...vocabulary import MeetingStatus
from ..complaints import shown
from ..rows import Key, date_columns
from ..shapes.events import IncidentShape, MeetingShape, ParticipantShape
from .evidence import add_evidence
from .parts import add_figures, add_topics, needs_a_source
from .scope import Path, Scope


def resolve_meeting(scope: Scope, shape: MeetingShape) -> None:
    """A meeting, who took part in which office, and what it was about."""
    if shape.status is MeetingStatus.HELD:
        scope.not_in_the_future(shape.date, "held", ("date",))
    head = scope.add_head(
        {
            "title": shape.title,
            "kind": shape.kind.value,
            "status": shape.status.value,
            **date_columns("date", shape.date),
            "place_id": scope.ref("place", shape.place, ("place",)),
            "part_of_id": scope.other("meeting", shape.part_of, ("part_of",)),
            "sidelines_of_id": scope.other("meeting", shape.sidelines_of, ("sidelines_of",)),
            "after_id": scope.other("meeting", shape.after, ("after",)),
            "fulfils_id": scope.other("meeting", shape.fulfils, ("fulfils",)),
            "series_id": scope.ref("actor", shape.series, ("series",)),
            "ordinal": shape.ordinal,
            "folded": fold(shape.title),
        }
    )
    met: set[Key] = set()
    for position, participant in enumerate(shape.participants):
        _take_part(scope, head, shape, position, participant, met)
    add_topics(scope, "meeting_topic", head, shape.topics, ("topics",))
    add_figures(scope, head, shape.figures, ("figures",))
    add_evidence(scope, head, shape.evidence, ("evidence",))
    needs_a_source(scope)


def _take_part(
    scope: Scope,
    head: Key,
    meeting: MeetingShape,
    position: int,
    shape: ParticipantShape,
    met: set[Key],
) -> None:
    path: Path = ("participants", position)
    actor = scope.ref("actor", shape.actor, (*path, "actor"))
    if actor in met:
        scope.complain(path, "E510", f"{shown(shape.actor)} takes part twice", "keep one entry")
        return
    if actor:
        met.add(actor)
    office = scope.office(actor[1] if actor else None, shape.office, meeting.date, path)
    key = scope.add(
        "participation",
        head,
        position,
        {
            "actor_id": actor,
            "office_id": office,
            "described_as": shape.described_as,
            "on_behalf_of_id": scope.side(shape.on_behalf_of, office, (*path, "on_behalf_of")),
            "role": shape.role.value,
            "basis": shape.basis.value,
        },
    )
    add_evidence(scope, key, shape.evidence, (*path, "evidence"))


def resolve_incident(scope: Scope, shape: IncidentShape) -> None:
    """An incident, who had which part in it, and its figures."""
    head = scope.add_head(
        {
            "title": shape.title,
            "kind": shape.kind.value,
            **date_columns("date", shape.date),
            "place_id": scope.ref("place", shape.place, ("place",)),
            "folded": fold(shape.title),
        }
    )
    for position, each in enumerate(shape.actors):
        if actor := scope.ref("actor", each.actor, ("actors", position, "actor")):
            scope.add(
                "incident_actor", head, position, {"actor_id": actor, "role": each.role.value}
            )
    add_figures(scope, head, shape.figures, ("figures",))
    add_evidence(scope, head, shape.evidence, ("evidence",))
    needs_a_source(scope)
