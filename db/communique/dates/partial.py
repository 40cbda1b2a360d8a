"""A date exactly as precise as its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from communique.dates import comparing, wording
from communique.dates.reader import read

if TYPE_CHECKING:
    from communique.dates.certainty import Certainty
    from communique.dates.span import Span

STILL = ".."


@dataclass(frozen=True, slots=True, init=False)
class PartialDate:
    """A date in the EDTF forms that we read, kept as written, with its earliest and latest day.

    ``2021``, ``2021-10``, ``2021-10-20``, each with ``?``, ``~`` or ``%``;
    ``2017-10-21/2017-10-23`` (lasted), ``1984/..`` (still), ``../1984``;
    ``[2021-10-06,2021-10-13]`` (one of), ``[2017-10-21..2017-10-31]`` (some day in),
    ``[..2017-12-20]`` (at the latest), ``[2021-11-15..]`` (not before); and ``..`` alone, for
    the end of something that still lasts. Anything else raises `DateError`.

    A bound of None means that no limit is known. Two dates are equal when their texts are.
    A qualifier moves no bound; `is_qualified` lets a caller be lenient where it matters.
    """

    edtf: str
    earliest: date | None = field(compare=False, repr=False)
    latest: date | None = field(compare=False, repr=False)

    def __init__(self, edtf: str) -> None:
        hull = read(edtf).hull
        _fill(self, edtf, hull.earliest, hull.latest)

    @classmethod
    def restored(cls, edtf: str, earliest: date | None, latest: date | None) -> Self:
        """A date whose bounds are known already, from a database row; nothing is parsed."""
        this = object.__new__(cls)
        _fill(this, edtf, earliest, latest)
        return this

    @classmethod
    def on(cls, day: date) -> Self:
        """The date of one known day."""
        day = day.date() if isinstance(day, datetime) else day
        return cls.restored(day.isoformat(), day, day)

    def __composite_values__(self) -> tuple[str, date | None, date | None]:
        """The three columns of this value, for SQLAlchemy."""
        return self.edtf, self.earliest, self.latest

    def __str__(self) -> str:
        return self.edtf

    @property
    def is_exact_day(self) -> bool:
        """True for one calendar day that is stated without a qualifier."""
        return self.earliest is not None and self.earliest == self.latest and not self.is_qualified

    @property
    def is_open(self) -> bool:
        """True when it has no earliest or no latest day."""
        return self.earliest is None or self.latest is None

    @property
    def is_still_open(self) -> bool:
        """True for ``..``, the end of something that still lasts."""
        return self.edtf == STILL

    @property
    def is_qualified(self) -> bool:
        """True when the source calls it uncertain (``?``), approximate (``~``) or both (``%``)."""
        return any(mark in self.edtf for mark in "?~%")

    @property
    def lasts(self) -> bool:
        """True for ``a/b``, a time that lasted; any other date is some one point in its days."""
        return "/" in self.edtf

    @property
    def spans(self) -> tuple[Span, ...]:
        """Exactly the days it can be, in order and joined: four spans for four Wednesdays."""
        return read(self.edtf).spans

    def possible_on(self, day: date) -> bool:
        """True when it can be, or last, on that day: one of four Wednesdays is no Thursday."""
        day = day.date() if isinstance(day, datetime) else day
        return any(day in span for span in self.spans)

    def before(self, other: PartialDate) -> Certainty:
        """Whether this is over before the other begins."""
        return comparing.before(read(self.edtf), read(other.edtf))

    def after(self, other: PartialDate) -> Certainty:
        """Whether this begins when the other is over."""
        return comparing.before(read(other.edtf), read(self.edtf))

    def overlaps(self, other: PartialDate) -> Certainty:
        """Whether both have a day in common; for two single days, whether they are the same."""
        return comparing.overlaps(read(self.edtf), read(other.edtf))

    def within(self, period: PartialDate) -> Certainty:
        """Whether this lies in a period; ``2021`` is then the whole year, not some day in it."""
        return comparing.within(read(self.edtf), read(period.edtf))

    def describe(self) -> str:
        """A short English phrase for people: "one of 6, 13, 20, 27 Oct 2021"."""
        return wording.describe(read(self.edtf))


def parse_range(given: str | date | PartialDate) -> PartialDate:
    """The date that a caller or a command line gives: EDTF text, a day, or a date of ours.

    The limits of a question are its bounds: ``since="2021"`` begins with the first day of 2021.
    """
    if isinstance(given, PartialDate):
        return given
    return PartialDate.on(given) if isinstance(given, date) else PartialDate(given.strip())


def restore(edtf: str | None, earliest: date | None, latest: date | None) -> PartialDate | None:
    """The date of three columns read back, or None where no date is stored."""
    return None if edtf is None else PartialDate.restored(edtf, earliest, latest)


def _fill(this: PartialDate, edtf: str, earliest: date | None, latest: date | None) -> None:
    object.__setattr__(this, "edtf", edtf)
    object.__setattr__(this, "earliest", earliest)
    object.__setattr__(this, "latest", latest)
