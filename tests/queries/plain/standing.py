"""The status of an agreement, by the steps that had been taken and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.queries.plain.looking import bounds, newest
from tests.queries.plain.resting import known, own

if TYPE_CHECKING:
    from datetime import date

    from tests.queries.plain.facts import Archive, Deal, Step

TALK = {"discussed", "negotiation", "updated", "violated"}


def status(
    a: Archive, deal: Deal, on: str | None = None, known_on: str | None = None
) -> tuple[str, date | None]:
    """What the latest telling step has made of it, and the day by which a list sorts it."""
    steps = [
        each
        for each in a.steps
        if each.deal == deal.id and (known_on is None or known(a, each, known_on))
    ]
    limit = None if on is None else bounds(on)[1]

    def by_then(step: Step) -> bool:
        day = newest(bounds(step.date))
        return limit is None or (day is not None and day <= limit)

    def rank(step: Step) -> tuple[bool, int, int]:
        day = newest(bounds(step.date))
        return step.kind != "proposed", day.toordinal() if day else 0, step.id

    done = [e for e in steps if e.status == "done" and e.kind not in TALK and by_then(e)]
    plans = [e for e in steps if e.status == "planned" and _may_be_made_by(a, deal, e, limit)]
    tells = max(done, key=rank) if done else None
    days = [day for each in plans if (day := newest(bounds(each.date)))]
    planned_for = max(days) if days else None
    if tells is None:
        return "planned" if plans else "unknown", planned_for
    day = newest(bounds(tells.date))
    if tells.kind == "proposed" and plans:
        return "planned", day
    return "contested" if tells.kind == "withdrawn" else tells.kind, day


def _may_be_made_by(a: Archive, deal: Deal, step: Step, limit: date | None) -> bool:
    """Not every article that reports it came out later; what nobody reports may be as old."""
    printed = [bounds(a.article(p.article).published)[0] for p in own(a, step, deal) if p.article]
    return not printed or any(limit is None or day is None or day <= limit for day in printed)
