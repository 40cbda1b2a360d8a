"""Shapes of who acts and where: actors, offices, places, topics."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from ...vocabulary import ActorKind, Level, PlaceKind, Portfolio
from .base import Shape
from .fields import Country, Date, Flag, Label, Prose, Slug, Wikidata, as_list, word_of
from .parts import Evidence, Named


class TenureShape(Shape):
    """An office held."""

    office: Slug
    since: Date | None = None
    until: Date | None = None
    acting: Flag = False
    evidence: Evidence = []


class ActorShape(Shape):
    """A person, state, organisation, body, armed group or medium."""

    kind: Annotated[ActorKind, BeforeValidator(word_of(ActorKind))]
    name: Named
    country: Country | None = None
    description: Prose | None = None
    wikidata: Wikidata | None = None
    names: Annotated[list[Named], BeforeValidator(as_list)] = []
    tenures: Annotated[list[TenureShape], BeforeValidator(as_list)] = []


class OfficeShape(Shape):
    """A post that people hold."""

    title: Label
    level: Annotated[Level, BeforeValidator(word_of(Level))]
    portfolio: Annotated[Portfolio, BeforeValidator(word_of(Portfolio))] | None = None
    of: Slug | None = None
    single_holder: Flag = True
    names: Annotated[list[Named], BeforeValidator(as_list)] = []


class PlaceShape(Shape):
    """A city, country, region or venue."""

    name: Named
    kind: Annotated[PlaceKind, BeforeValidator(word_of(PlaceKind))]
    country: Country | None = None
    inside: Slug | None = None
    names: Annotated[list[Named], BeforeValidator(as_list)] = []


class TopicShape(Shape):
    """A controlled subject."""

    label: Label
    broader: Slug | None = None
