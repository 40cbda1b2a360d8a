"""A meeting of any form, held or planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import happening, spaced, when
from .parts import figures, quoted_words, topics
from .record import Record, Section, one, proofs_of, rows
from .tensions import tensions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def describe(session: Session, slug: str) -> Record:
    """When, where, who, what belongs to it, what was signed there, what was said."""
    meeting = one(
        session,
        "SELECT meeting.title, meeting.kind, meeting.status, meeting.date_edtf,"
        " place.name AS place, whole.slug AS part_of, beside.slug AS sidelines_of,"
        " earlier.slug AS after, planned.slug AS fulfils, body.slug AS series, meeting.ordinal"
        " FROM meeting LEFT JOIN place ON place.id = meeting.place_id"
        " LEFT JOIN meeting AS whole ON whole.id = meeting.part_of_id"
        " LEFT JOIN meeting AS beside ON beside.id = meeting.sidelines_of_id"
        " LEFT JOIN meeting AS earlier ON earlier.id = meeting.after_id"
        " LEFT JOIN meeting AS planned ON planned.id = meeting.fulfils_id"
        " LEFT JOIN actor AS body ON body.id = meeting.series_id WHERE meeting.slug = :slug",
        slug=slug,
    )
    fields = {key: value for key, value in meeting.items() if key != "title"}
    sections = [
        _participants(session, slug),
        topics(session, "meeting", slug),
        _related(session, slug),
        _steps(session, slug),
        figures(session, "meeting", slug),
        quoted_words(session, "meeting", slug),
        tensions(session, "meeting", slug),
    ]
    return Record(
        "meeting", slug, meeting["title"], fields, sections, proofs_of(session, "meeting", slug)
    )


def _participants(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT actor.slug AS actor,"
        " coalesce(actor.name, office.title, part.described_as) AS actor_name,"
        " office.slug AS office, office.title AS office_title, part.described_as,"
        " side.slug AS on_behalf_of, side.name AS on_behalf_of_name, part.role, part.basis"
        " FROM participation AS part"
        " JOIN meeting ON meeting.id = part.meeting_id"
        " LEFT JOIN actor ON actor.id = part.actor_id"
        " LEFT JOIN office ON office.id = part.office_id"
        " LEFT JOIN actor AS side ON side.id = part.on_behalf_of_id"
        " WHERE meeting.slug = :slug ORDER BY part.position",
        slug=slug,
    )
    columns = [
        field("Who", "actor_name"),
        field("Office", "office_title"),
        field("For", "on_behalf_of_name"),
        Column("Role", lambda row: spaced(row["role"])),
    ]
    return Section("participants", "Participants", columns, found)


def _related(session: Session, slug: str) -> Section:
    """Meetings that point to this one."""
    found = rows(
        session,
        "SELECT CASE WHEN other.part_of_id = this.id THEN 'part of it'"
        " WHEN other.sidelines_of_id = this.id THEN 'on its sidelines'"
        " WHEN other.after_id = this.id THEN 'after it' ELSE 'fulfils it' END AS how,"
        " other.slug AS meeting, other.title, other.kind AS step, other.status, other.date_edtf,"
        " 'meeting' AS record_kind FROM meeting AS this JOIN meeting AS other"
        " ON this.id IN (other.part_of_id, other.sidelines_of_id, other.after_id, other.fulfils_id)"
        " WHERE this.slug = :slug ORDER BY other.slug",
        slug=slug,
    )
    columns = [
        field("How", "how"),
        field("Meeting", "title"),
        Column("Kind", happening),
        Column("Date", lambda row: when(row["date_edtf"])),
        field("Slug", "meeting"),
    ]
    return Section("related", "Related meetings", columns, found)


def _steps(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT agreement.slug AS agreement, agreement.title, step.kind, step.status,"
        " step.date_edtf FROM agreement_action AS step"
        " JOIN agreement ON agreement.id = step.agreement_id"
        " JOIN meeting ON meeting.id = step.meeting_id WHERE meeting.slug = :slug"
        " ORDER BY agreement.slug, step.position",
        slug=slug,
    )
    columns = [
        Column("Step", lambda row: spaced(row["kind"])),
        field("Status", "status"),
        field("Agreement", "title"),
        field("Slug", "agreement"),
    ]
    return Section("steps", "Steps of agreements", columns, found)
