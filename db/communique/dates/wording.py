"""Dates as short English phrases, the same under every locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dates.simple import MONTHS

if TYPE_CHECKING:
    from communique.dates.reading import Part, Reading
    from communique.dates.simple import Simple


def describe(reading: Reading) -> str:
    """The phrase for a date: "by 20 Dec 2017", "one of 6, 13 Oct 2021", "1984 to now"."""
    if reading.lasts:
        return _lasting(reading.parts[0])
    if len(reading.parts) == 1:
        return _point(reading.parts[0])
    if all(part.first and part.first is part.last for part in reading.parts):
        return f"one of {_listed([part.first for part in reading.parts if part.first])}"
    return " or ".join(_point(part) for part in reading.parts)


def _lasting(part: Part) -> str:
    if part.first and part.last:
        return _stretch(part.first, part.last)
    return f"{_full(part.first)} to now" if part.first else f"until {_full(part.last)}"


def _point(part: Part) -> str:
    first, last = part.first, part.last
    if first is None:
        return f"by {_full(last)}" if last else "still"
    if last is None:
        return f"not before {_full(first)}"
    if first == last:
        return _full(first)
    some = "some day" if first.precision == 3 else "some time"
    return f"{some} {_stretch(first, last)}"


def _stretch(first: Simple, last: Simple) -> str:
    if first.qualifier or last.qualifier:
        return f"{_full(first)} to {_full(last)}"
    start = _shortened(first, last)
    # "21-23 Oct" reads well, "21 Oct-2 Nov" does not.
    return f"{start} to {_full(last)}" if " " in start else f"{start}-{_full(last)}"


def _listed(dates: list[Simple]) -> str:
    following = [*dates[1:], None]
    return ", ".join(
        _shortened(one, after) if after else _full(one)
        for one, after in zip(dates, following, strict=True)
    )


def _shortened(one: Simple, after: Simple) -> str:
    """A date without the month and year that the date printed after it says again."""
    if one.qualifier or after.qualifier or one.precision != after.precision:
        return _full(one)
    words = _words(one)
    if one.year == after.year and one.precision > 1:
        words.pop()
        if one.month == after.month and one.precision == 3:
            words.pop()
    return " ".join(words)


def _full(one: Simple | None) -> str:
    phrase = " ".join(_words(one)) if one else ""
    match one.qualifier if one else "":
        case "?":
            return f"{phrase} (uncertain)"
        case "~":
            return f"about {phrase}"
        case "%":
            return f"about {phrase} (uncertain)"
    return phrase


def _words(one: Simple) -> list[str]:
    month = [MONTHS[one.month - 1][:3]] if one.month else []
    return [*([str(one.day)] if one.day else []), *month, str(one.year)]
