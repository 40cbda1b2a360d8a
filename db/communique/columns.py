"""Column types said once: every model is written in these words.

``Annotated`` types carry the type, the nullability and what the column means
everywhere; a model says in its own comment only what is special to it.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Integer,
    case,
    extract,
    null,
    text,
)
from sqlalchemy.orm import Composite, MappedColumn, composite, mapped_column
from sqlalchemy.sql.elements import Grouping

from .databases.types import TEXT, Day, Word
from .dates import restore

LOOKED_UP = "communique_looked_up"
"""What a column's ``info`` says when its filled rows are indexed, and only those."""

Key = Annotated[
    int, mapped_column(Integer, primary_key=True, comment="Surrogate key; never shown to people.")
]
Slug = Annotated[
    str,
    mapped_column(TEXT, unique=True, comment="Name by which curators and views call this record."),
]
Position = Annotated[
    int,
    mapped_column(Integer, comment="Place in its parent's list, from 0, in the curator's order."),
]
Text = Annotated[str, mapped_column(TEXT)]
OptionalText = Annotated[str | None, mapped_column(TEXT)]
Count = Annotated[int, mapped_column(Integer)]
OptionalCount = Annotated[int | None, mapped_column(Integer)]
Sha256 = Annotated[str, mapped_column(TEXT)]
Edtf = Annotated[
    str, mapped_column(TEXT, comment="Date as precise as the source: EDTF text as written.")
]
OptionalEdtf = Annotated[
    str | None, mapped_column(TEXT, comment="Date as precise as the source: EDTF text as written.")
]
Earliest = Annotated[
    date | None,
    mapped_column(Day(), comment="First day that the date allows; null means no limit."),
]
Latest = Annotated[
    date | None, mapped_column(Day(), comment="Last day that the date allows; null means no limit.")
]


def word(vocabulary: type[StrEnum], comment: str, *, optional: bool = False) -> MappedColumn[Any]:
    """A word of a closed vocabulary; the CHECK is added with the table (see models.rules)."""
    return mapped_column(Word(vocabulary), nullable=optional, comment=comment)


def link(
    target: str,
    comment: str,
    *,
    on_delete: str,
    optional: bool = False,
    indexed: bool = True,
    swapped: bool = False,
) -> MappedColumn[Any]:
    """A foreign key to another table's ``id``; ``on_delete`` stands beside its reason.

    A ``swapped`` one is unique within its parent: two rows can change places only if the
    key is checked at commit. The index of an ``optional`` one comes with its table (see
    models.rules).
    """
    return mapped_column(
        Integer,
        ForeignKey(
            f"{target}.id",
            ondelete=on_delete,
            deferrable=swapped or None,
            initially="DEFERRED" if swapped else None,
        ),
        nullable=optional,
        index=indexed and not optional,
        comment=comment,
        info={LOOKED_UP: indexed and optional},
    )


def parent(target: str, comment: str, *, optional: bool = False) -> MappedColumn[Any]:
    """The record that this row is a part of: it goes when the record goes.

    It has no index of its own, because the unique position within the parent is one.
    """
    return link(target, comment, on_delete="CASCADE", optional=optional, indexed=False)


def self_link(target: str, comment: str) -> MappedColumn[Any]:
    """A foreign key inside one table, checked at commit.

    A bulk insert may write the referring row first; an immediate check would
    refuse it although the transaction as a whole is sound.
    """
    return mapped_column(
        Integer,
        ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"),
        nullable=True,
        comment=comment,
        info={LOOKED_UP: True},
    )


def partial_date(prefix: str) -> Composite[Any]:
    """One value over the three columns ``<prefix>_edtf``, ``_earliest`` and ``_latest``."""
    return composite(restore, f"{prefix}_edtf", f"{prefix}_earliest", f"{prefix}_latest")


def year_within(earliest: ColumnElement[Any], latest: ColumnElement[Any]) -> ColumnElement[int]:
    """What a date that is no single day is found by: the year it lies in, or 0 for no one year.

    NULL for a single day. In indexes and in queries it must be the same to the letter.
    """
    begins, ends = extract("year", earliest), extract("year", latest)
    return Grouping(case((earliest == latest, null()), (begins == ends, ends), else_=text("0")))


def exactly_one_of(*columns: str) -> CheckConstraint:
    """Exactly one of these columns is set; written so that both databases read it alike."""
    total = " + ".join(f"CASE WHEN {name} IS NULL THEN 0 ELSE 1 END" for name in columns)
    return CheckConstraint(f"{total} = 1", name="has_exactly_one_subject")


def in_order(first: str, second: str, *, name: str) -> CheckConstraint:
    """The first column is not greater than the second."""
    return CheckConstraint(f"{first} <= {second}", name=name)
