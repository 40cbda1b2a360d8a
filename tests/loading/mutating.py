"""What mutators share: where the values and keys of a file stand, and what is put there.

A mutator takes a source of chance and the text of a file, YAML or JSON Lines, and answers with
bytes. What it makes may be valid by luck; the loader must answer with success or a complaint.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Mutator = Callable[[Random, str], bytes]
MUTATORS: dict[str, Mutator] = {}
WORDS = [
    "NO", "~", "null", "", "''", '""', "[]", "{}", "yes", "1:30", "0755", "1.10", "<<", "=", "*a", "&a b", "!t x",
    "@x", "`x", "%x", "- x", "? x", ": x", "|", ">", "|-\n  x", "a: b", "a #b", "'", '"', "[", "{", "]", "}", ",",
    "2024-02-30", "0000-00-00", "..", "[..]", "2024/..", "9" * 400, "-1", "x" * 600, "\\", '"\\ud800"', '"\\0"',
    '"\\x"', "\ud7ff", "e\u0301", "\u202e", "\u200b", "\u2028", "\x85", "\ufeff", "\ufffe", "\ue000", "\U0010ffff",
    "actor/oslo", "oslo-talks#9", "../x", "/etc/passwd", "Q42", "42", "true", "held", "planned", "inferred", "outside",
]  # fmt: skip
RAW = [
    b"\xff",
    b"\x00",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf5\x80\x80\x80",
    b"\x1b[2J",
    b"\r",
    b"\x0c",
    b"\xef\xbb\xbf",
]


def mutator(function: Callable[[Random, str], str | bytes]) -> Mutator:
    """Keep a function under its name; text becomes bytes."""

    def run(chance: Random, text: str) -> bytes:
        made = function(chance, text)
        return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")

    MUTATORS[function.__name__] = run
    return run


def lines_of(text: str) -> list[str]:
    return text.splitlines(keepends=True) or [""]


def values_of(text: str) -> list[tuple[int, int]]:
    """Where single values stand: behind a colon, a dash, or inside quotation marks."""
    found = [match.span(1) for match in re.finditer(r"(?:: |- )([^\s\[{|\"'][^\n,}\]]*)", text)]
    return found + [match.span() for match in re.finditer(r'"[^"\n]*"', text)] or [(0, 0)]


def keys_of(text: str) -> list[tuple[int, int]]:
    return [match.span(1) for match in re.finditer(r'([\w-]+)"?:', text)] or [(0, 0)]


def put(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def on_line(chance: Random, text: str, change: Callable[[str], str]) -> str:
    lines = lines_of(text)
    at = chance.randrange(len(lines))
    lines[at] = change(lines[at])
    return "".join(lines)
