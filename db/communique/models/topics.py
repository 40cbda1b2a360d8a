"""Controlled subjects, and what they are given to."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import Key, Position, Slug, Text, link, parent, self_link
from .base import Base
from .origin import Recorded
from .parts import part_of


class Topic(Recorded, Base):
    """A subject, with the broader one that includes it."""

    __tablename__ = "topic"
    __table_args__ = (
        CheckConstraint("broader_id <> id", name="is_not_broader_than_itself"),
        {"comment": "Controlled subjects of meetings, agreements and quotes."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    label: Mapped[Text] = mapped_column(comment="Label in English.")
    broader_id: Mapped[int | None] = self_link("topic", "The broader subject.")

    broader: Mapped[Topic | None] = relationship(remote_side="Topic.id", lazy="raise")


# RESTRICT on every topic: a subject in use cannot vanish. CASCADE on the thing: the
# subject was said of it and goes with it.
class MeetingTopic(Base):
    """A meeting's subject."""

    __tablename__ = "meeting_topic"
    __table_args__ = (
        Index("ix_meeting_topic_topic_id", "topic_id", "meeting_id"),
        *part_of("meeting", "Subjects of meetings.", also=("meeting_id", "topic_id")),
    )

    id: Mapped[Key]
    meeting_id: Mapped[int] = parent("meeting", "The meeting.")
    topic_id: Mapped[int] = link(
        "topic", "Its subject.", on_delete="RESTRICT", indexed=False, swapped=True
    )
    position: Mapped[Position]


class AgreementTopic(Base):
    """An agreement's subject."""

    __tablename__ = "agreement_topic"
    __table_args__ = (
        Index("ix_agreement_topic_topic_id", "topic_id", "agreement_id"),
        *part_of("agreement", "Subjects of agreements.", also=("agreement_id", "topic_id")),
    )

    id: Mapped[Key]
    agreement_id: Mapped[int] = parent("agreement", "The agreement.")
    topic_id: Mapped[int] = link(
        "topic", "Its subject.", on_delete="RESTRICT", indexed=False, swapped=True
    )
    position: Mapped[Position]


class QuoteTopic(Base):
    """A quote's subject."""

    __tablename__ = "quote_topic"
    __table_args__ = (
        Index("ix_quote_topic_topic_id", "topic_id", "quote_id"),
        *part_of("quote", "Subjects of quotes.", also=("quote_id", "topic_id")),
    )

    id: Mapped[Key]
    quote_id: Mapped[int] = parent("quote", "The quote.")
    topic_id: Mapped[int] = link(
        "topic", "Its subject.", on_delete="RESTRICT", indexed=False, swapped=True
    )
    position: Mapped[Position]
