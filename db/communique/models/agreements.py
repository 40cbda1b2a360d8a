"""What is agreed: agreements, parties, the steps of their life, signatures, links."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import (
    Earliest,
    Edtf,
    Key,
    Latest,
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
from ..vocabulary import ActionKind, ActionStatus, AgreementKind, Basis, LinkKind
from .actors import Actor, Office
from .base import Base
from .meetings import Meeting
from .origin import Recorded
from .parts import part_of
from .places import Place
from .titled import Titled


class Agreement(Titled, Recorded, Base):
    """An instrument or undertaking between parties, whatever became of it."""

    __tablename__ = "agreement"
    __table_args__ = ({"comment": "Memoranda, treaties, roadmaps, commitments: planned or made."},)

    id: Mapped[Key]
    slug: Mapped[Slug]
    title: Mapped[Text] = mapped_column(comment="Title by the curator.")
    kind: Mapped[AgreementKind] = word(AgreementKind, "Form of the instrument.")
    summary: Mapped[OptionalText] = mapped_column(comment="What it provides, in a sentence.")

    parties: Mapped[list[Party]] = relationship(
        back_populates="agreement", order_by="Party.position", lazy="raise"
    )
    actions: Mapped[list[AgreementAction]] = relationship(
        back_populates="agreement", order_by="AgreementAction.position", lazy="raise"
    )


class Party(Base):
    """Who is bound by an agreement."""

    __tablename__ = "party"
    __table_args__ = part_of("agreement", "Who is bound.", also=("agreement_id", "actor_id"))

    id: Mapped[Key]
    # CASCADE: a party is part of its agreement's record.
    agreement_id: Mapped[int] = parent("agreement", "The agreement.")
    position: Mapped[Position]
    # RESTRICT: who is bound cannot vanish.
    actor_id: Mapped[int] = link("actor", "Who is bound.", on_delete="RESTRICT", swapped=True)

    agreement: Mapped[Agreement] = relationship(back_populates="parties", lazy="raise")
    actor: Mapped[Actor] = relationship(lazy="raise")


class AgreementAction(Base):
    """One step in the life of an agreement, done or planned."""

    __tablename__ = "agreement_action"
    __table_args__ = part_of(
        "agreement",
        "Steps in the life of agreements.",
        CheckConstraint("fulfils_id <> id", name="does_not_fulfil_itself"),
        also=("id", "agreement_id"),  # so that a signature can point at the pair
    )

    id: Mapped[Key]
    # CASCADE: a step is part of its agreement's record.
    agreement_id: Mapped[int] = parent("agreement", "The agreement.")
    position: Mapped[Position]
    kind: Mapped[ActionKind] = word(ActionKind, "The step.")
    status: Mapped[ActionStatus] = word(ActionStatus, "Whether it was taken.")
    date_edtf: Mapped[Edtf]
    date_earliest: Mapped[Earliest]
    date_latest: Mapped[Latest]
    # RESTRICT on each: the step says by whom, at which meeting, where.
    actor_id: Mapped[int | None] = link(
        "actor", "By whom, where one actor took it.", on_delete="RESTRICT", optional=True
    )
    meeting_id: Mapped[int | None] = link(
        "meeting", "The meeting at which it was taken.", on_delete="RESTRICT", optional=True
    )
    place_id: Mapped[int | None] = link(
        "place", "Where it was taken.", on_delete="RESTRICT", optional=True
    )
    fulfils_id: Mapped[int | None] = self_link(
        "agreement_action", "The planned step this one fulfils."
    )

    date: Mapped[PartialDate] = partial_date("date")
    agreement: Mapped[Agreement] = relationship(back_populates="actions", lazy="raise")
    actor: Mapped[Actor | None] = relationship(lazy="raise")
    meeting: Mapped[Meeting | None] = relationship(lazy="raise")
    place: Mapped[Place | None] = relationship(lazy="raise")
    signatures: Mapped[list[Signature]] = relationship(
        back_populates="action",
        order_by="Signature.position",
        foreign_keys="Signature.action_id",
        lazy="raise",
    )


class Signature(Base):
    """A person signs, in an office, for a party.

    The two composite keys let only a party's signature on its own agreement's
    step exist.
    """

    __tablename__ = "signature"
    __table_args__ = (
        UniqueConstraint("action_id", "position"),
        ForeignKeyConstraint(
            ["action_id", "agreement_id"],
            ["agreement_action.id", "agreement_action.agreement_id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["agreement_id", "party_id"],
            ["party.agreement_id", "party.actor_id"],
            deferrable=True,
            initially="DEFERRED",
        ),
        CheckConstraint(
            "signer_id IS NOT NULL OR office_id IS NOT NULL OR described_as IS NOT NULL",
            name="names_a_signer_an_office_or_words",
        ),
        {"comment": "Who signed, in which office, for which party."},
    )

    id: Mapped[Key]
    # CASCADE: a signature is part of its step.
    action_id: Mapped[int] = parent("agreement_action", "The step signed.")
    agreement_id: Mapped[int] = link(
        "agreement", "The agreement of that step.", on_delete="CASCADE"
    )
    position: Mapped[Position]
    # RESTRICT on each: a signature keeps its hand, its office and its party.
    signer_id: Mapped[int | None] = link(
        "actor", "Who signed; null when unnamed.", on_delete="RESTRICT", optional=True
    )
    office_id: Mapped[int | None] = link(
        "office", "The office in which they signed.", on_delete="RESTRICT", optional=True
    )
    described_as: Mapped[OptionalText] = mapped_column(comment="The source's own words.")
    party_id: Mapped[int] = link("actor", "The party signed for.", on_delete="RESTRICT")
    basis: Mapped[Basis] = word(Basis, "How the signature follows from the source.")

    action: Mapped[AgreementAction] = relationship(
        back_populates="signatures", foreign_keys=[action_id], lazy="raise"
    )
    signer: Mapped[Actor | None] = relationship(foreign_keys=[signer_id], lazy="raise")
    office: Mapped[Office | None] = relationship(lazy="raise")
    party: Mapped[Actor] = relationship(foreign_keys=[party_id], lazy="raise")


class AgreementLink(Base):
    """How one agreement stands to another."""

    __tablename__ = "agreement_link"
    __table_args__ = (
        UniqueConstraint("from_agreement_id", "position"),
        CheckConstraint("from_agreement_id <> to_agreement_id", name="does_not_link_to_itself"),
        {"comment": "Amends, implements, supersedes, updates, may be the same as."},
    )

    id: Mapped[Key]
    # CASCADE: the link is part of the agreement that states it.
    from_agreement_id: Mapped[int] = parent("agreement", "The agreement that stands so.")
    position: Mapped[Position]
    # RESTRICT: an agreement referred to cannot vanish.
    to_agreement_id: Mapped[int] = link(
        "agreement", "The agreement it stands so to.", on_delete="RESTRICT"
    )
    kind: Mapped[LinkKind] = word(LinkKind, "How it stands.")
