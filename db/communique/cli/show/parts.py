"""Sections that several kinds of records have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..column import Column, field
from ..wording import spaced, when
from .record import Section, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def names(
    session: Session, kind: Literal["actor", "office", "agreement", "place"], slug: str
) -> Section:
    """Every way in which the record is written."""
    found = rows(
        session,
        "SELECT name.text, name.kind, name.language,"
        " (SELECT count(DISTINCT evidence.article_id) FROM evidence"
        " WHERE evidence.name_id = name.id)"
        f" AS articles FROM name JOIN {kind} AS record ON record.id = name.{kind}_id"
        " WHERE record.slug = :slug ORDER BY name.position",
        slug=slug,
    )
    columns = [
        field("Written", "text"),
        field("Kind", "kind"),
        field("Language", "language"),
        field("Articles", "articles"),
    ]
    return Section("names", "Names", columns, found)


def quoted_words(
    session: Session, column: Literal["speaker", "article", "meeting"], slug: str
) -> Section:
    """Words reported of a speaker, in an article or at a meeting."""
    found = rows(
        session,
        "SELECT quote, mode, text, speaker, speaker_name, speaker_as_written, office_title,"
        " article, start_char, end_char, meeting, relayed_by, utterance FROM statement"
        f" WHERE {column} = :slug ORDER BY article, start_char, end_char, speaker",
        slug=slug,
    )
    speaker = Column("Speaker", lambda row: row["speaker_name"] or row["speaker_as_written"])
    columns = [
        *([] if column == "speaker" else [speaker]),
        field("Words", "text"),
        Column("Mode", lambda row: spaced(row["mode"])),
        field("Quote", "quote"),
    ]
    return Section("quotes", "Words", columns, found)


def tenure_columns() -> list[Column]:
    """Since when, and until when."""
    return [
        Column("Since", lambda row: when(row["since_edtf"]) or "unknown"),
        Column("Until", lambda row: when(row["until_edtf"]) or "unknown"),
    ]


def participant_columns() -> list[Column]:
    """Who took which part, in which office, for whom."""
    return [
        field("Who", "actor_name"),
        field("Office", "office_title"),
        field("For", "on_behalf_of"),
        Column("Role", lambda row: spaced(row["role"])),
    ]
