"""Capitalised names in a text, for a curator to see which of them nothing claims.

A name is a run of capitalised words with one space, hyphen or ampersand between each two; a
possessive ending is no part of it. A word that stands where any word is capitalised, at the
beginning of a sentence, of a line or of quoted words, is a name unless something says
otherwise: it is an ordinary word of English; the archive's texts have it in small letters;
or it is a participle ("Stressing that", "Faced with") that no text has inside a sentence.
Forms of address, the days of the week and the months are no names, and neither is an
adjective of a place or state that is recorded: "Iraqi" where Iraq is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

ORDINARY = frozenset(
    """
    a about above according after again all also although among an and another any are as at be
    because before being both but by can could did do during each either every few first following
    for from further given had has have he hence her here his how however i if in instead is it
    its last later like many may meanwhile moreover most much my nevertheless new next no nor not
    now of on once one only or other others our over same she should since so some such than that
    the their them then there therefore these they this those though through thus to today too two
    under until upon was we were what when where whether which while who whose why will with
    within without would yet you your
    """.split()  # noqa: SIM905
)
"""Words that are no names wherever a sentence begins with them."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "prof"})
_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """.split()  # noqa: SIM905
)
_AFTER_A_NAME = frozenset({"said", "says", "is", "was", "has", "had", "will", "would", "and"})
_AFTER_A_PARTICIPLE = frozenset(
    {"as", "at", "by", "from", "in", "on", "that", "to", "upon", "with"}
)
_ADJECTIVES = ("ish", "ian", "ean", "ese", "an", "i", "n")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_JOINTS = {" ", "-", " & ", "‑", "–"}
_NEW_SENTENCE = re.compile(r"""(?:^|[.!?:»\n\r]|["“”„(\[]\s*|[.!?]["”’)\]]+)\s*$""")


class Word(NamedTuple):
    """A word of a text without its possessive ending, and where it stands."""

    start: int
    end: int
    written: str

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.written.lower()


def names(
    text: str, small: Collection[str], inside: Collection[str], stems: Iterable[str]
) -> Iterator[list[Word]]:
    """The capitalised names of a text, each as its words.

    ``small`` are words that the archive's texts have in small letters, ``inside`` those that
    they have capitalised inside a sentence, ``stems`` the names of recorded places and
    states in small letters.
    """
    known = tuple(stems)
    for run, following in _runs(text):
        first, *others = run
        alone = following if not others else None
        if _begins_sentence(text, first.start) and _is_ordinary(first.small, alone, small, inside):
            run = others
        words: list[Word] = []
        for word in run:
            if not _is_no_name(word.small, known):
                words.append(word)
            elif words:
                yield words
                words = []
        if words:
            yield words


def capitalised_inside(text: str) -> set[str]:
    """Words that are capitalised where no sentence begins, in small letters."""
    return {
        word.small
        for word in _words(text)
        if word.written[0].isupper() and not _begins_sentence(text, word.start)
    }


def in_small_letters(text: str) -> set[str]:
    """Words that the text has in small letters."""
    return {word.small for word in _words(text) if word.written.islower()}


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        written = _POSSESSIVE.sub("", match[0])
        yield Word(match.start(), match.start() + len(written), written)


def _runs(text: str) -> Iterator[tuple[list[Word], str]]:
    """Runs of capitalised words, and the word in small letters that follows each."""
    run: list[Word] = []
    for word in _words(text):
        capital = word.written[0].isupper()
        if run and not (capital and text[run[-1].end : word.start] in _JOINTS):
            yield run, "" if capital else word.small
            run = []
        if capital:
            run.append(word)
    if run:
        yield run, ""


def _begins_sentence(text: str, at: int) -> bool:
    return at == 0 or _NEW_SENTENCE.search(text[max(0, at - 8) : at]) is not None


def _is_ordinary(
    word: str, following: str | None, small: Collection[str], inside: Collection[str]
) -> bool:
    """At the beginning of a sentence, the word is part of no name; alone, if a word follows it."""
    if word in ORDINARY:
        return True
    if word in inside:
        # Both ordinary and part of names: alone it is the former.
        return word in small and following is not None
    if word in small:
        return True
    if word.endswith("ing"):
        return following not in _AFTER_A_NAME
    return word.endswith("ed") and following in _AFTER_A_PARTICIPLE


def _is_no_name(word: str, stems: tuple[str, ...]) -> bool:
    return word in _TITLES or word in _CALENDAR or word == "i" or _is_adjective(word, stems)


def _is_adjective(word: str, stems: tuple[str, ...]) -> bool:
    for ending in _ADJECTIVES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 4 and any(each.startswith(stem) for each in stems):
            return True
    return False
