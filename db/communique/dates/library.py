"""The forms beyond plain dates, parsed by the `edtf` library and brought into our own shape."""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.dates.reading import Part, Reading
from communique.dates.simple import Simple, simple

if TYPE_CHECKING:
    from collections.abc import Sequence


class _NotOurs(Exception):
    """The library knows a form that we do not take."""


def parse(text: str) -> Reading | None:
    """What the library reads in a text, or None when it, or we, do not know the form.

    Only its classes and their digits are used. Its ``str()`` is not its input, its
    bounds are infinite floats, and it takes the 29th of any February.
    """
    _import_it()
    import edtf

    try:
        found = edtf.parse_edtf(text, fail_silently=True)
    except Exception:  # its classes raise what they like on near misses; those are refusals too
        return None
    try:
        if type(found) in (edtf.Interval, edtf.Level1Interval):
            return Reading((_range(found),), lasts=True)
        members: Sequence[Any] = found.objects if type(found) is edtf.OneOfASet else [found]
        return Reading(tuple(_member(each) for each in members))
    except _NotOurs:
        return None


@cache
def _import_it() -> None:
    """Import it when it is needed: it takes 0.1 s, and most dates are plain.

    In a host that makes warnings errors, its grammar would fail on a warning of its own parser.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import edtf  # noqa: F401


def _member(found: Any) -> Part:
    import edtf

    if type(found) in (edtf.Consecutives, edtf.EarlierConsecutives, edtf.LaterConsecutives):
        return _range(found)
    written = _simple(found)
    return Part(written, written)


def _range(found: Any) -> Part:
    first, last = _end(found.lower), _end(found.upper)
    if first is None and last is None:
        raise _NotOurs
    return Part(first, last)


def _end(found: Any) -> Simple | None:
    import edtf

    is_open = type(found) is edtf.UnspecifiedIntervalSection and found.is_open
    return None if is_open else _simple(found)


def _simple(found: Any) -> Simple:
    import edtf

    qualifier = ""
    if type(found) is edtf.UncertainOrApproximate:
        found, qualifier = found.date, str(found.ua or "")
    if type(found) is not edtf.Date:
        raise _NotOurs
    return simple(found.year, found.month, found.day, qualifier)
