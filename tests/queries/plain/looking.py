"""What a text means, and how days compare with a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.dates import parse_range
from communique.names import fold
from tests.queries.plain.facts import PLACES, TOPICS

if TYPE_CHECKING:
    from datetime import date

    from tests.queries.plain.facts import Archive

    Bounds = tuple[date | None, date | None]


def bounds(text: str | None) -> Bounds:
    """The first and the last day that a date allows; nothing is no limit."""
    if text is None:
        return None, None
    read = parse_range(text)
    return read.earliest, read.latest


def newest(days: Bounds) -> date | None:
    """The day by which lists are sorted."""
    return days[1] or days[0]


def may_be(days: Bounds, first: str | None, last: str | None) -> bool:
    """Some day that the bounds allow is in the period."""
    start, end = bounds(first)[0], bounds(last)[1]
    if start is not None and days[1] is not None and days[1] < start:
        return False
    return not (end is not None and days[0] is not None and days[0] > end)


def must_be(days: Bounds, first: str, last: str) -> bool:
    """Every day that the bounds allow is in the period."""
    start, end = bounds(first)[0], bounds(last)[1]
    if start is not None and (days[0] is None or days[0] < start):
        return False
    return not (end is not None and (days[1] is None or days[1] > end))


def asked_of(days: Bounds, since: str | None, until: str | None, on: str | None) -> bool:
    """The limits of time that most lists take."""
    return may_be(days, since, until) and may_be(days, on, on)


def last_first(day: date | None, *keys: int) -> tuple[Any, ...]:
    """Newest first, what has no day last, and then by its numbers."""
    return day is None, -day.toordinal() if day else 0, *keys


def lies_in(a: Archive, place: str | None, text: str) -> bool:
    """The place is one that the text means, or lies in one, however deep."""
    meant = a.called("place", text)
    while place is not None:
        if place in meant:
            return True
        place = PLACES[place][0]
    return False


def country_of(place: str | None) -> str | None:
    """The country in which a place is said to be."""
    return None if place is None else PLACES[place][1]


def is_about(topics: list[str], text: str) -> bool:
    """One of the topics is that of the text, or narrower; a label is as good as a slug."""
    meant = {text, fold(text).replace(" ", "-")}
    for topic in topics:
        at: str | None = topic
        while at is not None:
            if at in meant:
                return True
            at = TOPICS[at]
    return False


def has_word(words: object, given: str | list[str] | None) -> bool:
    """Nothing is asked for, or this word, or it is one of several."""
    return given is None or words in ([given] if isinstance(given, str) else given)
