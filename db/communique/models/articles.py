"""Published reports, their texts, and notes on the health of a text."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import (
    Count,
    Earliest,
    Key,
    Latest,
    OptionalEdtf,
    OptionalText,
    Position,
    Slug,
    Text,
    link,
    parent,
    partial_date,
    word,
)
from ..dates import PartialDate
from ..vocabulary import NoteKind
from .actors import Actor
from .base import Base
from .origin import Recorded
from .parts import part_of, span_rules


class Article(Recorded, Base):
    """A published report: the source of facts."""

    __tablename__ = "article"
    __table_args__ = (
        CheckConstraint("length(text_sha256) = 64", name="text_sha256_is_a_sha256"),
        {"comment": "Published reports, the sources of all facts."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    title: Mapped[OptionalText] = mapped_column(comment="Headline; null when none is printed.")
    # RESTRICT: a source keeps its publisher.
    outlet_id: Mapped[int | None] = link(
        "actor",
        "The medium that published it, when the text says so.",
        on_delete="RESTRICT",
        optional=True,
    )
    published_edtf: Mapped[OptionalEdtf]
    published_earliest: Mapped[Earliest]
    published_latest: Mapped[Latest]
    updated_edtf: Mapped[OptionalEdtf]
    updated_earliest: Mapped[Earliest]
    updated_latest: Mapped[Latest]
    language: Mapped[OptionalText] = mapped_column(comment="BCP 47 tag of the text.")
    url: Mapped[OptionalText] = mapped_column(comment="Where it was published.")
    external_id: Mapped[OptionalText] = mapped_column(comment="The publisher's own number for it.")
    credit: Mapped[OptionalText] = mapped_column(comment="Source line as printed.")
    dateline: Mapped[OptionalText] = mapped_column(
        comment="Dateline as printed; not a place of events."
    )
    text_sha256: Mapped[OptionalText] = mapped_column(
        comment="SHA-256 over the bytes of the text file."
    )
    text_file: Mapped[OptionalText] = mapped_column(comment="File that holds the text.")

    published: Mapped[PartialDate | None] = partial_date("published")
    updated: Mapped[PartialDate | None] = partial_date("updated")
    outlet: Mapped[Actor | None] = relationship(lazy="raise")
    body: Mapped[ArticleText | None] = relationship(back_populates="article", lazy="raise")


class ArticleText(Base):
    """The text of an article, apart so that scans of articles stay small."""

    __tablename__ = "article_text"
    __table_args__ = (
        UniqueConstraint("article_id"),
        {"comment": "Texts of articles; offsets count code points of this text."},
    )

    id: Mapped[Key]
    # CASCADE: the text is part of its article.
    article_id: Mapped[int] = parent("article", "The article.")
    text: Mapped[Text] = mapped_column(comment="The UTF-8 file decoded and otherwise untouched.")

    article: Mapped[Article] = relationship(back_populates="body", lazy="raise")


class ArticleNote(Base):
    """A remark on the health of an article's text."""

    __tablename__ = "article_note"
    __table_args__ = part_of("article", "What ails a text, and where.", *span_rules())

    id: Mapped[Key]
    # CASCADE: the note is part of its article's record.
    article_id: Mapped[int] = parent("article", "The article.")
    position: Mapped[Position]
    kind: Mapped[NoteKind] = word(NoteKind, "What is wrong there.")
    start_char: Mapped[Count] = mapped_column(comment="First code point of the span, from 0.")
    end_char: Mapped[Count] = mapped_column(comment="One past the last code point of the span.")
    note: Mapped[OptionalText] = mapped_column(comment="The curator's explanation.")
