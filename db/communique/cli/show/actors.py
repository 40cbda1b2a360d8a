"""A person, state, organisation, body, armed group or medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import spaced, when
from .parts import names, quoted_words, spellings, tenure_columns
from .record import Record, Section, one, proofs_of, rows
from .tensions import tensions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def describe(session: Session, slug: str) -> Record:
    """Who it is: spellings, offices, meetings, signatures, agreements, words."""
    actor = one(
        session,
        "SELECT name, kind, country, description, wikidata FROM actor WHERE slug = :slug",
        slug=slug,
    )
    fields = {key: actor[key] for key in ("kind", "country", "description", "wikidata")}
    sections = [
        names(session, "actor", slug),
        spellings(session, "actor", slug),
        _offices(session, slug),
        _own_offices(session, slug),
        _meetings(session, slug),
        _signatures(session, slug),
        _agreements(session, slug),
        _incidents(session, slug),
        quoted_words(session, "speaker", slug),
        tensions(session, "actor", slug),
    ]
    return Record("actor", slug, actor["name"], fields, sections, proofs_of(session, "actor", slug))


def _offices(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT office, office_title, of_actor, since_edtf, until_edtf, acting FROM office_holding"
        " WHERE actor = :slug"
        " ORDER BY office, since_edtf IS NULL, since_edtf",
        slug=slug,
    )
    return Section(
        "offices", "Offices", [field("Office", "office_title"), *tenure_columns()], found
    )


def _own_offices(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT office, office_title, actor, actor_name, since_edtf, until_edtf, acting"
        " FROM office_holding WHERE of_actor = :slug"
        " ORDER BY office, actor, since_edtf IS NULL, since_edtf",
        slug=slug,
    )
    columns = [field("Office", "office_title"), field("Held by", "actor_name"), *tenure_columns()]
    return Section("holders", "Its offices", columns, found)


def _meetings(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT meeting.slug AS meeting, title AS meeting_title, kind AS meeting_kind,"
        " status AS meeting_status, date_edtf, date_earliest, date_latest FROM meeting"
        " WHERE meeting.slug IN"
        " (SELECT meeting FROM attendance WHERE actor = :slug OR on_behalf_of = :slug)"
        " OR series_id = (SELECT id FROM actor WHERE slug = :slug)"
        " ORDER BY coalesce(date_latest, date_earliest) DESC, meeting.slug",
        slug=slug,
    )
    columns = [
        Column("Date", lambda row: when(row["date_edtf"])),
        field("Meeting", "meeting_title"),
        Column("Kind", lambda row: spaced(row["meeting_kind"])),
        field("Status", "meeting_status"),
        field("Slug", "meeting"),
    ]
    return Section("meetings", "Meetings", columns, found)


def _signatures(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT agreement, agreement_title, agreement_kind, signed_edtf, office, office_title,"
        " party, party_name FROM signing WHERE signer = :slug"
        " ORDER BY coalesce(signed_latest, signed_earliest) DESC, agreement",
        slug=slug,
    )
    columns = [
        Column("Signed", lambda row: when(row["signed_edtf"])),
        field("As", "office_title"),
        field("For", "party_name"),
        field("Agreement", "agreement_title"),
    ]
    return Section("signatures", "Signatures", columns, found)


def _agreements(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT status.agreement, status.title, status.kind, status.status, status.status_edtf"
        " FROM agreement_status AS status JOIN agreement ON agreement.slug = status.agreement"
        " JOIN party ON party.agreement_id = agreement.id JOIN actor ON actor.id = party.actor_id"
        " WHERE actor.slug = :slug"
        " ORDER BY status.agreement",
        slug=slug,
    )
    columns = [
        Column("Kind", lambda row: spaced(row["kind"])),
        field("Agreement", "title"),
        Column("Status", lambda row: spaced(row["status"])),
        Column("Since", lambda row: when(row["status_edtf"])),
    ]
    return Section("agreements", "Party to", columns, found)


def _incidents(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT incident.slug AS incident, incident.title, incident.kind, incident.date_edtf,"
        " part.role FROM incident_actor AS part JOIN incident ON incident.id = part.incident_id"
        " JOIN actor ON actor.id = part.actor_id WHERE actor.slug = :slug"
        " ORDER BY incident.slug, part.position",
        slug=slug,
    )
    columns = [
        Column("Part", lambda row: spaced(row["role"])),
        field("Incident", "title"),
        Column("Date", lambda row: when(row["date_edtf"])),
        field("Slug", "incident"),
    ]
    return Section("incidents", "Incidents", columns, found)
