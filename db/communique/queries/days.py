"""Conditions on dates that are not fully known; true or false, never NULL.

Rows are compared by their bounds, an empty bound being no limit. The bounds enclose
every day that a date allows, so what is only possible may still be ruled out by the
EDTF text: see `narrowed`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVarTuple

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Label,
    Select,
    and_,
    func,
    literal,
    literal_column,
    or_,
    true,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from ..columns import year_within
from ..databases import types
from ..dates import PartialDate, parse_range

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler

    Day = ColumnElement[date]

Ts = TypeVarTuple("Ts")

When: TypeAlias = str | date | PartialDate
"""A day, or EDTF text such as "2021-10": as a limit, it gives its first or its last day."""


class Near(ColumnElement[bool]):
    """Its day is within limits, or it is not of one day; kept as one element, as names are.

    Nothing that is possibly within the limits is left out, and a database finds it by two
    indexes: bounds alone would lead it through half of an archive.
    """

    __visit_name__ = "communique_near"
    _traverse_internals = [
        ("earliest", InternalTraversal.dp_clauseelement),
        ("latest", InternalTraversal.dp_clauseelement),
        ("first", InternalTraversal.dp_clauseelement),
        ("first_year", InternalTraversal.dp_clauseelement),
        ("last", InternalTraversal.dp_clauseelement),
        ("last_year", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(self, earliest: Day, latest: Day, first: date | None, last: date | None) -> None:
        self.earliest, self.latest = earliest, latest
        self.first = self.first_year = self.last = self.last_year = None
        if first is not None:
            self.first, self.first_year = literal(first, types.Day()), literal(first.year)
        if last is not None:
            self.last, self.last_year = literal(last, types.Day()), literal(last.year)
        self.type = Boolean()

    def self_group(self, against: Any = None) -> Near:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(Near)
def _near(near: Near, compiler: SQLCompiler, **kw: Any) -> str:
    day, year = newest(near.latest, near.earliest), year_within(near.earliest, near.latest)
    days, years = [], []
    if near.first is not None:
        days.append(day >= near.first)
        years.append(year >= near.first_year)
    if near.last is not None:
        days.append(day <= near.last)
        years.append(year <= near.last_year)
    condition = or_(and_(*days), and_(*years), year == literal_column("0"))
    return f"({compiler.process(condition, **kw)})"


class Limited(ColumnElement[bool]):
    """A bound is empty, or on this side of a limit; kept as one element, as names are."""

    __visit_name__ = "communique_limited"
    _traverse_internals = [
        ("side", InternalTraversal.dp_string),
        ("bound", InternalTraversal.dp_clauseelement),
        ("limit", InternalTraversal.dp_clauseelement),
    ]
    inherit_cache = True

    def __init__(self, bound: Day, side: str, limit: date) -> None:
        self.bound, self.side = bound, side
        self.limit = literal(limit, types.Day())
        self.type = Boolean()

    def self_group(self, against: Any = None) -> Limited:
        """Itself: it always stands in brackets of its own."""
        return self


@compiles(Limited)
def _compiled(limited: Limited, compiler: SQLCompiler, **kw: Any) -> str:
    bound, limit = limited.bound, limited.limit
    within = bound >= limit if limited.side == "since" else bound <= limit
    return f"({compiler.process(or_(bound.is_(None), within), **kw)})"


def since(latest: Day, given: When) -> ColumnElement[bool]:
    """Possibly on or after the first day of what is given."""
    limit = parse_range(given).earliest
    return true() if limit is None else Limited(latest, "since", limit)


def until(earliest: Day, given: When) -> ColumnElement[bool]:
    """Possibly on or before the last day of what is given."""
    limit = parse_range(given).latest
    return true() if limit is None else Limited(earliest, "until", limit)


def possibly(earliest: Day, latest: Day, first: When, last: When) -> ColumnElement[bool]:
    """Some day that the bounds allow is in the period, both ends included."""
    return and_(
        *near(earliest, latest, parse_range(first).earliest, parse_range(last).latest),
        since(latest, first),
        until(earliest, last),
    )


def near(earliest: Day, latest: Day, first: date | None, last: date | None) -> list[Near]:
    """What leads a database to the rows possibly within limits, where it has indexes for it."""
    if first is None and last is None:
        return []
    kept = isinstance(earliest, Column) and isinstance(latest, Column)
    return [Near(earliest, latest, first, last)] if kept else []


def certainly(earliest: Day, latest: Day, first: When, last: When) -> ColumnElement[bool]:
    """Every day that the bounds allow is in the period, both ends included."""
    start, end = parse_range(first).earliest, parse_range(last).latest
    begun = true() if start is None else and_(earliest.is_not(None), earliest >= start)
    over = true() if end is None else and_(latest.is_not(None), latest <= end)
    return and_(*near(earliest, latest, start, end), begun, over)


def newest(latest: Day, earliest: Day) -> ColumnElement[date]:
    """The day by which lists are sorted: the last that the date allows, else the first."""
    return func.coalesce(latest, earliest)


def within(
    rows: Select[*Ts],
    first: When | None,
    last: When | None,
    on: When | None = None,
    bounds: tuple[Day, Day] | None = None,
) -> Select[*Ts]:
    """The rows possibly within limits of time: by these bounds, or the statement's own date."""
    if first is None and last is None and on is None:
        return rows
    earliest, latest = bounds or _shown(rows)
    if first is not None or last is not None:
        rows = rows.where(possibly(earliest, latest, first or "..", last or ".."))
    if on is not None:
        rows = rows.where(possibly(earliest, latest, on, on))
    return rows


def _shown(rows: Select[*tuple[Any, ...]]) -> tuple[Day, Day]:
    columns = rows.selected_columns
    return plain(columns.date_earliest), plain(columns.date_latest)


def plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """What a labelled column holds: a condition on the label itself would be no SQL."""
    return column.element if isinstance(column, Label) else column
