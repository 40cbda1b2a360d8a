"""Rules that follow from a column's type or name, given to every table in one place.

A model cannot forget them: STRICT tables, known words, ISO days on SQLite,
date bounds in order, and bounds that never stand without their EDTF text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, ColumnElement, Index, Table, text
from sqlalchemy.sql import func

from ..columns import LOOKED_UP, year_within
from ..databases.types import Day, Word

_PLANNED = frozenset({"meeting", "agreement_action"})
"""What may be planned; most of it was done, and plans are asked for by themselves."""
_UNLISTED = frozenset({"quote"})
"""Lists that go by more than the table's own date: a quote's meeting and article date it, too."""


def add_rules(table: Table) -> None:
    """Attach to a table every rule that its columns imply."""
    table.dialect_options["sqlite"]["strict"] = True
    for column in list(table.columns):
        if isinstance(column.type, Word):
            table.append_constraint(_known_word(column, column.type))
        if isinstance(column.type, Day):
            table.append_constraint(_iso_day(column))
        if column.name == "position":
            _rule(table, "position >= 0", "position_counts_from_zero")
        if column.name == "slug":
            _rule(table, "length(slug) BETWEEN 1 AND 120", "slug_has_a_fitting_length")
        if column.name.endswith("_edtf"):
            _bounds(table, column.name.removesuffix("_edtf"))
        if column.info.get(LOOKED_UP):
            # Without its empty rows: SQLite would count them as one more, frequent value.
            _some(f"ix_{table.name}_{column.name}", column, column.is_not(None))
    if table.name in _PLANNED:
        status = table.columns["status"]
        _some(f"ix_{table.name}_planned", status, status == text("'planned'"))


def _rule(table: Table, condition: str, name: str) -> None:
    table.append_constraint(CheckConstraint(condition, name=name))


def _some(name: str, column: Column[object], kept: ColumnElement[bool]) -> None:
    """An index of some rows only."""
    Index(name, column, sqlite_where=kept, postgresql_where=kept)


def _known_word(column: Column[object], kind: Word[Any]) -> CheckConstraint:
    words = ", ".join(f"'{member.value}'" for member in kind.vocabulary)
    return CheckConstraint(f"{column.name} IN ({words})", name=f"{column.name}_is_a_known_word")


def _iso_day(column: Column[object]) -> CheckConstraint:
    # "=" would let 2021-02-30 pass: date() answers NULL for it, and a NULL CHECK passes.
    rule = CheckConstraint(
        f"{column.name} IS date({column.name}, '+0 days')", name=f"{column.name}_is_a_day",
        info={"only": "sqlite"},
    )  # fmt: skip
    return rule.ddl_if(dialect="sqlite")


def _bounds(table: Table, prefix: str) -> None:
    edtf, earliest, latest = (f"{prefix}_{part}" for part in ("edtf", "earliest", "latest"))
    _rule(table, f"{earliest} <= {latest}", f"{prefix}_bounds_are_in_order")
    if table.columns[edtf].nullable:
        _rule(
            table,
            f"{edtf} IS NOT NULL OR ({earliest} IS NULL AND {latest} IS NULL)",
            f"{prefix}_bounds_have_their_edtf",
        )
    else:
        _rule(
            table,
            f"{earliest} IS NOT NULL OR {latest} IS NOT NULL",
            f"{prefix}_has_at_least_one_bound",
        )
    if prefix in {"date", "published"} and table.name not in _UNLISTED:
        _listed(table, table.columns[earliest], table.columns[latest])


def _listed(table: Table, earliest: Column[object], latest: Column[object]) -> None:
    """The order of every listing, and what is not of one day: see queries.days."""
    Index(f"ix_{table.name}_newest", func.coalesce(latest, earliest), table.columns["id"])
    wide = year_within(earliest, latest)
    Index(f"ix_{table.name}_wide", wide, sqlite_where=wide.is_not(None))
