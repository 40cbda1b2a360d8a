"""A stretch of days on end, open where no limit is known."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def low(day: date | None) -> float:
    """A first day as a number, minus infinity when there is no limit; for comparing only."""
    return -inf if day is None else day.toordinal()


def high(day: date | None) -> float:
    """A last day as a number, infinity when there is no limit; for comparing only."""
    return inf if day is None else day.toordinal()


@dataclass(frozen=True, slots=True)
class Span:
    """All days from the earliest to the latest, both included; None is no limit."""

    earliest: date | None
    latest: date | None

    def __contains__(self, day: date) -> bool:
        return low(self.earliest) <= day.toordinal() <= high(self.latest)

    def meets(self, other: Span) -> bool:
        """True when both have a day in common."""
        return low(self.earliest) <= high(other.latest) and low(other.earliest) <= high(self.latest)

    def lies_in(self, other: Span) -> bool:
        """True when every day of this one is a day of the other."""
        return low(other.earliest) <= low(self.earliest) and high(self.latest) <= high(other.latest)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days in the fewest spans, in order of time."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: (low(each.earliest), high(each.latest))):
        if joined and low(span.earliest) <= high(joined[-1].latest) + 1:
            last = max(joined[-1], span, key=lambda each: high(each.latest))
            joined[-1] = Span(joined[-1].earliest, last.latest)
        else:
            joined.append(span)
    return tuple(joined)
