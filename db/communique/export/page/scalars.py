"""How a text is written: bare where every reader of YAML agrees on it, else quoted."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .layout import Leaf

_SHOWN: Final = frozenset("\u200c\u200d")  # joiners are part of Persian and Indic spelling
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TYPED: Final = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
"""Words that some reader of YAML takes for something else than text, in any case."""

_MARKS: Final = ("“", "‘", "„", "«")
_SLUG: Final = re.compile(r"(?=.*[a-z])(?=.*-)(?![0-9]+e-)[a-z0-9]+(-[a-z0-9]+)*")
_UNSAFE: Final = re.compile(r":(?: |$)| #| $")
_FLOW: Final = re.compile(r"[][{},:#]| $")


def scalar(text: str, *, flow: bool) -> str:
    """A text on one line, bare where it can be; inside a flow collection fewer can be."""
    return text if _is_bare(text, flow=flow) else _quoted(text)


def leaf(text: str) -> Leaf:
    """A text in a block: over several lines where it has several and they are plain."""
    return literal(text) if _is_literal(text) else Leaf(scalar(text, flow=False))


def literal(text: str) -> Leaf:
    """A literal scalar; a digit says how deep it stands where its own lines would mislead."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    header = "|" + ("2" if _misleads(body) else "") + ("-" if not ends else "+" if ends > 1 else "")
    return Leaf(header, (*body.split("\n"), *[""] * max(ends - 1, 0)))


def _misleads(body: str) -> bool:
    for line in body.split("\n"):
        if line:
            return line[0] == " "
    return False


def _is_bare(text: str, *, flow: bool) -> bool:
    if text.lower() in _TYPED or any(_hidden(each) for each in text):
        return False
    if _SLUG.fullmatch(text):
        return True
    return _opens(text[:1]) and not (_FLOW if flow else _UNSAFE).search(text)


def _opens(first: str) -> bool:
    """A letter, or a quotation mark that is none to YAML."""
    return first.isalpha() or first in _MARKS


def _is_literal(text: str) -> bool:
    return (
        "\n" in text
        and not any(_hidden(each) for each in text if each != "\n")
        and not any(line != line.rstrip() for line in text.split("\n"))
        and bool(text[0].strip())
        and not text.endswith("\n\n")
    )


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(each) for each in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _hidden(character):
        return character
    code = ord(character)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _hidden(character: str) -> bool:
    """Whether a reader of the page could not tell that it is there."""
    return (
        not (" " <= character <= "~")
        and character not in _SHOWN
        and unicodedata.category(character) in _HIDDEN
    )
