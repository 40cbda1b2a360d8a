"""Conditions on dates that are not fully known; true or false, never NULL.

Rows are compared by their bounds, an empty bound being no limit. The bounds enclose
every day that a date allows, so what is only possible may still be ruled out by the
EDTF text: see `narrowed`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import ColumnElement, and_, func, or_, true

from ..dates import PartialDate, parse_range

if TYPE_CHECKING:
    Day = ColumnElement[date]

When: TypeAlias = str | date | PartialDate
"""A day, or EDTF text such as "2021-10": as a limit, it gives its first or its last day."""


def since(latest: Day, given: When) -> ColumnElement[bool]:
    """Possibly on or after the first day of what is given."""
    limit = parse_range(given).earliest
    return true() if limit is None else or_(latest.is_(None), latest >= limit)


def until(earliest: Day, given: When) -> ColumnElement[bool]:
    """Possibly on or before the last day of what is given."""
    limit = parse_range(given).latest
    return true() if limit is None else or_(earliest.is_(None), earliest <= limit)


def possibly(earliest: Day, latest: Day, first: When, last: When) -> ColumnElement[bool]:
    """Some day that the bounds allow is in the period, both ends included."""
    return and_(since(latest, first), until(earliest, last))


def certainly(earliest: Day, latest: Day, first: When, last: When) -> ColumnElement[bool]:
    """Every day that the bounds allow is in the period, both ends included."""
    start, end = parse_range(first).earliest, parse_range(last).latest
    begun = true() if start is None else and_(earliest.is_not(None), earliest >= start)
    over = true() if end is None else and_(latest.is_not(None), latest <= end)
    return and_(begun, over)


def newest(latest: Day, earliest: Day) -> ColumnElement[date]:
    """The day by which lists are sorted: the last that the date allows, else the first."""
    return func.coalesce(latest, earliest)
