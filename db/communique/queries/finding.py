"""Finding what a person means by a text: exact, by its beginning or words, or misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Text, and_, literal, null, select, true, union_all
from sqlalchemy import cast as in_sql

from ..errors import UsageError
from ..names import fold
from .tables import actor, agreement, incident, meeting, name, office, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import CompoundSelect
    from sqlalchemy.orm import Session

    Written = tuple[str, str, str, str, str]

KINDS = ("actor", "office", "agreement", "place", "meeting", "incident")
"""What can be found, in the order in which equally good answers are listed."""

EXACT, BEGINS, HOLDS = 100.0, 95.0, 90.0
"""How good an answer is whose name is the text, begins with it, or holds its words."""
WORST = 75.0
"""How alike a misspelling must at least be, of 100."""
_SHORTEST = 4
"""Letters below which nothing is a misspelling: two words of three are always alike."""
_NAMED = {"actor": actor, "office": office, "agreement": agreement, "place": place}
_TITLED = {"agreement": agreement, "meeting": meeting, "incident": incident, "office": office}


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
    listed once. The answer is the same on both databases. At most three statements; the
    last, which reads every name for misspellings, runs only where the others leave room.
    """
    key = fold(text)
    if not key:
        raise UsageError(
            f'"{text}" has no letter or digit to look for.', hint="give a name or a part of one"
        )
    best: dict[tuple[str, str], Found] = {}
    titles = _read(session, _titles())
    _keep(best, key, _slugged(titles, text, key))
    _keep(best, key, _read(session, _names(text, key)))
    _keep(best, key, titles)
    if len(best) < limit:
        everything = [*_read(session, _names()), *titles]
        _add(best, _alike(key, [each for each in everything if each[:2] not in best]))
    return sorted(best.values(), key=_rank)[:limit]


def _rank(found: Found) -> tuple[float, int, str]:
    return -found.score, KINDS.index(found.kind), found.slug


def _keep(best: dict[tuple[str, str], Found], key: str, written: Iterable[Written]) -> None:
    """What is written so, or begins so, or holds words that begin so."""
    words = key.split()
    for kind, slug, own, text, folded in written:
        others = folded.split()
        longer = 1 - len(key) / max(len(folded), 1)
        if folded == key:
            _add(best, [Found(kind, slug, own, text, "exact", EXACT)])
        elif folded.startswith(key):
            _add(best, [Found(kind, slug, own, text, "begins", round(BEGINS - longer, 2))])
        elif all(any(other.startswith(word) for other in others) for word in words):
            _add(best, [Found(kind, slug, own, text, "holds", round(HOLDS - longer, 2))])


def _alike(key: str, written: Sequence[Written]) -> list[Found]:
    """What differs by a few letters, as a whole, without its spaces, or in one word of several."""
    from rapidfuzz import fuzz

    if len(key) < _SHORTEST:
        return []
    joined, single = key.replace(" ", ""), " " not in key
    found = []
    for kind, slug, own, text, folded in written:
        score = max(fuzz.ratio(key, folded), fuzz.ratio(joined, folded.replace(" ", "")))
        if single:
            words = folded.split()
            # A word of a name is less than the name: the whole one is better.
            score = max(score, *(fuzz.ratio(key, word) - 1 for word in words or [""]))
        if score >= WORST:
            found.append(Found(kind, slug, own, text, "similar", round(score * 0.85, 2)))
    return found


def _add(best: dict[tuple[str, str], Found], found: Iterable[Found]) -> None:
    for each in found:
        held = best.get((each.kind, each.slug))
        if held is None or (-each.score, each.text) < (-held.score, held.text):
            best[each.kind, each.slug] = each


def _slugged(titles: Sequence[Written], text: str, key: str) -> list[Written]:
    slugs = {text, key.replace(" ", "-")}
    return [(kind, slug, name, slug, key) for kind, slug, name, _, _ in titles if slug in slugs]


def _read(session: Session, rows: CompoundSelect[Any]) -> list[Written]:
    return [
        (kind, slug, own, text, folded if folded is not None else fold(text))
        for kind, slug, own, text, folded in session.execute(rows)
    ]


def _names(text: str | None = None, key: str = "") -> CompoundSelect[Any]:
    """Names with what they name: all, or those that hold words that begin as the text's do."""
    arms = []
    for kind, table in _NAMED.items():
        own = table.c.title if "title" in table.c else table.c.name
        held = and_(
            true(), *((literal(" ") + name.c.folded).like(f"% {word}%") for word in key.split())
        )
        arm = select(literal(kind), table.c.slug, own, name.c.text, name.c.folded).join(
            name, name.c[f"{kind}_id"] == table.c.id
        )
        arms.append(arm if text is None else arm.where(held))
        if text is not None:
            slugged = table.c.slug.in_(sorted({text, key.replace(" ", "-")}))
            arms.append(
                select(literal(kind), table.c.slug, own, table.c.slug, literal(key)).where(slugged)
            )
    return union_all(*arms)


def _titles() -> CompoundSelect[Any]:
    """Titles, which are folded here: no column keeps them so."""
    unfolded = in_sql(null(), Text)
    return union_all(
        *(
            select(literal(kind), table.c.slug, table.c.title, table.c.title, unfolded)
            for kind, table in _TITLED.items()
        )
    )
