"""An attack, election, sanction: what diplomacy refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import spaced
from .record import Record, Section, one, proofs_of, rows

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
    figures = rows(
        session,
        "SELECT figure.what, figure.qualifier, figure.value, figure.unit,"
        " coalesce(actor.name, figure.claimed_by_as_written) AS claimed_by FROM figure"
        " JOIN incident ON incident.id = figure.incident_id"
        " LEFT JOIN actor ON actor.id = figure.claimed_by_id"
        " WHERE incident.slug = :slug ORDER BY figure.position",
        slug=slug,
    )
    part = [field("Who", "name"), Column("Part", lambda row: spaced(row["role"]))]
    number = [
        field("What", "what"),
        Column("Number", lambda row: f"{spaced(row['qualifier'])} {row['value']}"),
        field("Unit", "unit"),
        field("Said by", "claimed_by"),
    ]
    sections = [
        Section("actors", "Actors", [*part, field("Slug", "actor")], actors),
        Section("figures", "Figures", number, figures),
    ]
    proofs = proofs_of(session, "incident", slug)
    return Record("incident", slug, incident["title"], fields, sections, proofs)
