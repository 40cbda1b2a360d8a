"""Who met whom: meetings and participations."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import (
    Earliest,
    Edtf,
    Key,
    Latest,
    OptionalCount,
    OptionalText,
    Position,
    Slug,
    Text,
    link,
    parent,
    partial_date,
    self_link,
    word,
)
from ..dates import PartialDate
from ..vocabulary import Basis, MeetingKind, MeetingStatus, Role
from .actors import Actor, Office
from .base import Base
from .origin import Recorded
from .parts import part_of
from .places import Place
from .titled import Titled


class Meeting(Titled, Recorded, Base):
    """An encounter of any form, held or planned."""

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("part_of_id <> id", name="is_not_part_of_itself"),
        CheckConstraint("sidelines_of_id <> id", name="is_not_on_its_own_sidelines"),
        CheckConstraint("after_id <> id", name="is_not_after_itself"),
        CheckConstraint("fulfils_id <> id", name="does_not_fulfil_itself"),
        CheckConstraint("ordinal >= 1", name="ordinal_counts_from_one"),
        {"comment": "Talks, visits, summits, calls: held, planned, postponed or cancelled."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    title: Mapped[Text] = mapped_column(comment="Title by the curator.")
    kind: Mapped[MeetingKind] = word(MeetingKind, "Form of the encounter.")
    status: Mapped[MeetingStatus] = word(MeetingStatus, "How far it got, as reported.")
    date_edtf: Mapped[Edtf]
    date_earliest: Mapped[Earliest]
    date_latest: Mapped[Latest]
    # RESTRICT: a place in use cannot vanish.
    place_id: Mapped[int | None] = link(
        "place", "Where, when the text says so.", on_delete="RESTRICT", optional=True
    )
    part_of_id: Mapped[int | None] = self_link("meeting", "The visit or session it is part of.")
    sidelines_of_id: Mapped[int | None] = self_link(
        "meeting", "The gathering on whose sidelines it was."
    )
    after_id: Mapped[int | None] = self_link(
        "meeting", "The meeting of the same day that it followed."
    )
    fulfils_id: Mapped[int | None] = self_link(
        "meeting", "The planned meeting that this one fulfils."
    )
    # RESTRICT: the body whose series it belongs to.
    series_id: Mapped[int | None] = link(
        "actor", "The body of whose series it is a session.", on_delete="RESTRICT", optional=True
    )
    ordinal: Mapped[OptionalCount] = mapped_column(comment="Number in its series, from 1.")

    date: Mapped[PartialDate] = partial_date("date")
    place: Mapped[Place | None] = relationship(lazy="raise")
    series: Mapped[Actor | None] = relationship(lazy="raise")
    part_of: Mapped[Meeting | None] = relationship(
        foreign_keys=[part_of_id], remote_side="Meeting.id", lazy="raise"
    )
    sidelines_of: Mapped[Meeting | None] = relationship(
        foreign_keys=[sidelines_of_id], remote_side="Meeting.id", lazy="raise"
    )
    participations: Mapped[list[Participation]] = relationship(
        back_populates="meeting", order_by="Participation.position", lazy="raise"
    )


class Participation(Base):
    """Somebody's part in a meeting, named or as the source describes them."""

    __tablename__ = "participation"
    __table_args__ = part_of(
        "meeting",
        "Who took part, in which office, for whom.",
        CheckConstraint(
            "actor_id IS NOT NULL OR office_id IS NOT NULL OR described_as IS NOT NULL",
            name="names_an_actor_an_office_or_words",
        ),
        also=("meeting_id", "actor_id"),  # one part each, or an encounter would count twice
    )

    id: Mapped[Key]
    # CASCADE: a participation is part of its meeting's record.
    meeting_id: Mapped[int] = parent("meeting", "The meeting.")
    position: Mapped[Position]
    # RESTRICT on each: who took part cannot vanish behind a meeting's back.
    actor_id: Mapped[int | None] = link(
        "actor",
        "Who took part; null when unnamed.",
        on_delete="RESTRICT",
        optional=True,
        swapped=True,
    )
    office_id: Mapped[int | None] = link(
        "office", "The office held then and there.", on_delete="RESTRICT", optional=True
    )
    described_as: Mapped[OptionalText] = mapped_column(comment="The source's own words.")
    on_behalf_of_id: Mapped[int | None] = link(
        "actor", "The state or body represented.", on_delete="RESTRICT", optional=True
    )
    role: Mapped[Role] = word(Role, "The part taken.")
    basis: Mapped[Basis] = word(Basis, "How the participation follows from the source.")

    meeting: Mapped[Meeting] = relationship(back_populates="participations", lazy="raise")
    actor: Mapped[Actor | None] = relationship(foreign_keys=[actor_id], lazy="raise")
    office: Mapped[Office | None] = relationship(lazy="raise")
    on_behalf_of: Mapped[Actor | None] = relationship(foreign_keys=[on_behalf_of_id], lazy="raise")
