"""Statements that pull apart, and the record that either is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from .record import Section, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ..answers import Row

_TOUCHES = {
    "actor": "EXISTS (SELECT 1 FROM quote_speaker JOIN actor ON actor.id = quote_speaker.actor_id"
    " WHERE quote_speaker.quote_id = proof.quote_id AND actor.slug = :slug)",
    "article": "proof_in.slug = :slug",
    "meeting": "EXISTS (SELECT 1 FROM quote JOIN meeting ON meeting.id = quote.meeting_id"
    " WHERE quote.id = proof.quote_id AND meeting.slug = :slug)",
}
"""Whether a statement is of somebody, in an article, or of words said at a meeting."""
_SAME_WORDS = (
    "EXISTS (SELECT 1 FROM citation AS own WHERE own.record_kind = :kind AND own.record = :slug"
    " AND own.article = proof_in.slug AND own.start_char < proof.end_char"
    " AND proof.start_char < own.end_char)"
)
"""Whether the words of a statement also prove something of the record."""


def tensions(session: Session, kind: str, slug: str) -> Section:
    """What two sources, or two sentences of one, say differently; both stand."""
    touches = _TOUCHES.get(kind, "1 = 0")
    if kind not in ("actor", "article"):
        touches = f"({touches} OR {_SAME_WORDS})"
    found = rows(
        session,
        "SELECT tension.slug AS tension, tension.note, one_in.slug AS article,"
        " one.start_char, one.end_char, one.excerpt, other_in.slug AS other_article,"
        " other.start_char AS other_start_char, other.end_char AS other_end_char,"
        " other.excerpt AS other_excerpt FROM tension"
        " JOIN evidence AS one ON one.id = tension.first_id"
        " LEFT JOIN article AS one_in ON one_in.id = one.article_id"
        " JOIN evidence AS other ON other.id = tension.second_id"
        " LEFT JOIN article AS other_in ON other_in.id = other.article_id"
        " WHERE EXISTS (SELECT 1 FROM evidence AS proof"
        " JOIN article AS proof_in ON proof_in.id = proof.article_id"
        f" WHERE proof.id IN (tension.first_id, tension.second_id) AND {touches})"
        " ORDER BY tension.slug",
        slug=slug,
        **({"kind": kind} if ":kind" in touches else {}),
    )
    columns = [
        field("What pulls apart", "note"),
        Column("One", lambda row: _statement(row, "")),
        Column("The other", lambda row: _statement(row, "other_")),
    ]
    return Section("tensions", "Tensions", columns, found)


def _statement(row: Row, prefix: str) -> str:
    where = f"{row[f'{prefix}article']} [{row[f'{prefix}start_char']}:{row[f'{prefix}end_char']}]"
    excerpt = row[f"{prefix}excerpt"]
    return "outside knowledge" if excerpt is None else f"«{excerpt}» — {where}"
