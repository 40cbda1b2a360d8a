"""Random searches: how each is written, and whether a text answers to it by plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from communique.names import fold
from tests.search.passages import stands

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = [
    "Çavuşoğlu", "cavusoglu", "C\u0327AVUS\u0327OG\u0306LU", "Cavus", "Sana'a", "Sanaa", "don’t",
    "Amir-Abdollahian", "امیرعبداللهیان", "İstanbul", "ısrar", "israr", "10", "1e1a", "1e1", "a",
    "Turkey's", "Turkey", "the", "of", "is", "AND", "OR", "NOT", "NEAR", "x", "xx", "²", "½",
]  # fmt: skip
GAPS = [" ", "  ", ", ", "\n", " — ", "-", ": ", "…", "\u200c", "\u00a0", '"', "»"]

texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), min_size=1, max_size=12
).map(lambda pieces: "".join(word + gap for word, gap in pieces))


class Question(NamedTuple):
    """A search as it is written, and what it says of a list of words."""

    written: str
    answers: Callable[[list[str]], bool]


def _word(word: str) -> Question:
    wanted = fold(word).split()
    return Question(word, lambda words: stands(words, wanted) > 0)


def _phrase(words: list[str], star: bool) -> Question:
    wanted = fold(" ".join(words)).split()
    written = f'"{" ".join(words)}"{"*" if star else ""}'
    return Question(written, lambda each: stands(each, wanted, prefix=star) > 0)


def _both(parts: list[Question], sign: str) -> Question:
    joined = sign.join(f"({part.written})" for part in parts)
    return Question(joined, lambda words: all(part.answers(words) for part in parts))


def _either(parts: list[Question]) -> Question:
    joined = " OR ".join(f"({part.written})" for part in parts)
    return Question(joined, lambda words: any(part.answers(words) for part in parts))


def _without(one: Question, other: Question) -> Question:
    return Question(
        f"({one.written}) NOT ({other.written})",
        lambda words: one.answers(words) and not other.answers(words),
    )


_plain = [word for word in WORDS if word not in {"AND", "OR", "NOT"}]
_leaves = st.one_of(
    st.sampled_from(_plain).map(_word),
    st.builds(_phrase, st.lists(st.sampled_from(_plain), min_size=1, max_size=3), st.booleans()),
)
questions = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(_both, st.lists(inner, min_size=2, max_size=3), st.sampled_from([" ", " AND "])),
        st.builds(_either, st.lists(inner, min_size=2, max_size=3)),
        st.builds(_without, inner, inner),
    ),
    max_leaves=6,
)
