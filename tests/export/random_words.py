"""Random words, texts and dates, with all that makes offsets and quoting hard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from communique.loading.gate import BLANK, bidi_in, fault_in, fault_in_name
from communique.loading.texts import ArticleText
from communique.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = [
    "Anna Ålund",
    "Çavuşoğlu",
    "محمد رضا",
    "علی‌رضا",
    "李小龍",
    "Ἀθηνᾶ",
    "𐌰𐌽𐌽𐌰 Gothus",
    "O'Neil",
    "Bo-Berg",
    "NO",
    "true",
]
_WORDS = [
    *NAMES,
    "met",
    "signed",
    "on",
    "Tuesday,",
    "“quoted”",
    "«words»:",
    "a: b",
    "- x",
    "#5",
    "[Israel]",
    "{flow}",
    '"straight"',
    "it's",
    "back\\slash",
    "182,000",
    "0755",
    "1:30",
    "null",
    "😀",
    "e\u0301",
    "\u202etrap\u202c",
    "עברית",
    "soft\u00adhyphen",
    "%",
    "@",
    "`tick`",
    "!",
    "&amp;",
    "*",
    "| ",
]
_GAPS = [" ", " ", " ", "\u00a0", "\n", "\n\n", "\r\n", "\r", "\t", "  ", "\u2028", "\x85"]
_ODD = ["\ufeff", "\ue000", "\U00010eff"]
_ANY = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff"),
    min_size=1,
    max_size=8,
)
WORD = st.one_of(st.sampled_from(_WORDS), _ANY)
DATES = [
    "2010",
    "2010-05",
    "2011-05-03",
    "2011-05-03~",
    "2010-12?",
    "[2011-05-03,2011-05-10]",
    "[2010..2012]",
    "[..2012-06-30]",
    "[2010-01-01..]",
    "2011-05-03/2011-05-05",
]
"""Days of what happens; what is published appears later."""
PUBLISHED = ["2014", "2015-06-07", "[2014..2016]", "2014-02~"]


def _prose(text: str) -> bool:
    return bool(text.strip(BLANK)) and not fault_in(text) and not bidi_in(text)


PROSE = st.lists(WORD, min_size=1, max_size=4).map(" ".join).filter(_prose)
TITLE = PROSE.filter(lambda text: not fault_in_name(text))


def text_with(draw: Callable[[Any], Any], names: list[str]) -> str:
    """A text in which each of the names stands at word edges, among random words."""
    words = draw(st.lists(WORD, min_size=3, max_size=12))
    for name in names:
        words.insert(draw(st.integers(0, len(words))), name)
    gaps = [draw(st.sampled_from(_GAPS)) for _ in words]
    if draw(st.booleans()):
        gaps[draw(st.integers(0, len(gaps) - 1))] = f" {draw(st.sampled_from(_ODD))} "
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True))


def excerpts(text: ArticleText) -> list[str]:
    """Pieces of a text that a record file may quote, each starting and ending at word edges."""
    edges = [0, *(at for at in range(1, len(text.text)) if _is_edge(text.text, at)), len(text.text)]
    found = []
    for number, start in enumerate(edges):
        for end in edges[number + 1 : number + 9]:
            words = text.text[start:end]
            if len(words) < 80 and words.strip(BLANK) and not fault_in(words):
                found.append(words)
    return found


def is_name(text: str) -> bool:
    """Whether a piece of a text can be a name."""
    plain = _prose(text) and "\t" not in text and not fault_in_name(text)
    return plain and len(text) < 60 and bool(fold(text))


def _is_edge(text: str, at: int) -> bool:
    return text[at - 1].isspace() != text[at].isspace()
