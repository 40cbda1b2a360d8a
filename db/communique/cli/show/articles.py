"""A published report: the source of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..column import Column, field
from ..proofs import fact_of
from ..wording import spaced
from .parts import quoted_words
from .record import Record, Section, excerpts_of, one, rows
from .tensions import tensions

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
        quoted_words(session, "article", slug),
        tensions(session, "article", slug),
        _notes(session, slug),
        _facts(session, slug),
    ]
    title = article["title"] or "(no title printed)"
    return Record("article", slug, title, fields, sections, excerpts_of(session, slug))


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
        field("Facts, with their excerpts", "facts"),
    ]
    return Section("facts", "What it proves", columns, found, told=_by_record(found))


def _by_record(found: Sequence[Row]) -> list[Row]:
    """One row for each record; the quotes are printed in full above."""
    told: dict[tuple[str, str], dict[str, Any]] = {}
    for row in found:
        if row["record_kind"] != "quote":
            own = told.setdefault((row["record_kind"], row["record"]), {**row, "facts": ""})
            own["facts"] += f"{', ' if own['facts'] else ''}{fact_of(row)} {row['excerpts']}"
    return list(told.values())


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
