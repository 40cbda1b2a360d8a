"""A published report: the source of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import spaced
from .parts import quoted_words
from .record import Record, Section, one, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from ..answers import Row


def describe(session: Session, slug: str) -> Record:
    """What was published when and by whom, and every fact that it proves."""
    article = one(
        session,
        "SELECT article.title, outlet.name AS outlet, article.published_edtf,"
        " article.updated_edtf, article.language, article.url, article.external_id,"
        " article.credit, article.dateline, article.text_file, article.text_sha256 FROM article"
        " LEFT JOIN actor AS outlet ON outlet.id = article.outlet_id WHERE article.slug = :slug",
        slug=slug,
    )
    fields = {key: value for key, value in article.items() if key != "title"}
    sections = [
        _facts(session, slug),
        quoted_words(session, "article", slug),
        _notes(session, slug),
    ]
    title = article["title"] or "(no title printed)"
    return Record("article", slug, title, fields, sections, _excerpts(session, slug))


def _facts(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT record_kind, record, fact, excerpts FROM coverage WHERE article = :slug"
        " ORDER BY record_kind, record, fact",
        slug=slug,
    )
    columns = [
        field("Record", "record"),
        field("Kind", "record_kind"),
        Column("Fact", lambda row: spaced(row["fact"])),
        field("Excerpts", "excerpts"),
    ]
    return Section("facts", "What it proves", columns, found)


def _notes(session: Session, slug: str) -> Section:
    found = rows(
        session,
        "SELECT note.kind, note.start_char, note.end_char, note.note FROM article_note AS note"
        " JOIN article ON article.id = note.article_id WHERE article.slug = :slug"
        " ORDER BY note.position",
        slug=slug,
    )
    columns = [
        Column("What ails the text", lambda row: spaced(row["kind"])),
        Column("Where", lambda row: f"[{row['start_char']}:{row['end_char']}]"),
        field("Note", "note"),
    ]
    return Section("notes", "Health of the text", columns, found)


def _excerpts(session: Session, slug: str) -> Sequence[Row]:
    return rows(
        session,
        "SELECT fact, record_kind, record, field, basis, excerpt, article, start_char, end_char,"
        " note FROM citation WHERE article = :slug ORDER BY start_char, end_char, record, fact",
        slug=slug,
    )
