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
    from communique import citations

    found = session.execute(citations(record=slug, record_kind=kind)).mappings()
    proofs = [_shown(row, "record_kind", "record") for row in found]
    # What no article says comes last, on either database.
    return sorted(
        proofs,
        key=lambda row: (row["article"] is None, row["article"] or "", *_place(row), row["fact"]),
    )


def excerpts_of(session: Session, article: str) -> Sequence[Row]:
    """Everything that rests on an article, in the order of its text."""
    from communique import citations

    found = session.execute(citations(article)).mappings()
    proofs = [_shown(row) for row in found]
    return sorted(proofs, key=lambda row: (*_place(row), row["record"], row["fact"]))


def _shown(row: Row, *known: str) -> Row:
    """A proof without what is known of it, and what means nothing outside of one database."""
    return {name: row[name] for name in row if name not in (*known, "day", "id")}


def _place(row: Row) -> tuple[int, int]:
    return row["start_char"] or 0, row["end_char"] or 0
