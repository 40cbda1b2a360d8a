"""Texts as the plain words that full text searches, and where each word stands in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from .names import fold, parts_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_WORD: Final = 1_000
"""A word counts by its first letters: PostgreSQL keeps no word of more than 2,046 of them."""
LONGEST_TEXT: Final = 1_000_000
"""Of a text only this many letters are searched: PostgreSQL's ``tsvector`` holds 1 MB of words."""

_RUN: Final = re.compile(r"[^\x00-&(-/:-@\[-_{-\x7f]+")
"""What plain ASCII leaves together: letters, digits, apostrophes, and all that is not ASCII."""


class Placed(NamedTuple):
    """A plain word, and the code points of the text from which it was made."""

    word: str
    start: int
    end: int


def plain_words(text: str) -> str:
    """The words of a text, folded and parted by one space, as they are kept for searching."""
    key = fold(text)
    words = " ".join(w[:LONGEST_WORD] for w in key.split()) if _has_long_word(key) else key
    if len(words) <= LONGEST_TEXT:
        return words
    return words[: LONGEST_TEXT + 1].rpartition(" ")[0]


def _has_long_word(key: str) -> bool:
    """Whether a word of a key is too long; a look at one space in a thousand letters."""
    start = 0
    while len(key) - start > LONGEST_WORD:
        start = key.rfind(" ", start, start + LONGEST_WORD + 1) + 1
        if not start:
            return True
    return False


def placed_words(text: str) -> list[Placed]:
    """The plain words of a text in their order, each with its place in the text.

    Several words that come of one piece, as from ``½``, all have the place of that piece.
    """
    return [placed for start, piece in _pieces(text) for placed in _placed(start, piece)]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    for run in _RUN.finditer(text):
        if run.group().isascii():
            yield run.start(), run.group()
            continue
        start = run.start()
        for position in range(run.start(), run.end()):
            if not text[position].isascii() and parts_words(text[position]):
                yield start, text[start:position]
                start = position + 1
        yield start, text[start : run.end()]


def _placed(start: int, piece: str) -> Iterator[Placed]:
    words, end = fold(piece).split(), start + len(piece)
    if words[1:] == ["s"] and piece[-1] in "sS" and fold(piece[:-2]) == words[0]:
        # A possessive: its noun is marked without it.
        yield Placed(words[0][:LONGEST_WORD], start, end - 2)
        yield Placed("s", end - 1, end)
        return
    for word in words:
        yield Placed(word[:LONGEST_WORD], start, end)
