"""Shapes of the parts that several kinds of records have: evidence, names, figures."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from ...vocabulary import Basis, NameKind, Qualifier
from .base import Shape, one_or_many, short_for
from .fields import Amount, Date, Label, Language, Number, Prose, Slug, Words, fault, word_of


class EvidenceShape(Shape):
    """Why a fact is held: an excerpt of an article, or a note on outside knowledge."""

    article: Slug | None = None
    says: Words | None = None
    nth: Number | None = None
    supports: Prose | None = None
    basis: Annotated[Basis, BeforeValidator(word_of(Basis))] = Basis.STATED
    as_of: Date | None = None
    relayed_by: Slug | None = None
    note: Prose | None = None

    @model_validator(mode="after")
    def _outside_is_told(self) -> Self:
        if self.basis is not Basis.OUTSIDE:
            return self
        if self.note is None:
            raise fault("E607", "outside knowledge needs a note", "say in `note` where it is from")
        if self.says is not None or self.article is not None:
            raise fault("E410", "outside knowledge has no excerpt", "drop `says` and `article`")
        return self


Evidence = Annotated[
    list[Annotated[EvidenceShape, short_for("says")]], BeforeValidator(one_or_many)
]


class NameShape(Shape):
    """One way of writing something."""

    text: Label
    kind: Annotated[NameKind, BeforeValidator(word_of(NameKind))] = NameKind.VARIANT
    language: Language | None = None
    evidence: Evidence = Field(default_factory=list)


Named = Annotated[NameShape, short_for("text")]


class FigureShape(Shape):
    """A number as reported."""

    what: Prose
    value: Amount
    unit: Prose | None = None
    qualifier: Annotated[Qualifier, BeforeValidator(word_of(Qualifier))] = Qualifier.EXACT
    by: Slug | None = None
    by_as_written: Prose | None = None
    evidence: Evidence = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_claimant(self) -> Self:
        if self.by and self.by_as_written:
            raise fault("E410", "both `by` and `by_as_written` are given", "keep `by`")
        return self
