"""Comparing dates without pretending to know more than their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dates.certainty import Certainty
from communique.dates.span import high, low

if TYPE_CHECKING:
    from communique.dates.reading import Reading


def before(one: Reading, other: Reading) -> Certainty:
    """Whether one is over before the other begins."""
    return Certainty.when(
        certain=one.last_end < other.first_start, possible=one.first_end < other.last_start
    )


def overlaps(one: Reading, other: Reading) -> Certainty:
    """Whether one and the other have a day in common."""
    return Certainty.when(
        certain=one.last_start <= other.first_end and other.last_start <= one.first_end,
        possible=any(a.meets(b) for a in one.spans for b in other.spans),
    )


def within(one: Reading, period: Reading) -> Certainty:
    """Whether one lies wholly in the days that the period names, all of them taken."""
    # What lasted must fit whole; a point only needs one of its days there.
    possible = (
        any(
            low(p.earliest) <= one.last_start and one.first_end <= high(p.latest)
            for p in period.spans
        )
        if one.lasts
        else any(a.meets(p) for a in one.spans for p in period.spans)
    )
    return Certainty.when(
        certain=all(any(a.lies_in(p) for p in period.spans) for a in one.spans), possible=possible
    )
