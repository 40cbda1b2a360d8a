"""A year, a month or a day of the calendar, with what the source says of its exactness."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from communique.errors import DateError

# Not from `calendar`, whose names change with the locale.
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ISO: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SEASONS: Final = range(21, 42)
_FIRST_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Simple:
    """A date as precise as it was written, perhaps with a ``?``, ``~`` or ``%`` after it."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    @property
    def precision(self) -> int:
        """How many of year, month and day are written."""
        return 3 if self.day else 2 if self.month else 1

    @property
    def first_day(self) -> date:
        """Its first day. A qualifier does not move it: how far "about" reaches is not known."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """Its last day, as little moved by a qualifier."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        numbers = (f"{self.year:04}", f"{self.month or 0:02}", f"{self.day or 0:02}")
        return "-".join(numbers[: self.precision]) + self.qualifier


def simple(year: str, month: str | None, day: str | None, qualifier: str = "") -> Simple:
    """The date of these digits; `DateError` when the calendar has no such date."""
    y, m, d = int(year), int(month) if month else None, int(day) if day else None
    written = "-".join(digits for digits in (year, month, day) if digits)
    if y == 0:
        raise _no_date(written, "Years run from 0001 to 9999.")
    if m is not None and d is None and m in _SEASONS:
        raise DateError(f'"{written}" is a season, not a month.', hint=_months_of(y, m))
    if m is not None and not 1 <= m <= 12:
        cure = (
            f'Write "{year}" when the month is unknown.' if m == 0 else "Months run from 01 to 12."
        )
        raise _no_date(written, cure)
    if m is not None and d == 0:
        raise _no_date(written, f'Write "{year}-{month}" when the day is unknown.')
    if m is not None and d is not None and d > (last := monthrange(y, m)[1]):
        raise _no_date(written, f"{MONTHS[m - 1]} {y} has {last} days.")
    return Simple(y, m, d, qualifier)


def _no_date(written: str, cure: str) -> DateError:
    return DateError(f'"{written}" is not a calendar date.', hint=cure)


def _months_of(year: int, season: int) -> str:
    if (first := _FIRST_MONTH.get(season)) is None or year == 9999:
        return 'Write the months, for example "[2017-03..2017-05]".'
    end = f"{year + 1:04}-02" if first == 12 else f"{year:04}-{first + 2:02}"
    return f'Write the months that are meant, for example "[{year:04}-{first:02}..{end}]".'
