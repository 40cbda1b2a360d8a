"""Shapes of what happens: meetings, agreements, incidents."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from ...vocabulary import (
    ActionKind,
    ActionStatus,
    AgreementKind,
    Basis,
    IncidentKind,
    IncidentRole,
    LinkKind,
    MeetingKind,
    MeetingStatus,
    Role,
)
from .base import Shape, short_for
from .fields import Date, Day, Label, Number, Prose, Slug, fault, word_of
from .parts import Evidence, FigureShape, Named

Slugs = list[Slug]
Figures = list[FigureShape]


def _named(reference: str | None) -> bool:
    """``none`` names nothing: it only keeps a default away."""
    return reference not in (None, "none")


class ParticipantShape(Shape):
    """Somebody's part in a meeting."""

    actor: Slug | None = None
    office: Slug | None = None
    described_as: Prose | None = None
    on_behalf_of: Slug | None = None
    role: Annotated[Role, BeforeValidator(word_of(Role))] = Role.PARTICIPANT
    basis: Annotated[Basis, BeforeValidator(word_of(Basis))] = Basis.STATED
    evidence: Evidence = Field(default_factory=list)

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not (self.actor or _named(self.office) or self.described_as):
            raise fault("E402", "`actor` is missing", "give actor, office or described_as")
        return self


class MeetingShape(Shape):
    """An encounter of any form."""

    title: Label
    kind: Annotated[MeetingKind, BeforeValidator(word_of(MeetingKind))]
    status: Annotated[MeetingStatus, BeforeValidator(word_of(MeetingStatus))]
    date: Day
    place: Slug | None = None
    part_of: Slug | None = None
    sidelines_of: Slug | None = None
    after: Slug | None = None
    fulfils: Slug | None = None
    series: Slug | None = None
    ordinal: Number | None = None
    topics: Slugs = Field(default_factory=list)
    participants: list[Annotated[ParticipantShape, short_for("actor")]] = Field(
        default_factory=list
    )
    figures: Figures = Field(default_factory=list)
    evidence: Evidence = Field(default_factory=list)


class PartyShape(Shape):
    """Who is bound."""

    actor: Slug
    evidence: Evidence = Field(default_factory=list)


class SignatureShape(Shape):
    """Who signs, in which office, for which party."""

    signer: Slug | None = None
    office: Slug | None = None
    described_as: Prose | None = None
    party: Slug | None = None
    basis: Annotated[Basis, BeforeValidator(word_of(Basis))] = Basis.STATED
    evidence: Evidence = Field(default_factory=list)

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not (self.signer or _named(self.office) or self.described_as):
            raise fault("E402", "`signer` is missing", "give signer, office or described_as")
        return self


class ActionShape(Shape):
    """One step in an agreement's life."""

    kind: Annotated[ActionKind, BeforeValidator(word_of(ActionKind))]
    status: Annotated[ActionStatus, BeforeValidator(word_of(ActionStatus))]
    by: Slug | None = None
    date: Day | None = None
    meeting: Slug | None = None
    place: Slug | None = None
    fulfils: Label | None = None
    """``agreement`` or ``agreement#2``, the second of its actions."""
    signatures: list[Annotated[SignatureShape, short_for("signer")]] = Field(default_factory=list)
    evidence: Evidence = Field(default_factory=list)


class LinkShape(Shape):
    """How one agreement stands to another."""

    kind: Annotated[LinkKind, BeforeValidator(word_of(LinkKind))]
    to: Slug
    evidence: Evidence = Field(default_factory=list)


class AgreementShape(Shape):
    """An instrument or undertaking."""

    title: Label
    kind: Annotated[AgreementKind, BeforeValidator(word_of(AgreementKind))]
    summary: Prose | None = None
    names: list[Named] = Field(default_factory=list)
    parties: Annotated[list[Annotated[PartyShape, short_for("actor")]], Field(min_length=1)]
    topics: Slugs = Field(default_factory=list)
    actions: list[ActionShape] = Field(default_factory=list)
    links: list[LinkShape] = Field(default_factory=list)
    figures: Figures = Field(default_factory=list)
    evidence: Evidence = Field(default_factory=list)


class IncidentActorShape(Shape):
    """Who had which part."""

    actor: Slug
    role: Annotated[IncidentRole, BeforeValidator(word_of(IncidentRole))]


class IncidentShape(Shape):
    """What diplomacy refers to and is neither meeting nor agreement."""

    title: Label
    kind: Annotated[IncidentKind, BeforeValidator(word_of(IncidentKind))]
    date: Date | None = None
    place: Slug | None = None
    actors: list[IncidentActorShape] = Field(default_factory=list)
    figures: Figures = Field(default_factory=list)
    evidence: Evidence = Field(default_factory=list)
