"""Shapes of who acts and where: actors, offices, places, topics."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from ...vocabulary import ActorKind, Level, PlaceKind, Portfolio
from .base import Shape
from .fields import Country, Date, Flag, Label, Prose, Slug, Wikidata, word_of
from .parts import Evidence, Named


class TenureShape(Shape):
    """An office held."""

    office: Slug
    since: Date | None = None
    until: Date | None = None
    acting: Flag = False
    evidence: Evidence = Field(default_factory=list)


class ActorShape(Shape):
    """A person, state, organisation, body, armed group or medium."""

    kind: Annotated[ActorKind, BeforeValidator(word_of(ActorKind))]
    name: Named
    country: Country | None = None
    description: Prose | None = None
    wikidata: Wikidata | None = None
    names: list[Named] = Field(default_factory=list)
    tenures: list[TenureShape] = Field(default_factory=list)


class OfficeShape(Shape):
    """A post that people hold."""

    title: Label
    level: Annotated[Level, BeforeValidator(word_of(Level))]
    portfolio: Annotated[Portfolio, BeforeValidator(word_of(Portfolio))] | None = None
    of: Slug | None = None
    single_holder: Flag = True
    names: list[Named] = Field(default_factory=list)


class PlaceShape(Shape):
    """A city, country, region or venue."""

    name: Named
    kind: Annotated[PlaceKind, BeforeValidator(word_of(PlaceKind))]
    country: Country | None = None
    inside: Slug | None = None
    names: list[Named] = Field(default_factory=list)


class TopicShape(Shape):
    """A controlled subject."""

    label: Label
    broader: Slug | None = None
