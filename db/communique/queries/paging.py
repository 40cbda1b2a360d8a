"""Counting the rows of a statement, and reading it page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVarTuple, cast

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from ..errors import UsageError
from .ordering import BY_SLUG, KEYS, RANKED, UNDATED

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Row

Ts = TypeVarTuple("Ts")


def count(rows: Select[*Ts]) -> Select[int]:
    """How many rows the whole answer has, whatever page of it the statement asks for."""
    whole = rows.order_by(None).limit(None).offset(None)
    return select(func.count()).select_from(whole.subquery())


def page(rows: Select[*Ts], *, after: Row[*Ts] | None = None, size: int = 50) -> Select[*Ts]:
    """The ``size`` rows behind the row ``after`` in the statement's own order, or the first ones.

    A page begins behind a row and not at a number, so rows that are added or removed
    meanwhile neither repeat nor hide others. The statement must be a starter's.
    """
    if size < 1:
        raise UsageError(f"A page of {size} rows has none.", hint="give a size of 1 or more")
    rows = rows.limit(size)
    return rows if after is None else rows.where(_behind(rows, after))


def _behind(rows: Select[*Ts], after: Row[*Ts]) -> ColumnElement[bool]:
    columns, given = rows.selected_columns, after._mapping
    if rows.get_execution_options().get(RANKED):
        rank, next_to = columns["rank"], _behind_day(rows, after)
        return or_(rank < given["rank"], and_(rank == given["rank"], next_to))
    return _behind_day(rows, after)


def _behind_day(rows: Select[*Ts], after: Row[*Ts]) -> ColumnElement[bool]:
    columns, given = rows.selected_columns, after._mapping
    if rows.get_execution_options().get(BY_SLUG):
        return cast("ColumnElement[bool]", columns[0] > given[columns.keys()[0]])
    if "day" not in columns or "id" not in columns:
        raise UsageError(
            "This statement cannot be read by pages.",
            hint="keep a starter's day and id",
        )
    keys = [(columns[key], given[key]) for key in KEYS if key in columns]
    later = _greater(keys)
    day: date | None = given["day"]
    if day is None:
        return and_(columns.day.is_(None), later)
    # Not a comparison of row values: SQLite would scan.
    dated = and_(columns.day <= day, or_(columns.day < day, later))
    undated = rows.get_execution_options().get(UNDATED, True)
    return or_(dated, columns.day.is_(None)) if undated else dated


def _greater(keys: list[tuple[Any, Any]]) -> ColumnElement[bool]:
    (column, value), *rest = keys
    if not rest:
        return cast("ColumnElement[bool]", column > value)
    return and_(column >= value, or_(column > value, _greater(rest)))
