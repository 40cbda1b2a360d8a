"""An agreement, planned or made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import spaced, when
from .parts import figures, names, spellings, topics
from .record import Record, Section, one, proofs_of, rows
from .tensions import tensions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ..answers import Row


def describe(session: Session, slug: str) -> Record:
    """What it is, who is bound, what became of it, who signed."""
    agreement = one(
        session,
        "SELECT status.title, status.kind, status.status, status.status_edtf, agreement.summary"
        " FROM agreement_status AS status JOIN agreement ON agreement.slug = status.agreement"
        " WHERE agreement.slug = :slug",
        slug=slug,
    )
    fields = {key: value for key, value in agreement.items() if key != "title"}
    sections = [
        names(session, "agreement", slug),
        spellings(session, "agreement", slug),
        _parties(session, slug),
        topics(session, "agreement", slug),
        _steps(session, slug),
        _signatures(session, slug),
        figures(session, "agreement", slug),
        _links(session, slug),
        tensions(session, "agreement", slug),
    ]
    return Record(
        "agreement", slug, agreement["title"], fields, sections,
        proofs_of(session, "agreement", slug),
    )  # fmt: skip


def _parties(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT actor.slug AS party, actor.name FROM party"
        " JOIN actor ON actor.id = party.actor_id"
        " JOIN agreement ON agreement.id = party.agreement_id WHERE agreement.slug = :slug"
        " ORDER BY party.position",
        slug=slug,
    )
    return Section("parties", "Parties", [field("Party", "name"), field("Slug", "party")], found)


def _steps(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT step.kind, step.status, step.date_edtf, step.date_earliest, step.date_latest,"
        " actor.slug AS by_actor, actor.name AS by_name, meeting.slug AS meeting,"
        " place.name AS place, planned.kind AS fulfils"
        " FROM agreement_action AS step JOIN agreement ON agreement.id = step.agreement_id"
        " LEFT JOIN actor ON actor.id = step.actor_id"
        " LEFT JOIN meeting ON meeting.id = step.meeting_id"
        " LEFT JOIN agreement_action AS planned ON planned.id = step.fulfils_id"
        " LEFT JOIN place ON place.id = step.place_id"
        " WHERE agreement.slug = :slug ORDER BY step.position",
        slug=slug,
    )
    columns = [
        Column("Step", _step),
        field("Status", "status"),
        Column("Date", lambda row: when(row["date_edtf"])),
        field("Place", "place"),
        field("Meeting", "meeting"),
    ]
    return Section("steps", "Steps", columns, found)


def _step(row: Row) -> str:
    """What was done, by whom if one side did it alone: "proposed by Iran"."""
    by = f" by {row['by_name']}" if row["by_name"] else ""
    planned = ", as planned" if row["fulfils"] else ""
    return f"{spaced(row['kind'])}{by}{planned}"


def _signatures(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT signer, signer_name, office, office_title, party, party_name, signed_edtf"
        " FROM signing WHERE agreement = :slug ORDER BY party, signer_name",
        slug=slug,
    )
    columns = [
        field("Signed by", "signer_name"),
        field("As", "office_title"),
        field("For", "party_name"),
        Column("Date", lambda row: when(row["signed_edtf"])),
    ]
    return Section("signatures", "Signatures", columns, found)


def _links(session: Session, slug: str) -> Section:
    """What it points to, and what points to it."""
    found = rows(
        session,
        "SELECT link.kind, CASE WHEN this.id = link.from_agreement_id THEN 'to' ELSE 'from' END"
        " AS direction, other.slug AS agreement, other.title FROM agreement_link AS link"
        " JOIN agreement AS this ON this.id IN (link.from_agreement_id, link.to_agreement_id)"
        " JOIN agreement AS other ON other.id IN (link.from_agreement_id, link.to_agreement_id)"
        " AND other.id <> this.id WHERE this.slug = :slug"
        " ORDER BY direction DESC, link.position, other.slug",
        slug=slug,
    )
    columns = [
        Column("How", lambda row: _LINKED[row["kind"]][row["direction"] == "from"]),
        field("Agreement", "title"),
        field("Slug", "agreement"),
    ]
    return Section("links", "Related agreements", columns, found)


_LINKED = {
    "amends": ("amends", "amended by"),
    "implements": ("implements", "implemented by"),
    "supersedes": ("supersedes", "superseded by"),
    "updates": ("updates", "updated by"),
    "may_be_same_as": ("may be the same as",) * 2,
}
"""A link seen from the agreement that it starts from, and from the other."""
