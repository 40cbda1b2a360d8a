"""Who said what: words reported in articles, and their speakers."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import (
    LOOKED_UP,
    Count,
    Earliest,
    Key,
    Latest,
    OptionalEdtf,
    OptionalText,
    Position,
    Text,
    link,
    parent,
    partial_date,
    word,
)
from ..dates import PartialDate
from ..vocabulary import Mode
from .actors import Actor, Office
from .articles import Article
from .base import Base
from .meetings import Meeting
from .parts import part_of, span_rules


class Quote(Base):
    """Words reported in an article, to the character."""

    __tablename__ = "quote"
    __table_args__ = part_of("article", "Speech as reported.", *span_rules())

    id: Mapped[Key]
    # CASCADE: a quote is part of its article's record.
    article_id: Mapped[int] = parent("article", "The article that reports it.")
    position: Mapped[Position]
    start_char: Mapped[Count] = mapped_column(comment="First code point of the words, from 0.")
    end_char: Mapped[Count] = mapped_column(comment="One past the last code point of the words.")
    text: Mapped[Text] = mapped_column(comment="The words as they stand in the article.")
    folded: Mapped[Text] = mapped_column(comment="The words folded for search.")
    mode: Mapped[Mode] = word(Mode, "How the speech is reported.")
    speaker_as_written: Mapped[OptionalText] = mapped_column(
        comment="The speaker in the article's words."
    )
    # RESTRICT on each: the quote keeps its venue and its agency.
    meeting_id: Mapped[int | None] = link(
        "meeting", "The meeting at which it was said.", on_delete="RESTRICT", optional=True
    )
    relayed_by_id: Mapped[int | None] = link(
        "actor", "The agency that relayed it.", on_delete="RESTRICT", optional=True
    )
    utterance: Mapped[OptionalText] = mapped_column(
        comment="Joins pieces of one quotation, or renderings of one remark.",
        info={LOOKED_UP: True},
    )
    language: Mapped[OptionalText] = mapped_column(comment="BCP 47 tag of the words.")
    date_edtf: Mapped[OptionalEdtf]
    date_earliest: Mapped[Earliest]
    date_latest: Mapped[Latest]

    date: Mapped[PartialDate | None] = partial_date("date")
    article: Mapped[Article] = relationship(lazy="raise")
    meeting: Mapped[Meeting | None] = relationship(lazy="raise")
    relayed_by: Mapped[Actor | None] = relationship(lazy="raise")
    speakers: Mapped[list[QuoteSpeaker]] = relationship(
        back_populates="quote", order_by="QuoteSpeaker.position", lazy="raise"
    )


class QuoteSpeaker(Base):
    """Who speaks; a joint statement has several."""

    __tablename__ = "quote_speaker"
    __table_args__ = part_of("quote", "Speakers of quotes.", also=("quote_id", "actor_id"))

    id: Mapped[Key]
    # CASCADE: a speaker's part belongs to the quote.
    quote_id: Mapped[int] = parent("quote", "The quote.")
    position: Mapped[Position]
    # RESTRICT on each: speech keeps its speaker.
    actor_id: Mapped[int] = link("actor", "Who speaks.", on_delete="RESTRICT", swapped=True)
    office_id: Mapped[int | None] = link(
        "office", "The office in which they speak.", on_delete="RESTRICT", optional=True
    )
    on_behalf_of_id: Mapped[int | None] = link(
        "actor", "The side they speak for.", on_delete="RESTRICT", optional=True
    )

    quote: Mapped[Quote] = relationship(back_populates="speakers", lazy="raise")
    actor: Mapped[Actor] = relationship(foreign_keys=[actor_id], lazy="raise")
    office: Mapped[Office | None] = relationship(lazy="raise")
    on_behalf_of: Mapped[Actor | None] = relationship(foreign_keys=[on_behalf_of_id], lazy="raise")
