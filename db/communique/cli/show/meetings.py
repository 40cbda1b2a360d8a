"""A meeting of any form, held or planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import spaced
from .parts import participant_columns, quoted_words
from .record import Record, Section, one, proofs_of, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def describe(session: Session, slug: str) -> Record:
    """When, where, who, what was signed there, what was said."""
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
    participants = rows(
        session,
        "SELECT attendance.actor, attendance.actor_name, attendance.office,"
        " attendance.office_title, attendance.described_as, attendance.on_behalf_of,"
        " attendance.role, attendance.basis FROM attendance"
        " WHERE attendance.meeting = :slug ORDER BY attendance.on_behalf_of, attendance.actor_name",
        slug=slug,
    )
    sections = [
        Section("participants", "Participants", participant_columns(), participants),
        _topics(session, slug),
        _steps(session, slug),
        quoted_words(session, "meeting", slug),
    ]
    return Record(
        "meeting", slug, meeting["title"], fields, sections, proofs_of(session, "meeting", slug)
    )


def _topics(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT topic.slug AS topic, topic.label FROM meeting_topic AS given"
        " JOIN meeting ON meeting.id = given.meeting_id JOIN topic ON topic.id = given.topic_id"
        " WHERE meeting.slug = :slug ORDER BY given.position",
        slug=slug,
    )
    return Section("topics", "Topics", [field("Topic", "label"), field("Slug", "topic")], found)


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
