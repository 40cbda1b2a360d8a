"""A record made ready for printing, and the reading of its sections from the views."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from ..answers import Row
    from ..column import Column


@dataclass(frozen=True)
class Section:
    """A small table about the record.

    ``told`` are the rows as a page shows them, where programs get them in another form.
    """

    key: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    told: Sequence[Row] | None = None

    @property
    def shown(self) -> Sequence[Row]:
        """The rows for people."""
        return self.rows if self.told is None else self.told


@dataclass
class Record:
    """One record: what it is called, its own fields, and its sections."""

    kind: str
    slug: str
    title: str
    fields: dict[str, object]
    sections: list[Section] = field(default_factory=list)
    proofs: Sequence[Row] = ()


def rows(session: Session, sql: str, **values: object) -> Sequence[Row]:
    """The rows of a statement over views and tables, which both databases answer alike."""
    return session.execute(text(sql), values).mappings().all()


def one(session: Session, sql: str, **values: object) -> Row:
    """The only row of a statement."""
    return session.execute(text(sql), values).mappings().one()


def proofs_of(session: Session, kind: str, slug: str) -> Sequence[Row]:
    """Everything that the record and its parts rest on."""
    return rows(
        session,
        "SELECT fact, field, basis, excerpt, article, start_char, end_char, note FROM citation"
        " WHERE record_kind = :kind AND record = :slug"
        # What no article says comes last, on either database.
        " ORDER BY article IS NULL, article, start_char, end_char, fact",
        kind=kind,
        slug=slug,
    )


def excerpts_of(session: Session, article: str) -> Sequence[Row]:
    """Everything that rests on an article, in the order of its text."""
    return rows(
        session,
        "SELECT fact, record_kind, record, field, basis, excerpt, article, start_char, end_char,"
        " note FROM citation WHERE article = :slug ORDER BY start_char, end_char, record, fact",
        slug=article,
    )
