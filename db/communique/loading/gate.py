"""The one gate that all text passes before anything is made of it.

What a gate lets through can be stored on both databases, compared code point by
code point, and printed without moving a reader's eye or terminal.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_RARE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)


class Fault(NamedTuple):
    """What is wrong with a text, and where in it."""

    offset: int
    code: str
    message: str
    hint: str | None


def fault_in(text: str) -> Fault | None:
    """The first character that no text of ours may hold, or nothing."""
    found = _RARE.search(text)
    if found is None:
        return _unassigned(text) if not text.isascii() else None
    return _explain(text, found.start())


def fault_in_name(text: str) -> Fault | None:
    """What a name, title or label may not hold although other text may."""
    for offset, character in enumerate(text):
        if character in BIDI:
            return Fault(
                offset,
                "E107",
                f"bidirectional control U+{ord(character):04X} in a name",
                "delete it; the terminal orders right-to-left names by itself",
            )
    normal = unicodedata.normalize("NFC", text)
    if normal != text:
        offset = next(i for i, (a, b) in enumerate(zip(text, normal + " ", strict=False)) if a != b)
        return Fault(offset, "E108", "not in composed form (Unicode NFC)", f'write "{normal}"')
    return None


def _explain(text: str, offset: int) -> Fault | None:
    character = text[offset]
    point = f"U+{ord(character):04X}"
    if character == "\ufeff":
        return Fault(offset, "E103", f"byte order mark {point} inside the text", "delete it")
    if _CONTROL.match(character):
        return Fault(offset, "E104", f"control character {point}", "delete it")
    if "\ud800" <= character <= "\udfff":
        return Fault(
            offset, "E105", f"half of a surrogate pair, {point}", "write the character itself"
        )
    if character in "\r\x85\x0b\x0c":
        return Fault(
            offset, "E106", f"line break {point} that is not a line feed", "use a plain line feed"
        )
    return Fault(
        offset,
        "E110",
        f"{point} is private, unassigned or not a character",
        "write the character that is meant",
    )


def _unassigned(text: str) -> Fault | None:
    rare = [each for each in set(text) if each > "\u036f" and unicodedata.category(each) == "Cn"]
    return _explain(text, min(map(text.index, rare))) if rare else None
