"""Shapes of what is written: articles, quotes, mentions, tensions."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from ...vocabulary import Mode, NoteKind
from .base import Shape, one_or_many, short_for
from .events import Figures, Slugs
from .fields import (
    Body,
    Date,
    Identifier,
    Label,
    Language,
    Link,
    Number,
    OwnSlug,
    Prose,
    Slug,
    Words,
    as_text,
    fault,
    word_of,
)
from .parts import Evidence, EvidenceShape


class NoteShape(Shape):
    """A remark on the health of the text."""

    kind: Annotated[NoteKind, BeforeValidator(word_of(NoteKind))]
    says: Words
    nth: Number | None = None
    note: Prose | None = None


class ArticleShape(Shape):
    """A published report."""

    slug: OwnSlug | None = None
    text_file: Label | None = None
    text: Body | None = None
    text_sha256: (
        Annotated[str, BeforeValidator(as_text), Field(pattern="^[0-9a-f]{64}$")] | None
    ) = None
    title: Label | None = None
    outlet: Slug | None = None
    published: Date | None = None
    updated: Date | None = None
    language: Language | None = None
    url: Link | None = None
    external_id: Identifier | None = None
    credit: Prose | None = None
    dateline: Prose | None = None
    evidence: Evidence = Field(default_factory=list)
    notes: list[NoteShape] = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_one_text(self) -> Self:
        if self.text is not None and self.text_file is not None:
            raise fault("E410", "both `text` and `text_file` are given", "keep one of them")
        return self


class SpeakerShape(Shape):
    """Who speaks."""

    actor: Slug
    office: Slug | None = None
    on_behalf_of: Slug | None = None


Speakers = Annotated[
    list[Annotated[SpeakerShape, short_for("actor")]], BeforeValidator(one_or_many)
]
_MODES = tuple(mode.value for mode in Mode)


class RemarkShape(Shape):
    """One piece of speech: exactly one of the four modes holds its words."""

    direct: Words | None = None
    direct_unmarked: Words | None = None
    indirect: Words | None = None
    fragment: Words | None = None
    nth: Number | None = None
    as_written: Prose | None = None
    utterance: Slug | None = None
    via: Slug | None = None
    meeting: Slug | None = None
    date: Date | None = None
    language: Language | None = None
    note: Prose | None = None
    evidence: Evidence = Field(default_factory=list)
    topics: Slugs = Field(default_factory=list)
    figures: Figures = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_one_mode(self) -> Self:
        given = [mode for mode in _MODES if getattr(self, mode) is not None]
        if len(given) > 1:
            raise fault("E410", f"both `{given[0]}` and `{given[1]}` are given", "keep one of them")
        if not given:
            raise fault("E402", "the words are missing", "give one of " + ", ".join(_MODES))
        return self

    @property
    def said(self) -> tuple[Mode, str]:
        """How the words are reported, and the words as they stand in the article."""
        return next((mode, words) for mode in Mode if (words := getattr(self, mode)) is not None)


class QuoteShape(Shape):
    """A group of remarks by the same speakers."""

    by: Speakers = Field(default_factory=list)
    as_written: Prose | None = None
    via: Slug | None = None
    meeting: Slug | None = None
    date: Date | None = None
    note: Prose | None = None
    evidence: Evidence = Field(default_factory=list)
    topics: Slugs = Field(default_factory=list)
    remarks: Annotated[list[RemarkShape], Field(min_length=1)]


_PARTS = ("name", "tenure", "participant", "party", "action", "signature")


class MentionShape(EvidenceShape):
    """A further proof that this article gives to a record of another file."""

    of: Slug
    name: Label | None = None
    tenure: Slug | None = None
    participant: Prose | None = None
    party: Slug | None = None
    action: Label | None = None
    signature: Slug | None = None

    @model_validator(mode="after")
    def _points_at_one_thing(self) -> Self:
        given = [part for part in _PARTS if getattr(self, part) is not None]
        if len(given) > 1 and given != ["action", "signature"]:
            raise fault("E410", f"both `{given[0]}` and `{given[1]}` are given", "keep one of them")
        return self


class StatementShape(Shape):
    """One side of a tension: the excerpt that states it."""

    of: Prose
    article: Slug | None = None
    says: Words
    nth: Number | None = None


class TensionShape(Shape):
    """Two statements that pull apart."""

    between: Annotated[list[StatementShape], Field(min_length=2, max_length=2)]
    note: Prose | None = None
