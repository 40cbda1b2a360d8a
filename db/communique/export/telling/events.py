"""Meetings and incidents as files tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .dossier import Dossier, Told, kept
from .proofs import figures, other_than, proofs, topics

if TYPE_CHECKING:
    from communique.loading.rows import Row


def meeting(dossier: Dossier) -> Told:
    """A meeting, and who took part in which office for whom."""
    head = dossier.head
    return kept(
        title=head["title"],
        kind=head["kind"],
        status=head["status"],
        date=head["date_edtf"],
        place=dossier.slug(head["place_id"]),
        part_of=dossier.slug(head["part_of_id"]),
        sidelines_of=dossier.slug(head["sidelines_of_id"]),
        after=dossier.slug(head["after_id"]),
        fulfils=dossier.slug(head["fulfils_id"]),
        series=dossier.slug(head["series_id"]),
        ordinal=head["ordinal"],
        participants=[_participant(dossier, row) for row in dossier.parts("participation")],
        topics=topics(dossier, "meeting_topic"),
        figures=figures(dossier),
        evidence=proofs(dossier),
    )


def _participant(dossier: Dossier, row: Row) -> Any:
    values = row.values
    actor, office = values["actor_id"], values["office_id"]
    told = kept(
        actor=dossier.slug(actor),
        office=dossier.office(actor, office),
        described_as=values["described_as"],
        on_behalf_of=dossier.side(office, values["on_behalf_of_id"]),
        role=other_than("participant", values["role"]),
        basis=other_than("stated", values["basis"]),
        evidence=proofs(dossier, row.key),
    )
    return told["actor"] if told.keys() == {"actor"} else told


def incident(dossier: Dossier) -> Told:
    """An incident, who had which part in it, and its figures."""
    head = dossier.head
    return kept(
        title=head["title"],
        kind=head["kind"],
        date=head["date_edtf"],
        place=dossier.slug(head["place_id"]),
        actors=[
            {"actor": dossier.slug(row.values["actor_id"]), "role": row.values["role"]}
            for row in dossier.parts("incident_actor")
        ],
        figures=figures(dossier),
        evidence=proofs(dossier),
    )
