"""Who acts, and in which office: actors, offices and tenures."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import (
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
from ..vocabulary import ActorKind, Level, Portfolio
from .base import Base
from .origin import Recorded
from .titled import Titled


class Actor(Recorded, Base):
    """A person, state, organisation, body, armed group or medium."""

    __tablename__ = "actor"
    __table_args__ = (
        CheckConstraint("length(country) = 2", name="country_is_two_letters"),
        {"comment": "Who acts: persons, states, organisations, bodies, armed groups, media."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    kind: Mapped[ActorKind] = word(ActorKind, "What the actor is.")
    name: Mapped[Text] = mapped_column(comment="Canonical name; its evidence is on the name table.")
    country: Mapped[OptionalText] = mapped_column(
        comment="ISO 3166 alpha-2 code of its country; a state's own."
    )
    description: Mapped[OptionalText] = mapped_column(comment="One line by the curator.")
    wikidata: Mapped[OptionalText] = mapped_column(
        unique=True, comment="Wikidata item, such as Q42."
    )

    tenures: Mapped[list[Tenure]] = relationship(
        back_populates="holder", order_by="Tenure.position", lazy="raise"
    )


class Office(Titled, Recorded, Base):
    """A post that people hold."""

    __tablename__ = "office"
    __table_args__ = (
        CheckConstraint("single_holder IN (0, 1)", name="single_holder_is_yes_or_no"),
        {"comment": "Posts that people hold, as the curator titles them."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    title: Mapped[Text] = mapped_column(
        comment="Title in English, such as Interior Minister of Iran."
    )
    level: Mapped[Level] = word(Level, "Rank; deputies and speakers are not ministers.")
    portfolio: Mapped[Portfolio | None] = word(
        Portfolio, "Field of government, where the office has one.", optional=True
    )
    # RESTRICT: an office without its state would lose its side in every meeting.
    of_id: Mapped[int | None] = link(
        "actor",
        "The state or organisation whose office it is.",
        on_delete="RESTRICT",
        optional=True,
    )
    single_holder: Mapped[int] = mapped_column(
        comment="1 when at most one person holds it at a time, else 0."
    )

    of: Mapped[Actor | None] = relationship(lazy="raise")


class Tenure(Base):
    """A person holds an office, from and until dates as well as they are known."""

    __tablename__ = "tenure"
    __table_args__ = (
        UniqueConstraint("holder_id", "position"),
        CheckConstraint("acting IN (0, 1)", name="acting_is_yes_or_no"),
        {"comment": "Who holds which office when. A null until means unknown, '..' still held."},
    )

    id: Mapped[Key]
    # CASCADE: a tenure is part of its holder's record.
    holder_id: Mapped[int] = parent("actor", "Who holds the office.")
    # RESTRICT: an office in use cannot vanish.
    office_id: Mapped[int] = link("office", "The office held.", on_delete="RESTRICT")
    position: Mapped[Position]
    since_edtf: Mapped[OptionalEdtf]
    since_earliest: Mapped[Earliest]
    since_latest: Mapped[Latest]
    until_edtf: Mapped[OptionalEdtf]
    until_earliest: Mapped[Earliest]
    until_latest: Mapped[Latest]
    acting: Mapped[int] = mapped_column(comment="1 when held in an acting capacity, else 0.")

    since: Mapped[PartialDate | None] = partial_date("since")
    until: Mapped[PartialDate | None] = partial_date("until")
    holder: Mapped[Actor] = relationship(back_populates="tenures", lazy="raise")
    office: Mapped[Office] = relationship(lazy="raise")
