"""Reading a search: plain words of which all are asked for, or a small language of queries.

    word            the whole word, in any spelling
    word*           a word that begins so
    "two words"     words that stand one behind the other
    a b, a AND b    both
    a OR b          either, or both
    a NOT b         the one, where the other is not
    ( )             what belongs together; NOT and AND bind closer than OR

AND, OR and NOT are capital letters; in small ones they are words like any other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..databases.asked import All, Some, Without, Words
from ..errors import SearchError, UsageError
from ..names import fold
from ..plain import LONGEST_WORD

if TYPE_CHECKING:
    from ..databases.asked import Asked

LONGEST = 20_000
"""Characters of a search; more is no question but a text."""
MOST = 100
"""Words of a search: each is one more look into the index."""
DEEPEST = 20
"""Brackets within brackets."""

_TOKEN = re.compile(
    r"""\s*(?: (?P<bracket>[()])
      | ["“](?P<phrase>[^"“”]*)["”](?P<star>\*?)
      | (?P<open>["“”])
      | (?P<word>[^\s()"“”]+) )""",
    re.VERBOSE,
)
_OPERATORS = frozenset({"AND", "OR", "NOT"})


class Token(NamedTuple):
    """A piece of a search: an operator or bracket as it is, or what it asks for."""

    sign: str
    position: int
    words: Words | None = None


def read(text: str, *, syntax: bool = False) -> Asked:
    """What a search asks for.

    UsageError when it asks for no word or for too many; with ``syntax``, SearchError with
    the position of what cannot be read.
    """
    if len(text) > LONGEST:
        raise UsageError(
            f"A search of {len(text):,} characters is too long.", hint=f"{LONGEST:,} is the most"
        )
    return _in_syntax(text) if syntax else _plain(text)


@lru_cache(maxsize=256)
def _plain(text: str) -> Asked:
    words = list(dict.fromkeys(word[:LONGEST_WORD] for word in fold(text).split()))
    if not words:
        raise UsageError(f'"{text[:40]}" has no word to search for.', hint="give a word")
    _require_few(len(words))
    return _joined(All, [Words((word,)) for word in words])


@lru_cache(maxsize=256)
def _in_syntax(text: str) -> Asked:
    tokens = _tokens(text)
    _require_few(sum(len(token.words.words) for token in tokens if token.words))
    return _Reader(tokens, len(text)).whole()


def _require_few(words: int) -> None:
    if words > MOST:
        raise UsageError(f"{words:,} words are asked for at once.", hint=f"{MOST} is the most")


def _joined(kind: type[All | Some], parts: list[Asked]) -> Asked:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        part = match.lastgroup or ""
        position = match.start("phrase") - 1 if match["phrase"] is not None else match.start(part)
        if match["open"]:
            raise SearchError("A quotation mark is not closed", position, hint="close the phrase")
        if match["bracket"] or match["word"] in _OPERATORS:
            found.append(Token(match["bracket"] or match["word"], position))
            continue
        written = match["word"] if match["phrase"] is None else match["phrase"] + match["star"]
        found.append(Token("words", position, _words(written, position)))
    return found


def _words(written: str, position: int) -> Words:
    stem = written.removesuffix("*")
    if "*" in stem:
        raise SearchError(
            "A star stands only at the end of a word",
            position + stem.index("*"),
            hint="write the beginning of the word, then one star",
        )
    words = tuple(word[:LONGEST_WORD] for word in fold(stem).split())
    if not words:
        raise SearchError("There is no letter or digit", position, hint="give a word")
    return Words(words, prefix=stem != written)


class _Reader:
    """Reads tokens from the left, one rule of the language to a method."""

    def __init__(self, tokens: list[Token], end: int) -> None:
        self._tokens = [*tokens, Token("end", end)]
        self._next = 0
        self._depth = 0

    def whole(self) -> Asked:
        if self._here.sign == "end":
            raise UsageError("The search has no word to search for.", hint="give a word")
        asked = self._either()
        if self._here.sign != "end":  # nothing but a bracket ends a rule too early
            raise SearchError("This bracket was never opened", self._here.position)
        return asked

    @property
    def _here(self) -> Token:
        return self._tokens[self._next]

    def _took(self, sign: str) -> bool:
        taken = self._here.sign == sign
        self._next += taken
        return taken

    def _either(self) -> Asked:
        parts = [self._both()]
        while self._took("OR"):
            parts.append(self._both())
        return _joined(Some, parts)

    def _both(self) -> Asked:
        wanted: list[Asked] = []
        unwanted: list[Asked] = []
        first = self._here
        while True:
            (unwanted if self._took("NOT") else wanted).append(self._one())
            if not self._took("AND") and self._here.sign not in ("words", "(", "NOT"):
                break
        if not wanted:
            raise SearchError(
                "NOT has nothing to be taken from",
                first.position,
                hint="ask for some words as well: treaty NOT extradition",
            )
        asked = _joined(All, wanted)
        return Without(asked, _joined(Some, unwanted)) if unwanted else asked

    def _one(self) -> Asked:
        token = self._here
        if token.words is not None:
            self._next += 1
            return token.words
        if not self._took("("):
            what = "the end" if token.sign == "end" else token.sign
            raise SearchError(f"A word should stand before {what}", token.position)
        self._depth += 1
        if self._depth > DEEPEST:
            raise SearchError("Too many brackets stand within brackets", token.position)
        asked = self._either()
        if not self._took(")"):
            raise SearchError("This bracket is never closed", token.position)
        self._depth -= 1
        return asked
