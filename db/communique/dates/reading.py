"""What a date text says: its written parts and the days that they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.dates.span import Span, high, low, merged

if TYPE_CHECKING:
    from communique.dates.simple import Simple


@dataclass(frozen=True, slots=True)
class Part:
    """One member of a date text: a single date, or a range from its first to its last date."""

    first: Simple | None
    last: Simple | None

    @property
    def span(self) -> Span:
        """All days from the first day of the first date to the last day of the last one."""
        return Span(
            self.first.first_day if self.first else None,
            self.last.last_day if self.last else None,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A date text understood: either one time that lasted, or some day out of its parts.

    The four limits tell when it starts and ends at the soonest and at the latest, as
    numbers to compare (infinite where no limit is known). For a date that is one day
    out of several the start and the end are that same unknown day.
    """

    parts: tuple[Part, ...]
    lasts: bool = False
    spans: tuple[Span, ...] = field(init=False)
    first_start: float = field(init=False)
    last_start: float = field(init=False)
    first_end: float = field(init=False)
    last_end: float = field(init=False)

    def __post_init__(self) -> None:
        spans = merged(part.span for part in self.parts)
        soonest, latest = low(spans[0].earliest), high(spans[-1].latest)
        last_start, first_end = latest, soonest
        if self.lasts:
            (part,) = self.parts
            # An end that is open has not come: it is after every day, not unknown.
            last_start = high(part.first.last_day) if part.first else soonest
            first_end = low(part.last.first_day) if part.last else latest
        for name, value in (
            ("spans", spans),
            ("first_start", soonest),
            ("last_start", min(last_start, latest)),
            ("first_end", max(first_end, soonest)),
            ("last_end", latest),
        ):
            object.__setattr__(self, name, value)

    @property
    def hull(self) -> Span:
        """The shortest stretch on end that has all the days."""
        return Span(self.spans[0].earliest, self.spans[-1].latest)
