"""Finding what a person means by a text: exact, by its beginning or words, or misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError
from ..names import fold
from . import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from .written import Written

KINDS = ("actor", "office", "agreement", "place", "meeting", "incident")
"""What can be found, in the order in which equally good answers are listed."""

EXACT, BEGINS, HOLDS = 100.0, 95.0, 90.0
"""How good an answer is whose name is the text, begins with it, or holds its words."""
WORST = 75.0
"""How alike a misspelling must at least be, of 100."""
_SHORTEST = 4
"""Letters below which nothing is a misspelling: two words of three are always alike."""


class Found(NamedTuple):
    """A record that a text may mean: under which of its names, how, and how good an answer it is.

    ``how`` is exact, begins, holds or similar; ``score`` is 100 for the first and less for
    each of the others. ``name`` is the record's own, ``text`` the one that was met.
    """

    kind: str
    slug: str
    name: str
    text: str
    how: str
    score: float


def find(session: Session, text: str, limit: int = 10) -> list[Found]:
    """Actors, offices, agreements, places, meetings, incidents that a text may mean, best first.

    By names in any spelling, by slugs, and by titles of agreements, meetings, incidents and
    offices: what is written just so, then what begins with the text or holds the beginnings
    of its words, then small misspellings (`rapidfuzz` over folded forms). Each record is
    listed once. The answer is the same on both databases. Misspellings are looked for where
    nothing is written so, among what has a few letters in a row in common with the text. At
    most four statements, and three for one word.
    """
    key = fold(text)
    if not key:
        raise UsageError(
            f'"{text}" has no letter or digit to look for.', hint="give a name or a part of one"
        )
    best: dict[tuple[str, str], Found] = {}
    _keep(best, key, written.holding(session, text, key))
    if not best and len(key) >= _SHORTEST:
        _add(best, _alike(session, key))
    return sorted(best.values(), key=_rank)[:limit]


def _rank(found: Found) -> tuple[float, int, str]:
    return -found.score, KINDS.index(found.kind), found.slug


def _keep(best: dict[tuple[str, str], Found], key: str, rows: Iterable[Written]) -> None:
    """What is written so, or begins so, or holds words that begin so."""
    words = key.split()
    for kind, slug, own, met, folded in rows:
        others = folded.split()
        longer = 1 - len(key) / max(len(folded), 1)
        if folded == key:
            _add(best, [Found(kind, slug, own, met, "exact", EXACT)])
        elif folded.startswith(key):
            _add(best, [Found(kind, slug, own, met, "begins", round(BEGINS - longer, 2))])
        elif all(any(other.startswith(word) for other in others) for word in words):
            _add(best, [Found(kind, slug, own, met, "holds", round(HOLDS - longer, 2))])


def _alike(session: Session, key: str) -> list[Found]:
    """Of all names and titles only the folded forms are compared, and the best of them read."""
    rows = written.like_this(session, key)
    scores = _likeness(key, [folded for _, _, folded in rows])
    best = sorted((-score, rows[at][2], rows[at][0], rows[at][1]) for at, score in scores.items())[
        : written.MOST
    ]
    if not best:
        return []
    likeness = {folded: -score for score, folded, _, _ in best}
    return [
        Found(kind, slug, own, met, "similar", round(likeness[folded] * 0.85, 2))
        for kind, slug, own, met, folded in written.these(
            session, ((kind, number) for _, _, kind, number in best)
        )
    ]


def _likeness(key: str, texts: Sequence[str]) -> dict[int, float]:
    """What differs by a few letters, as a whole, without its spaces, or in one word of several."""
    from rapidfuzz import fuzz, process

    def compared(asked: str, others: Sequence[str], less: int = 0) -> None:
        found = process.extract(
            asked, others, scorer=fuzz.ratio, limit=None, score_cutoff=WORST + less
        )
        for _, score, at in found:
            for each in places[at] if less else [at]:
                scores[each] = max(scores.get(each, 0.0), score - less)

    scores: dict[int, float] = {}
    compared(key, texts)
    if " " in key or any(" " in each for each in texts):
        compared(key.replace(" ", ""), [each.replace(" ", "") for each in texts])
    if " " not in key:
        stand: dict[str, list[int]] = {}
        for at, each in enumerate(texts):
            for word in each.split():
                stand.setdefault(word, []).append(at)
        places = list(stand.values())
        # A word of a name is less than the name: the whole one is better.
        compared(key, list(stand), less=1)
    return scores


def _add(best: dict[tuple[str, str], Found], found: Iterable[Found]) -> None:
    for each in found:
        held = best.get((each.kind, each.slug))
        if held is None or (-each.score, each.text) < (-held.score, held.text):
            best[each.kind, each.slug] = each
