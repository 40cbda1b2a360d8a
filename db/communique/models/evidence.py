"""Why we hold a fact: excerpts to the character, and statements that pull apart."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql import func

from ..columns import (
    Earliest,
    Key,
    Latest,
    OptionalCount,
    OptionalEdtf,
    OptionalText,
    Position,
    Slug,
    exactly_one_of,
    link,
    parent,
    partial_date,
    word,
)
from ..dates import PartialDate
from ..vocabulary import Basis
from .base import Base
from .origin import Recorded
from .parts import span_rules

SUBJECTS = {
    "about_article_id": "article",
    "name_id": "name",
    "tenure_id": "tenure",
    "meeting_id": "meeting",
    "participation_id": "participation",
    "agreement_id": "agreement",
    "party_id": "party",
    "agreement_action_id": "agreement_action",
    "signature_id": "signature",
    "agreement_link_id": "agreement_link",
    "quote_id": "quote",
    "incident_id": "incident",
    "figure_id": "figure",
}


class Evidence(Base):
    """One reason to hold one fact: the article, the span, and how it was read."""

    __tablename__ = "evidence"
    __table_args__ = (
        exactly_one_of(*SUBJECTS),
        CheckConstraint(
            "basis = 'outside' OR (article_id IS NOT NULL AND start_char IS NOT NULL"
            " AND end_char IS NOT NULL AND excerpt IS NOT NULL)",
            name="rests_on_an_excerpt",
        ),
        CheckConstraint(
            "basis <> 'outside' OR (note IS NOT NULL AND article_id IS NULL AND start_char IS NULL"
            " AND end_char IS NULL AND excerpt IS NULL)",
            name="outside_knowledge_has_a_note_and_no_excerpt",
        ),
        *span_rules(),
        {"comment": "Why we hold a fact: article, span, and how the curator read it."},
    )

    id: Mapped[Key]
    # RESTRICT: a fact keeps its source.
    article_id: Mapped[int | None] = link(
        "article", "The source; null for outside knowledge.", on_delete="RESTRICT", optional=True
    )
    # CASCADE: what a file mentions goes with the file's article.
    mentioned_in_id: Mapped[int | None] = link(
        "article",
        "The article whose record file adds this proof to another record; null when its own.",
        on_delete="CASCADE",
        optional=True,
    )
    position: Mapped[Position]
    start_char: Mapped[OptionalCount] = mapped_column(
        comment="First code point of the excerpt, from 0."
    )
    end_char: Mapped[OptionalCount] = mapped_column(
        comment="One past the excerpt's last code point."
    )
    excerpt: Mapped[OptionalText] = mapped_column(comment="The words as they stand in the article.")
    basis: Mapped[Basis] = word(Basis, "How the fact follows from the words.")
    field: Mapped[OptionalText] = mapped_column(
        comment="The field it proves, such as date; null: the record."
    )
    as_of_edtf: Mapped[OptionalEdtf]
    as_of_earliest: Mapped[Earliest]
    as_of_latest: Mapped[Latest]
    # RESTRICT: the agency named as the source's source.
    relayed_by_id: Mapped[int | None] = link(
        "actor", "The agency that relayed it.", on_delete="RESTRICT", optional=True
    )
    note: Mapped[OptionalText] = mapped_column(comment="How the curator read it.")
    # CASCADE on each subject: proof without its fact proves nothing.
    about_article_id: Mapped[int | None] = parent(
        "article", "The article whose own field it proves.", optional=True
    )
    name_id: Mapped[int | None] = parent("name", "The name it proves.", optional=True)
    tenure_id: Mapped[int | None] = parent("tenure", "The tenure it proves.", optional=True)
    meeting_id: Mapped[int | None] = parent("meeting", "The meeting it proves.", optional=True)
    participation_id: Mapped[int | None] = parent(
        "participation", "The participation it proves.", optional=True
    )
    agreement_id: Mapped[int | None] = parent(
        "agreement", "The agreement it proves.", optional=True
    )
    party_id: Mapped[int | None] = parent("party", "The party it proves.", optional=True)
    agreement_action_id: Mapped[int | None] = parent(
        "agreement_action", "The step it proves.", optional=True
    )
    signature_id: Mapped[int | None] = parent(
        "signature", "The signature it proves.", optional=True
    )
    agreement_link_id: Mapped[int | None] = parent(
        "agreement_link", "The link it proves.", optional=True
    )
    quote_id: Mapped[int | None] = parent(
        "quote", "The quote whose reading it proves.", optional=True
    )
    incident_id: Mapped[int | None] = parent("incident", "The incident it proves.", optional=True)
    figure_id: Mapped[int | None] = parent("figure", "The figure it proves.", optional=True)

    as_of: Mapped[PartialDate | None] = partial_date("as_of")


def index_subjects(table: Table) -> None:
    """Give each subject key its partial index, which also keeps positions unique.

    A record's own proofs and those that another file's mentions add are counted
    apart, so that each file can be loaded without the other.
    """
    for name in SUBJECTS:
        subject: Column[int] = table.columns[name]
        mentioned = func.coalesce(table.columns.mentioned_in_id, 0)
        Index(
            f"ix_evidence_{name}",
            subject,
            mentioned,
            table.columns.position,
            unique=True,
            sqlite_where=subject.is_not(None),
            postgresql_where=subject.is_not(None),
        )


class Tension(Recorded, Base):
    """Two statements that pull apart; both stand."""

    __tablename__ = "tension"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id <> second_id", name="pulls_two_statements_apart"),
        {"comment": "Pairs of statements that pull apart; both stand."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    # CASCADE on each: without one statement there is no tension.
    first_id: Mapped[int] = link("evidence", "One statement.", on_delete="CASCADE", swapped=True)
    second_id: Mapped[int] = link(
        "evidence", "The other statement.", on_delete="CASCADE", swapped=True
    )
    note: Mapped[OptionalText] = mapped_column(comment="How they differ.")
