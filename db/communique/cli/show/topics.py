"""A controlled subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import field
from .parts import quoted_words
from .record import Record, Section, one, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def describe(session: Session, slug: str) -> Record:
    """Its broader and narrower subjects, and what is about it."""
    topic = one(
        session,
        "SELECT topic.label, whole.slug AS broader FROM topic"
        " LEFT JOIN topic AS whole ON whole.id = topic.broader_id WHERE topic.slug = :slug",
        slug=slug,
    )
    narrower = rows(
        session,
        "SELECT topic.slug AS topic, topic.label FROM topic"
        " JOIN topic AS whole ON whole.id = topic.broader_id WHERE whole.slug = :slug"
        " ORDER BY topic.slug",
        slug=slug,
    )
    about = rows(
        session,
        "SELECT 'meeting' AS kind, meeting.slug AS record, meeting.title"
        " FROM meeting_topic AS given JOIN meeting ON meeting.id = given.meeting_id"
        " JOIN topic ON topic.id = given.topic_id"
        " WHERE topic.slug = :slug UNION ALL"
        " SELECT 'agreement', agreement.slug, agreement.title FROM agreement_topic AS given"
        " JOIN agreement ON agreement.id = given.agreement_id"
        " JOIN topic ON topic.id = given.topic_id WHERE topic.slug = :slug ORDER BY kind, record",
        slug=slug,
    )
    topics = [field("Topic", "label"), field("Slug", "topic")]
    sections = [
        Section("narrower", "Narrower", topics, narrower),
        Section(
            "records", "About it",
            [field("Kind", "kind"), field("What", "title"), field("Slug", "record")], about,
        ),
        quoted_words(session, "topic", slug),
    ]  # fmt: skip
    return Record("topic", slug, topic["label"], {"broader": topic["broader"]}, sections)
