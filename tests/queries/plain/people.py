"""The lists of actors and of tenures: twins of the starters of these names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.queries.plain import facts as f
from tests.queries.plain.happening import Row
from tests.queries.plain.looking import bounds, has_word, last_first, newest
from tests.queries.plain.resting import known


def actors(
    a: f.Archive, *, kind: Any = None, country: Any = None, called: Any = None, known_on: Any = None
) -> list[Row]:
    """Actors, by slug."""
    kept = [
        each
        for each in f.ACTORS.values()
        if has_word(each.kind, kind)
        and (country is None or each.country == country.upper())
        and (called is None or each.slug in a.called("actor", called))
        and (known_on is None or known(a, each, known_on))
    ]
    return [Row((each.slug,), each) for each in sorted(kept)]


def holders(
    a: f.Archive, *, level: Any = None, portfolio: Any = None, of: Any = None, office: Any = None,
    actor: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Tenures, the latest begun first, and how certain each is on a day."""
    tenures = [each for each in a.tenures if known_on is None or known(a, each, known_on)]
    kept = []
    for tenure in tenures:
        post = f.OFFICES[tenure.office]
        word = None if on is None else _certainty(tenures, tenure, *bounds(on))
        if (
            (on is None or word is not None)
            and has_word(post.level, level)
            and (portfolio is None or has_word(post.portfolio, portfolio))
            and (of is None or post.of in a.called("actor", of))
            and (office is None or tenure.office in a.called("office", office))
            and (actor is None or tenure.holder in a.called("actor", actor))
        ):
            rank = last_first(newest(bounds(tenure.since)), tenure.id)
            kept.append((rank, Row((tenure.id,), tenure, (word,))))
    return [row for _, row in sorted(kept, key=lambda each: each[0])]


def _certainty(
    tenures: list[f.Tenure], tenure: f.Tenure, first: date | None, last: date | None
) -> str | None:
    """Certainly, possibly or not at all: one who holds an office alone shuts others out."""
    if _throughout(tenure, first, last):
        return "certainly"
    begun, over = bounds(tenure.since)[0], bounds(tenure.until)[1]
    too_late = begun is not None and last is not None and begun > last
    too_early = over is not None and first is not None and over < first
    taken = f.OFFICES[tenure.office].alone and any(
        other.office == tenure.office
        and other.holder != tenure.holder
        and _throughout(other, first, last, around=timedelta(days=1))
        for other in tenures
    )
    return None if too_late or too_early or taken else "possibly"


def _throughout(
    tenure: f.Tenure, first: date | None, last: date | None, around: timedelta = timedelta()
) -> bool:
    """The office was held on all of these days, on every reading of the bounds."""
    begun, over = bounds(tenure.since)[1], bounds(tenure.until)[0]
    if first is None or begun is None or begun > first - around:
        return False
    if tenure.until == "..":
        return True
    return last is not None and over is not None and over >= last + around
