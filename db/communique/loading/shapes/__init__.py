"""The shapes of record files: what each mapping may hold, and what each value must be."""

from __future__ import annotations

from .articles import ArticleShape, MentionShape, QuoteShape, TensionShape
from .base import Shape
from .events import AgreementShape, IncidentShape, MeetingShape
from .fields import Slug
from .registries import ActorShape, OfficeShape, PlaceShape, TopicShape


class RecordFile(Shape):
    """A whole record file: sections of records by their slugs."""

    article: ArticleShape | None = None
    topics: dict[Slug, TopicShape] = {}
    places: dict[Slug, PlaceShape] = {}
    actors: dict[Slug, ActorShape] = {}
    offices: dict[Slug, OfficeShape] = {}
    meetings: dict[Slug, MeetingShape] = {}
    agreements: dict[Slug, AgreementShape] = {}
    incidents: dict[Slug, IncidentShape] = {}
    tensions: dict[Slug, TensionShape] = {}
    quotes: list[QuoteShape] = []
    mentions: list[MentionShape] = []


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
