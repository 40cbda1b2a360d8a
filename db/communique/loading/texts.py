"""Excerpts in article texts: found to the code point, or explained.

Offsets are Unicode code points into the decoded file, which is otherwise
untouched. An excerpt starts and ends at word edges, so that "Iran" is not
proven by "Iranian".
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..names import fold
from .complaints import shown

MOST_OCCURRENCES = 1_000
"""So often an excerpt may stand in an article; one that stands more often proves nothing."""
_MOST_COMPARED = 200
_LONGEST_WORD = 40
_ALIKE = {
    **dict.fromkeys("‘’‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
}
_FLAT = str.maketrans(_ALIKE)
_FLAT_OR_SPACE = {*_ALIKE, *_ALIKE.values()}


class Span(NamedTuple):
    """A stretch of a text: from `start` to one before `end`, in code points."""

    start: int
    end: int


@dataclass(frozen=True)
class ArticleText:
    """The decoded text of one article."""

    slug: str
    text: str

    def occurrences(self, words: str, most: int = MOST_OCCURRENCES) -> list[Span]:
        """The places at word edges where exactly these words stand, the first ones of many."""
        text, length, found = self.text, len(words), list[Span]()
        at = text.find(words)
        while at >= 0 and len(found) < most:
            if not (_joined(text, at) or _joined(text, at + length)):
                found.append(Span(at, at + length))
            at = text.find(words, at + 1)
        return found

    @cached_property
    def flat(self) -> str:
        """The text with quotation marks, dashes and spaces made alike, one for one."""
        return self.text.translate(_FLAT)

    @cached_property
    def folded(self) -> str:
        """The text as one search key, with a space at either end."""
        return f" {fold(self.text)} "

    def printed_as(self, words: str) -> str | None:
        """The article's own text where only marks, dashes or spaces differ from the words."""
        at = self.flat.find(words.translate(_FLAT))
        return self.text[at : at + len(words)] if at >= 0 else None

    def inside_a_word(self, words: str) -> bool:
        """Whether the words stand here, but only inside longer words."""
        return words in self.text

    def closest(self, words: str) -> tuple[str, str]:
        """The passage most like the words, and where it first differs from them."""
        from rapidfuzz import fuzz

        words = words[:_MOST_COMPARED]
        found = fuzz.partial_ratio_alignment(words, self.text)
        if found is None or found.score < 50:
            return "", ""
        passage = self.text[found.dest_start : found.dest_end]
        return _to_word_edges(self.text, found.dest_start, found.dest_end), _difference(
            words, passage
        )


def named(character: str) -> str:
    """A character by its number and, where people may not tell it from another, its name."""
    name = (
        unicodedata.name(character, "")
        if character in _FLAT_OR_SPACE or not character.isascii()
        else ""
    )
    return f"U+{ord(character):04X}" + (f" {name.lower()}" if name else "")


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _to_word_edges(text: str, start: int, end: int) -> str:
    least, most = start - _LONGEST_WORD, end + _LONGEST_WORD
    while start > least and _joined(text, start):
        start -= 1
    while end < most and _joined(text, end):
        end += 1
    return text[start:end].strip()


def _difference(words: str, passage: str) -> str:
    from rapidfuzz.distance import Levenshtein

    for edit in Levenshtein.editops(words, passage):
        tag, mine, theirs = edit.tag, edit.src_pos, edit.dest_pos
        before = (
            f'after "{shown(words[max(0, mine - 15) : mine], 20)}" ' if mine else "at its start "
        )
        printed = (
            f'"{shown(passage[theirs])}" ({named(passage[theirs])})' if tag != "delete" else ""
        )
        given = f'"{shown(words[mine])}" ({named(words[mine])})' if tag != "insert" else ""
        if not printed:
            return f"{before}the article has no {given}"
        return f"{before}the article has {printed}" + (f", not {given}" if given else "")
    return ""
