"""Stored text made fit for a terminal.

A record may hold an escape sequence or a mark that turns the direction of writing, by
accident or on purpose. Printed raw they move the cursor, hide text or swap its order.
"""

from __future__ import annotations

import re

# C0 and C1 controls, DEL, marks of direction, line and paragraph separators, lone surrogates,
# zero-width characters and tags that hide text.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"[\t\n]+")


def safe(text: str) -> str:
    """The text with every character that acts on a terminal written as its code."""
    return _UNSAFE.sub(_code, text)


def one_line(text: str) -> str:
    """The same, on one line: breaks and tabs become single spaces."""
    return safe(_BREAKS.sub(" ", text))


def safe_json(text: str) -> str:
    """JSON that says the same, with these characters as JSON's own escapes."""
    return _UNSAFE.sub(_json_code, text)


def _code(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _json_code(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x10000:
        return f"\\u{number:04x}"
    number -= 0x10000
    return f"\\u{0xD800 + (number >> 10):04x}\\u{0xDC00 + (number & 0x3FF):04x}"
