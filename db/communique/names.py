"""Names as they are written, and the one key under which all their spellings are found."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDING: Final = 1
"""Version of the folding. Folded keys are stored: a change needs a migration that folds again."""

_LONGEST_CACHED: Final = 200
_LONGEST_COMPARED: Final = 200
_POSSESSIVE: Final = re.compile(r"'s(?<=[a-z0-9]'s)(?![a-z0-9'`])")
_TO_KEY: Final = {
    code: None if chr(code) in "'`" else " "
    for code in range(128)
    if not (chr(code).islower() or chr(code).isdigit())
}
_ZERO_WIDTH_NON_JOINER: Final = "\u200c"
_VOICED_KANA: Final = "\u3099\u309a"


def fold(text: str) -> str:
    """The key of a text: lower-case ASCII letters and digits, words parted by one space.

    ``Çavuşoğlu``, ``Cavusoglu`` and ``CAVUSOGLU`` are one key, composed or decomposed,
    and so are ``Amir-Abdollahian`` and ``Amir Abdollahian``. In this order: Unicode
    compatibility decomposition, accents and vowel points dropped, transliteration to ASCII
    by `anyascii`, lower case, apostrophes dropped (``Sana'a`` is ``sanaa``) except that a
    possessive is a word of its own (``Turkey's`` is ``turkey s``, so that full text finds
    ``turkey``), all other punctuation to spaces. A key folds to itself. A text without a
    letter or digit has the empty key.
    """
    return _cached(text) if len(text) <= _LONGEST_CACHED else _folded(text)


@lru_cache(maxsize=4_096)
def parts_words(character: str) -> bool:
    """Whether a character stands between words, so that the key has a space for it."""
    return not (key := _ascii(character).lower().translate(_TO_KEY)).strip() and key != ""


def nearest(word: str, known: Iterable[str], limit: int = 3, cutoff: float = 70.0) -> list[str]:
    """The known words most like one that is not known, best first, for "did you mean".

    Likeness is 0 to 100 over the folded forms (`rapidfuzz`); equally like words are in
    the order of their text, so that a message is the same on every run.
    """
    from rapidfuzz import fuzz, process  # only a mistake pays for this import

    key = fold(word[:_LONGEST_COMPARED])
    if not key:
        return []
    words = sorted(set(known))
    # A part of a word counts as a likeness, but two letters are a part of too many.
    scorer = fuzz.WRatio if len(key) > 3 else fuzz.ratio
    likeness = process.extract(
        key, [fold(each) for each in words], scorer=scorer, limit=None, score_cutoff=cutoff
    )
    ranked = sorted((-round(score, 6), words[index]) for _, score, index in likeness)
    return [each for _, each in ranked[:limit]]


def _folded(text: str) -> str:
    # What is foreign in a text is a small part of it, and neighbours in ASCII change none of it.
    plain = text if text.isascii() else text.encode("ascii", _IN_ASCII).decode("ascii")
    lowered = plain.lower()
    return " ".join(_POSSESSIVE.sub(" s", lowered).translate(_TO_KEY).split())


_cached = lru_cache(maxsize=16_384)(_folded)


def _in_ascii(run: UnicodeError) -> tuple[str, int]:
    """What stands for a run of foreign characters: the encoder finds them faster than a pattern."""
    assert isinstance(run, UnicodeEncodeError)
    text = run.object[run.start : run.end]
    return _cached_ascii(text) if len(text) <= _LONGEST_CACHED else _ascii(text), run.end


_IN_ASCII: Final = "communique_in_ascii"
codecs.register_error(_IN_ASCII, _in_ascii)


def _ascii(text: str) -> str:
    from anyascii import anyascii  # plain ASCII, the common case, goes without

    # Persian compounds are parted by a non-joiner where others print a space.
    parted = text.replace(_ZERO_WIDTH_NON_JOINER, " ")
    # Accents go before transliteration, which would spell out Arabic vowel points and a
    # hamza on its carrier; the marks that make "ga" of "ka" are no accents.
    bare = "".join(
        each
        for each in unicodedata.normalize("NFKD", parted)
        if not unicodedata.combining(each) or each in _VOICED_KANA
    )
    return anyascii(unicodedata.normalize("NFC", bare))


_cached_ascii = lru_cache(maxsize=16_384)(_ascii)
