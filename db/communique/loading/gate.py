"""The one gate that all text passes before anything is made of it.

What a gate lets through can be stored on both databases, compared code point by
code point, and printed without moving a reader's eye or terminal.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

BLANK = (
    " \t\n\r\x0b\x0c\x85\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000\u2001\u2002"
    "\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    "\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068"
    "\u2069\u2800\u3000\u3164\uffa0"
)
"""Characters that print nothing: a text of these alone is empty to its reader."""

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]|(?<![\u0590-\u1fff])[\u200c\u200d]"
)
"""Signs that print nothing, so that two names look alike; Persian and Indic words have joiners."""
_LOST = re.compile("[\ufffc\ufffd]")
_BREAK = re.compile("[\n\r\x85\u2028\u2029]")
_OTHER_BREAK = re.compile("[\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_RARE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)


class Fault(NamedTuple):
    """What is wrong with a text, and where in it."""

    offset: int
    code: str
    message: str
    hint: str


def other_encoding(content: bytes) -> str | None:
    """The encoding that the first bytes of a file tell, when it is not UTF-8."""
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    return "UTF-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else None


def fault_in(text: str) -> Fault | None:
    """The first character that no text of ours may hold, or nothing."""
    if text.isprintable():  # which asks more, and fast
        return None
    found = _RARE.search(text)
    if found is None:
        return _unassigned(text) if not text.isascii() else None
    return _explain(text, found.start())


def break_in(text: str) -> Fault | None:
    """The first line break of a YAML file that is not a line feed: a parser would change it."""
    found = _OTHER_BREAK.search(text)
    if found is None:
        return None
    sign = found[0]
    mac = "save the file with the line ends of Unix or Windows"
    return Fault(
        found.start(),
        "E106",
        f"line break {_point(sign)} that is not a line feed",
        (mac if sign == "\r" else "use a plain line feed")
        + f', or write "{_ESCAPES[sign]}" between double quotation marks',
    )


def bidi_in(text: str) -> Fault | None:
    """The first control that turns the direction of what follows; only an excerpt may hold one."""
    found = None if text.isascii() else _BIDI.search(text)
    return found and Fault(
        found.start(),
        "E107",
        f"invisible sign {_point(found[0])} that turns the direction of writing",
        "delete it; right-to-left text is shown right without it",
    )


def fault_in_name(text: str) -> Fault | None:
    """What a name, title or slug may not hold although other text may."""
    if text.isascii() and "\n" not in text and "\r" not in text:
        return None
    if fault := bidi_in(text):
        return fault
    if found := _BREAK.search(text):
        return Fault(
            found.start(),
            "E106",
            f"line break {_point(found[0])} in a name",
            "write it in one line",
        )
    if found := _UNSEEN.search(text):
        message = f"invisible sign {_point(found[0])} in a name"
        return Fault(found.start(), "E109", message, "delete it; two names would look alike")
    if found := _LOST.search(text):
        message = f"{_point(found[0])} stands for a character that was lost"
        return Fault(found.start(), "E110", message, "write the character that is meant")
    normal = unicodedata.normalize("NFC", text)
    if normal != text:
        offset = next(i for i, (a, b) in enumerate(zip(text, normal + " ", strict=False)) if a != b)
        cure = f'write "{normal}": it only looks the same, so paste it from here'
        return Fault(offset, "E108", "not in composed form (Unicode NFC)", cure)
    return None


def control_in(text: str) -> Fault | None:
    """The first control character of an article's text, which is otherwise left as it is."""
    found = _CONTROL.search(text)
    return found and _explain(text, found.start())


def _explain(text: str, offset: int) -> Fault:
    character = text[offset]
    point = _point(character)
    if character == "\ufeff":
        return Fault(
            offset, "E103", f"invisible byte order mark {point} inside the text", "delete it"
        )
    if _CONTROL.match(character):
        cure = "delete it" if character != "\0" else "delete it; if there are many, save as UTF-8"
        return Fault(offset, "E104", f"control character {point}", cure)
    if "\ud800" <= character <= "\udfff":
        return Fault(
            offset, "E105", f"half of a surrogate pair, {point}", "write the character itself"
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


def _point(character: str) -> str:
    return f"U+{ord(character):04X}"


_ESCAPES = {"\r": r"\r", "\x85": r"\N", "\u2028": r"\L", "\u2029": r"\P"}
