"""The nearest right form of a text that is not a date of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from communique.dates.simple import ISO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMS: Final = (
    'Write the year first, as in "2021-10-20", "2021-10" or "2021"; '
    '"[2021-10-06,2021-10-13]" is one of several days, "[2021-11-15..]" not before, '
    '"2017-10-21/2017-10-23" lasted.'
)
_YEAR_FIRST: Final = re.compile(
    r"(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?|(\d{4})(\d\d)(\d\d)", re.ASCII
)
_YEAR_LAST: Final = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})", re.ASCII)
_UNEVEN_RANGE: Final = re.compile(r"\[(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})\]", re.ASCII)
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def cure(text: str, is_readable: Callable[[str], bool]) -> str:
    """What to write instead: the first candidate that can be read, else the forms we take."""
    if text in ("../..", "[..]", "[]", "/"):
        return "Leave an unknown date out."
    offers = [each for each in _candidates(text) if each != text and is_readable(each)]
    if text.startswith("/") or text.endswith("/"):
        offers += [f"[{each.replace('/', '')}]" for each in offers]
        if len(offers) == 2:
            still = "still lasts" if text.endswith("/") else "began at an unknown time"
            return (
                f'Write "{offers[0]}" when it {still}, "{offers[1]}" when only that limit is known.'
            )
    return f'Write "{offers[0]}".' if offers else FORMS


def _candidates(text: str) -> Iterator[str]:
    yield text.strip()
    yield re.sub(r" *, *", ", ", text).replace(", ", ",").replace(" ", "")
    yield text.translate(_DASHES)
    yield text[:10] if text[10:11] in ("T", " ") else ""
    yield text.replace("{", "[").replace("}", "]")
    yield re.sub(r"^\[([^,.]*)\]$", r"\1", text)
    yield f"{text}.." if text.endswith("/") else f"..{text}"
    yield from _without_unspecified(text)
    yield from _with_one_qualifier(text)
    yield from _with_even_ends(text)
    yield from _in_digits(text)
    yield from _in_words(text)


def _without_unspecified(text: str) -> Iterator[str]:
    yield re.sub(r"(-XX)+$", "", text)
    if years := re.fullmatch(r"(\d{1,3})(X{1,3})", text, re.ASCII):
        known, unknown = years[1], len(years[2])
        yield f"[{known}{'0' * unknown}..{known}{'9' * unknown}]"


def _with_one_qualifier(text: str) -> Iterator[str]:
    said = set(text) & set("?~%")
    bare = re.sub(r"[?~%]", "", text)
    if said and ISO.fullmatch(bare):
        yield bare + (said.pop() if len(said) == 1 else "%")
    yield bare


def _with_even_ends(text: str) -> Iterator[str]:
    if ends := _UNEVEN_RANGE.fullmatch(text):
        first, last = ends[1], ends[2]
        whole = {4: "-01-01", 7: "-01", 10: ""}, {4: "-12-31", 7: "-31", 10: ""}
        start = first + whole[0][len(first)]
        for day in (31, 30, 29, 28):
            end = last + whole[1][len(last)]
            yield f"[{start}..{end[:8]}{day if len(last) == 7 else end[8:]}]"


def _in_digits(text: str) -> Iterator[str]:
    if found := _YEAR_FIRST.fullmatch(text):
        yield "-".join(each.zfill(2) for each in found.groups() if each)
    elif found := _YEAR_LAST.fullmatch(text):
        one, other, year = (int(each) for each in found.groups())
        # 10/11/2021 is a different day on each side of an ocean: nothing is offered.
        if max(one, other) > 12 or one == other:
            yield f"{year:04}-{min(one, other):02}-{max(one, other):02}"


def _in_words(text: str) -> Iterator[str]:
    if not re.search(r"[A-Za-z]{3}", text) or len(text) > 40:
        return
    from edtf import text_to_edtf

    try:
        meant = text_to_edtf(text)
    except Exception:  # a guess at free text by a library; without it the general hint stands
        return
    if isinstance(meant, str) and ISO.fullmatch(meant):
        yield meant
