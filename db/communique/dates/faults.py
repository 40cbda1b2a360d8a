"""What is wrong with a text that is not a date of ours, said in one sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from communique.dates.simple import simple
from communique.errors import DateError

LONGEST: Final = 600
"""Characters in the longest date: every Wednesday of a year, half a second of parsing."""


class BackwardsDate(DateError):
    """A date whose end comes before its start."""


class Fault(NamedTuple):
    """Texts that we refuse, and why."""

    pattern: re.Pattern[str]
    what: str


# In this order: a text that has several faults is told the first.
_FAULTS: Final = (
    (r"^\s|\s$", "begins or ends with a space"),
    (r"^\d{4}-\d\d-\d\d[T ]\d", "has a time of day; we keep days"),
    (r"^[Yy]-?\d|\dS\d|\dE\d", "is a year in scientific form; years run from 0001 to 9999"),
    (r"^-\d|[/\[,]-\d|\.\.-\d", "has a year before 0001; years run from 0001 to 9999"),
    (r"^[0-9X?~%./,\[\]{} -]*X", "has unspecified digits"),
    (r"^\{", "is a list of dates that all apply; a date is one time, or one of several"),
    (r"[^0-9?~%/.,\[\] -]", "is not written year first, in the digits 0 to 9"),
    (r"^\.\./\.\.$|^\[\.\.\]$", "has neither a start nor an end"),
    # The library raises TypeError on these, and prints to the caller's screen.
    (r"^\.\./(?!\d{4})", "has no year after the slash"),
    (r"^/|/$", "leaves an end empty"),
    (r"[?~%]{2}", "has more than one qualifier on a date"),
    (
        r"\d[?~%]-|[?~%]\d",
        "qualifies a part of a date; a qualifier stands at the end of the date",
    ),
    (r"[?~%]\.\.|\.\.\d[\d-]*[?~%]", "has a qualifier in a range in brackets"),
    (r"^\[[^,.]*\]$", "is one of a single date"),
    (r"(?<![, ]) ", "has a space that does not follow a comma"),
)


@cache
def _faults() -> tuple[Fault, ...]:
    """Compiled when the first date is doubted: every command imports this, and few doubt one."""
    return tuple(Fault(re.compile(pattern, re.ASCII), what) for pattern, what in _FAULTS)


_DATES: Final = re.compile(r"(?<![\d-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])", re.ASCII)


def check(text: str) -> str | None:
    """What is wrong with a text, as far as can be seen without parsing; None when nothing is.

    Raises `DateError` for a date that the calendar does not have.
    """
    for pattern, what in _faults():
        if pattern.search(text):
            return what
    for year in re.findall(r"(?<![\d-])0000(?![\d])", text):
        simple(year, None, None)
    for digits in _DATES.finditer(text):
        simple(*digits.groups())
    return None


def quoted(text: str) -> str:
    """A text in quotation marks for a message: cut at 80 characters, control characters escaped."""
    safe = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text[:80])
    return f'"{safe}{"..." if len(text) > 80 else ""}"'
