"""The lists of what happened: each function is the twin of the starter of its name.

A row is its key, which the order makes total, the fact that conditions are asked of, and what
else is compared of it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.queries.plain import facts as f
from tests.queries.plain.looking import (
    asked_of,
    bounds,
    country_of,
    has_word,
    last_first,
    lies_in,
    may_be,
    newest,
)
from tests.queries.plain.meaning import acts, had_a_hand
from tests.queries.plain.resting import (
    known,
    own,
    shown_days,
    shown_place,
)

LONGEST = 100
"""A ring of meetings that follow each other is counted to here."""


class Row(NamedTuple):
    """A row of a list."""

    key: tuple[Any, ...]
    fact: Any
    told: tuple[Any, ...] = ()


def _was_there(
    a: f.Archive, met: f.Meeting | f.Step | f.Incident, place: Any, country: Any, known_on: Any
) -> bool:
    at = shown_place(a, met, known_on)
    inside = place is None or lies_in(a, at, place)
    return inside and (country is None or country_of(at) == country.upper())


def _in_time(a: f.Archive, fact: Any, since: Any, until: Any, on: Any, known_on: Any) -> bool:
    days = shown_days(a, fact, known_on)
    return asked_of(days, since, until, on) and (known_on is None or known(a, fact, known_on))


def _sorted(a: f.Archive, facts: list[Any], known_on: str | None) -> list[Any]:
    return sorted(
        facts, key=lambda each: last_first(newest(shown_days(a, each, known_on)), each.id)
    )


def meetings(
    a: f.Archive, *, kind: Any = None, status: Any = None, actor: Any = None, place: Any = None,
    country: Any = None, since: Any = None, until: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Whoever attended, newest first."""
    kept = [
        met
        for met in a.meetings
        if has_word(met.kind, kind)
        and has_word(met.status, status)
        and (actor is None or any(acts(a, part, actor) for part in parts_in(a, met)))
        and _was_there(a, met, place, country, known_on)
        and _in_time(a, met, since, until, on, known_on)
    ]
    return [
        Row((met.id,), met, (shown_place(a, met, known_on),)) for met in _sorted(a, kept, known_on)
    ]


def parts_in(a: f.Archive, met: f.Meeting) -> list[f.Part]:
    """The parts in a meeting."""
    return [part for part in a.parts if part.meeting == met.id]


def attendances(
    a: f.Archive, *, actor: Any = None, side: Any = None, office: Any = None, level: Any = None,
    portfolio: Any = None, role: Any = None, meeting: Any = None, known_on: Any = None,
    **met: Any,
) -> list[Row]:  # fmt: skip
    """Parts in meetings, newest first; what is asked of the meeting is asked of the meeting."""
    kept = []
    listed = {row.fact.id: row.fact for row in _all_meetings(a, known_on=known_on, **met)}
    for part in a.parts:
        post = f.OFFICES.get(part.office or "")
        if (
            part.meeting in listed
            and (meeting is None or listed[part.meeting].slug == meeting)
            and (actor is None or part.actor in a.called("actor", actor))
            and (side is None or part.behalf in a.called("actor", side))
            and (office is None or part.office in a.called("office", office))
            and (level is None or has_word(post and post.level, level))
            and (portfolio is None or has_word(post and post.portfolio, portfolio))
            and has_word(part.role, role)
            and (known_on is None or known(a, part, known_on))
        ):
            kept.append(part)

    def rank(part: f.Part) -> tuple[Any, ...]:
        return last_first(newest(shown_days(a, a.meeting(part.meeting), known_on)), part.id)

    return [Row((part.id,), part) for part in sorted(kept, key=rank)]


