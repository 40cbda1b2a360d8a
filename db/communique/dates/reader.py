"""From the text of a date to what it says, or to a refusal that carries its cure."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from communique.dates.cures import cure
from communique.dates.faults import LONGEST, BackwardsDate, check, quoted
from communique.dates.library import parse
from communique.dates.reading import Part, Reading
from communique.dates.simple import ISO, simple
from communique.errors import DateError

_STILL: Final = Reading((Part(None, None),))


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """What a date text says; `DateError` says what is wrong with it and what to write instead."""
    if plain := ISO.fullmatch(text):
        only = simple(*plain.groups())
        return Reading((Part(only, only),))
    if text == "..":
        return _STILL
    if not text.strip():
        raise DateError("An empty text is not a date.", hint="Leave an unknown date out.")
    if len(text) > LONGEST:
        raise DateError(
            f"{quoted(text)} has {len(text):,} characters.",
            hint=f'A date has at most {LONGEST}; write days on end as "[2021-10-01..2021-10-31]".',
        )
    if what := check(text):
        raise DateError(f"{quoted(text)} {what}.", hint=cure(text, _is_readable))
    reading = parse(text)
    if reading is None:
        raise DateError(
            f"{quoted(text)} is not a date that we read.", hint=cure(text, _is_readable)
        )
    for part in reading.parts:
        _refuse_backwards(text, part)
    return reading


def _is_readable(text: str) -> bool:
    """True for a text that could be offered as a cure; never looks for a cure itself."""
    try:
        if plain := ISO.fullmatch(text):
            simple(*plain.groups())
            return True
        if not text.strip(".") or len(text) > LONGEST or check(text):
            return False
        reading = parse(text)
        for part in reading.parts if reading else ():
            _refuse_backwards(text, part)
    except DateError:
        return False
    return reading is not None


def _refuse_backwards(text: str, part: Part) -> None:
    if (first := part.first) is None or (last := part.last) is None:
        return
    if last.last_day < first.first_day:
        raise BackwardsDate(
            f"{quoted(text)} ends before it starts: {last} comes before {first}.",
            hint="Exchange the two.",
        )
