"""What diplomacy refers to: incidents, who had a part in them, figures as reported."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
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
    exactly_one_of,
    link,
    parent,
    partial_date,
    word,
)
from ..dates import PartialDate
from ..vocabulary import IncidentKind, IncidentRole, Qualifier
from .actors import Actor
from .base import Base
from .origin import Recorded
from .parts import part_of
from .places import Place
from .titled import Titled


class Incident(Titled, Recorded, Base):
    """An attack, election, sanction, withdrawal: neither a meeting nor an agreement."""

    __tablename__ = "incident"
    __table_args__ = (
        {"comment": "What diplomacy refers to and is neither meeting nor agreement."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    title: Mapped[Text] = mapped_column(comment="Title by the curator.")
    kind: Mapped[IncidentKind] = word(IncidentKind, "What it is.")
    date_edtf: Mapped[OptionalEdtf]
    date_earliest: Mapped[Earliest]
    date_latest: Mapped[Latest]
    # RESTRICT: a place in use cannot vanish.
    place_id: Mapped[int | None] = link("place", "Where.", on_delete="RESTRICT", optional=True)

    date: Mapped[PartialDate | None] = partial_date("date")
    place: Mapped[Place | None] = relationship(lazy="raise")
    actors: Mapped[list[IncidentActor]] = relationship(
        back_populates="incident", order_by="IncidentActor.position", lazy="raise"
    )


class IncidentActor(Base):
    """Who had which part in an incident."""

    __tablename__ = "incident_actor"
    __table_args__ = part_of("incident", "Who had which part in an incident.")

    id: Mapped[Key]
    # CASCADE: it is part of the incident's record.
    incident_id: Mapped[int] = parent("incident", "The incident.")
    position: Mapped[Position]
    # RESTRICT: who had a part cannot vanish.
    actor_id: Mapped[int] = link("actor", "Who had a part.", on_delete="RESTRICT")
    role: Mapped[IncidentRole] = word(IncidentRole, "Which part.")

    incident: Mapped[Incident] = relationship(back_populates="actors", lazy="raise")
    actor: Mapped[Actor] = relationship(lazy="raise")


class Figure(Base):
    """A number as reported, with who claims it."""

    __tablename__ = "figure"
    __table_args__ = (
        exactly_one_of("incident_id", "agreement_id", "meeting_id", "quote_id"),
        UniqueConstraint("incident_id", "position"),
        UniqueConstraint("agreement_id", "position"),
        UniqueConstraint("meeting_id", "position"),
        UniqueConstraint("quote_id", "position"),
        {"comment": "Numbers as reported, with who claims them."},
    )

    id: Mapped[Key]
    # CASCADE on each: a figure is part of what it counts.
    incident_id: Mapped[int | None] = parent("incident", "The incident it counts.", optional=True)
    agreement_id: Mapped[int | None] = parent(
        "agreement", "The agreement it counts.", optional=True
    )
    meeting_id: Mapped[int | None] = parent("meeting", "The meeting it counts.", optional=True)
    quote_id: Mapped[int | None] = parent("quote", "The quote that names it.", optional=True)
    position: Mapped[Position]
    what: Mapped[Text] = mapped_column(comment="What is counted.")
    value: Mapped[Text] = mapped_column(comment="The number: digits, with a point for decimals.")
    unit: Mapped[OptionalText] = mapped_column(
        comment="Of what: people, billion US dollars, kilometres."
    )
    qualifier: Mapped[Qualifier] = word(Qualifier, "How exact it claims to be.")
    # RESTRICT: a claim keeps its claimant.
    claimed_by_id: Mapped[int | None] = link(
        "actor", "Who claims it.", on_delete="RESTRICT", optional=True
    )
    claimed_by_as_written: Mapped[OptionalText] = mapped_column(
        comment="Who claims it, in the source's words."
    )