def _all_meetings(
    a: f.Archive, *, kind: Any = None, status: Any = None, place: Any = None, country: Any = None,
    since: Any = None, until: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Such meetings, known by themselves or not."""
    return [
        Row((met.id,), met)
        for met in a.meetings
        if has_word(met.kind, kind)
        and has_word(met.status, status)
        and _was_there(a, met, place, country, known_on)
        and asked_of(shown_days(a, met, known_on), since, until, on)
    ]


def engagements(a: f.Archive, actor: str, *, on: Any = None, known_on: Any = None) -> list[Row]:
    """The meetings of an actor as they followed each other, the oldest first."""
    kept = [row.fact for row in meetings(a, actor=actor, on=on, known_on=known_on)]

    def turn(met: f.Meeting) -> int:
        gone, before = 0, met.after
        while before is not None and gone < LONGEST:
            gone, before = gone + 1, a.meeting(before).after
        return gone

    def rank(met: f.Meeting) -> tuple[Any, ...]:
        day = newest(shown_days(a, met, known_on))
        return day is None, day.toordinal() if day else 0, turn(met), met.id

    return [
        Row((met.id,), met, (turn(met), shown_place(a, met, known_on)))
        for met in sorted(kept, key=rank)
    ]


def incidents(
    a: f.Archive, *, kind: Any = None, actor: Any = None, place: Any = None, country: Any = None,
    since: Any = None, until: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Incidents, newest first and those without a date last."""
    kept = [
        each
        for each in a.incidents
        if has_word(each.kind, kind)
        and (actor is None or had_a_hand(a, each, actor))
        and _was_there(a, each, place, country, known_on)
        and _in_time(a, each, since, until, on, known_on)
    ]
    return [
        Row((each.id,), each, (shown_place(a, each, known_on),))
        for each in _sorted(a, kept, known_on)
    ]


def timeline(
    a: f.Archive, *, kind: Any = None, actor: Any = None, between: Any = None, place: Any = None,
    country: Any = None, since: Any = None, until: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Meetings, steps and incidents in one list, newest first."""
    events: list[Any] = [*a.meetings, *a.steps, *a.incidents]
    kept = [
        each
        for each in events
        if has_word(KINDS[type(each)], kind)
        and all(had_a_hand(a, each, who) for who in (actor, *(between or ())) if who is not None)
        and _was_there(a, each, place, country, known_on)
        and _in_time(a, each, since, until, on, known_on)
    ]
    return _listed(a, kept, known_on)


KINDS = {f.Meeting: "meeting", f.Step: "agreement", f.Incident: "incident"}
"""What the kinds of events are called."""


def _listed(a: f.Archive, events: list[Any], known_on: str | None) -> list[Row]:
    def key(each: Any) -> tuple[int, int]:
        return each.id, list(KINDS).index(type(each))

    def rank(each: Any) -> tuple[Any, ...]:
        return last_first(newest(shown_days(a, each, known_on)), *key(each))

    return [
        Row(key(each), each, (shown_place(a, each, known_on),)) for each in sorted(events, key=rank)
    ]


def plans(
    a: f.Archive, *, overdue_on: Any = None, open_on: Any = None, reported_on: Any = None,
    actor: Any = None, place: Any = None, country: Any = None, since: Any = None, until: Any = None,
    on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Planned meetings and steps, the latest planned for first, and what fulfilled each."""
    events: list[Any] = [*a.meetings, *a.steps]
    planned = [each for each in events if each.status == "planned"]
    kept = [
        each
        for each in planned
        if (actor is None or had_a_hand(a, each, actor))
        and _was_there(a, each, place, country, known_on)
        and _in_time(a, each, since, until, on, known_on)
        and (overdue_on is None or _is_overdue(a, each, overdue_on, known_on))
        and (open_on is None or _is_open(a, each, open_on, known_on))
        and (reported_on is None or _is_reported(a, each, reported_on))
    ]
    return [
        Row(row.key, row.fact, (*row.told, _fulfilled_by(a, row.fact, known_on)))
        for row in _listed(a, kept, known_on)
    ]


def _outcomes(a: f.Archive, plan: Any, known_on: str | None) -> list[Any]:
    among: list[Any] = [*a.meetings] if isinstance(plan, f.Meeting) else [*a.steps]
    return [
        each
        for each in among
        if each.fulfils == plan.id and (known_on is None or known(a, each, known_on))
    ]


def _fulfilled_by(a: f.Archive, plan: Any, known_on: str | None) -> str | None:
    first = next(iter(_outcomes(a, plan, known_on)), None)
    if first is None:
        return None
    return first.slug if isinstance(first, f.Meeting) else a.deals[first.deal - 1].slug


def _is_open(a: f.Archive, plan: Any, day: str, known_on: str | None) -> bool:
    """It may have been made by the end of the day, and nothing had fulfilled it by then."""
    limit = bounds(day)[1]

    def by_then(outcome: Any) -> bool:
        done = newest(bounds(outcome.date))
        return limit is None or (done is not None and done <= limit)

    printed = [bounds(a.article(p.article).published)[0] for p in own(a, plan) if p.article]
    made = not printed or any(limit is None or day is None or day <= limit for day in printed)
    return made and not any(by_then(each) for each in _outcomes(a, plan, known_on))


def _is_overdue(a: f.Archive, plan: Any, day: str, known_on: str | None) -> bool:
    """It is open by then, and the last day that its date allows was over."""
    first, last = bounds(day)
    planned_for = shown_days(a, plan, known_on)[1]
    begins = first or last
    over = planned_for is not None and begins is not None and planned_for < begins
    return over and _is_open(a, plan, day, known_on)


def _is_reported(a: f.Archive, plan: Any, day: str) -> bool:
    """An article that has a date, and may be of that day, tells of it."""
    printed = [a.article(proof.article).published for proof in own(a, plan) if proof.article]
    return any(date is not None and may_be(bounds(date), day, day) for date in printed)
