"""An attack, election, sanction: what diplomacy refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import spaced
from .parts import figures
from .record import Record, Section, one, proofs_of, rows
from .tensions import tensions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def describe(session: Session, slug: str) -> Record:
    """What it was, who had which part in it, and the figures reported."""
    incident = one(
        session,
        "SELECT incident.title, incident.kind, incident.date_edtf, place.name AS place"
        " FROM incident LEFT JOIN place ON place.id = incident.place_id"
        " WHERE incident.slug = :slug",
        slug=slug,
    )
    fields = {key: value for key, value in incident.items() if key != "title"}
    actors = rows(
        session,
        "SELECT actor.slug AS actor, actor.name, part.role FROM incident_actor AS part"
        " JOIN incident ON incident.id = part.incident_id JOIN actor ON actor.id = part.actor_id"
        " WHERE incident.slug = :slug ORDER BY part.position",
        slug=slug,
    )
    part = [field("Who", "name"), Column("Part", lambda row: spaced(row["role"]))]
    sections = [
        Section("actors", "Actors", [*part, field("Slug", "actor")], actors),
        figures(session, "incident", slug),
        tensions(session, "incident", slug),
    ]
    proofs = proofs_of(session, "incident", slug)
    return Record("incident", slug, incident["title"], fields, sections, proofs)
