"""Whether an office was held on a date, when none of the three dates need be exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dates.certainty import Certainty
from communique.dates.span import Span, high, low

if TYPE_CHECKING:
    from communique.dates.partial import PartialDate


def may_be_held(since: PartialDate | None, until: PartialDate | None, on: PartialDate) -> bool:
    """Whether `held` finds a reading of the dates on which the office was held."""
    first = since.earliest if since else None
    last = until.latest if until else None
    begins, ends = on.earliest, on.latest
    if (first and ends and ends < first) or (last and begins and last < begins):
        return False
    if begins and begins == ends:  # one day, and the bounds meet
        return True
    in_office = Span(first, last)
    return any(span.meets(in_office) for span in on.spans)


def held(since: PartialDate | None, until: PartialDate | None, on: PartialDate) -> Certainty:
    """Whether an office was held on a date: certainly, possibly, or on no reading of the dates.

    A missing ``since`` or ``until`` is unknown; ``until`` ``..`` means still held. The last day
    in office counts. SQL sees the bounds alone, and writes, with D the date asked for::

        certainly  coalesce(since_latest <= D.earliest
                            AND (until_edtf = '..' OR D.latest <= until_earliest), false)
        possibly   (since_earliest IS NULL OR D.latest IS NULL OR since_earliest <= D.latest)
                   AND (until_latest IS NULL OR D.earliest IS NULL OR D.earliest <= until_latest)

    This agrees on "certainly" and says "impossible" more often: one of four Wednesdays is
    not in an office held from a Thursday to the next Tuesday, though the bounds meet.
    """
    if not may_be_held(since, until, on):
        return Certainty.IMPOSSIBLE
    begun = since is not None and high(since.latest) <= low(on.earliest)
    not_over = until is not None and (until.is_still_open or high(on.latest) <= low(until.earliest))
    return Certainty.when(certain=begun and not_over, possible=True)
