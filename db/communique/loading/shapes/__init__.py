"""The shapes of record files: what each mapping may hold, and what each value must be."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from .articles import ArticleShape, MentionShape, QuoteShape, TensionShape
from .base import Shape
from .events import AgreementShape, IncidentShape, MeetingShape
from .fields import Slug, as_list, as_mapping
from .registries import ActorShape, OfficeShape, PlaceShape, TopicShape


class RecordFile(Shape):
    """A whole record file: sections of records by their slugs."""

    article: ArticleShape | None = None
    topics: Annotated[dict[Slug, TopicShape], BeforeValidator(as_mapping)] = {}
    places: Annotated[dict[Slug, PlaceShape], BeforeValidator(as_mapping)] = {}
    actors: Annotated[dict[Slug, ActorShape], BeforeValidator(as_mapping)] = {}
    offices: Annotated[dict[Slug, OfficeShape], BeforeValidator(as_mapping)] = {}
    meetings: Annotated[dict[Slug, MeetingShape], BeforeValidator(as_mapping)] = {}
    agreements: Annotated[dict[Slug, AgreementShape], BeforeValidator(as_mapping)] = {}
    incidents: Annotated[dict[Slug, IncidentShape], BeforeValidator(as_mapping)] = {}
    tensions: Annotated[dict[Slug, TensionShape], BeforeValidator(as_mapping)] = {}
    quotes: Annotated[list[QuoteShape], BeforeValidator(as_list)] = []
    mentions: Annotated[list[MentionShape], BeforeValidator(as_list)] = []


SECTIONS: dict[str, type[Shape]] = {
    "topics": TopicShape,
    "places": PlaceShape,
    "actors": ActorShape,
    "offices": OfficeShape,
    "meetings": MeetingShape,
    "agreements": AgreementShape,
    "incidents": IncidentShape,
    "tensions": TensionShape,
}
"""Sections that map slugs to records; a folder of the same name may hold one file for each."""
