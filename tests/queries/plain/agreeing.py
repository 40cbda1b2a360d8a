"""The lists of agreements, their steps and signatures: twins of the starters of these names."""

from __future__ import annotations

from typing import Any

from tests.queries.plain import facts as f
from tests.queries.plain.happening import Row
from tests.queries.plain.looking import (
    asked_of,
    country_of,
    has_word,
    is_about,
    last_first,
    lies_in,
    may_be,
    newest,
)
from tests.queries.plain.meaning import bound
from tests.queries.plain.resting import known, shown_days, shown_place
from tests.queries.plain.standing import status as standing


def agreements(
    a: f.Archive, *, kind: Any = None, party: Any = None, status: Any = None, topic: Any = None,
    on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Agreements with their status, newest first."""
    kept = []
    for deal in a.deals:
        word, day = standing(a, deal, on, known_on)
        if (
            has_word(deal.kind, kind)
            and (party is None or bound(a, deal.id, party))
            and has_word(word, status)
            and (topic is None or is_about(deal.topics, topic))
            and (known_on is None or known(a, deal, known_on))
        ):
            kept.append((last_first(day, deal.id), Row((deal.id,), deal, (word,))))
    return [row for _, row in sorted(kept, key=lambda each: each[0])]


def actions(
    a: f.Archive, *, agreement: Any = None, kind: Any = None, action: Any = None,
    status: Any = None, by: Any = None, party: Any = None, place: Any = None, country: Any = None,
    since: Any = None, until: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Steps of agreements, newest first, done or planned."""
    kept = []
    for step in a.steps:
        deal = a.deals[step.deal - 1]
        if (
            (agreement is None or deal.slug == agreement)
            and has_word(deal.kind, kind)
            and has_word(step.kind, action)
            and has_word(step.status, status)
            and (by is None or step.by in a.called("actor", by))
            and (party is None or bound(a, deal.id, party))
            and (place is None or lies_in(a, shown_place(a, step, known_on), place))
            and (country is None or country_of(shown_place(a, step, known_on)) == country.upper())
            and asked_of(shown_days(a, step, known_on), since, until, on)
            and (known_on is None or known(a, step, known_on))
        ):
            kept.append(step)
    kept.sort(key=lambda each: last_first(newest(shown_days(a, each, known_on)), each.id))
    return [Row((step.id,), step, (shown_place(a, step, known_on),)) for step in kept]


def signings(
    a: f.Archive, *, level: Any = None, portfolio: Any = None, kind: Any = None, by: Any = None,
    party: Any = None, place: Any = None, country: Any = None, since: Any = None, until: Any = None,
    between: Any = None, on: Any = None, known_on: Any = None, planned: bool = False,
) -> list[Row]:  # fmt: skip
    """Signatures on steps that were done or, if they are asked for, are planned; newest first."""
    kept = []
    for hand in a.hands:
        step, post = a.steps[hand.step - 1], f.OFFICES.get(hand.office or "")
        days = shown_days(a, step, known_on)
        if (
            step.status == ("planned" if planned else "done")
            and (level is None or has_word(post and post.level, level))
            and (portfolio is None or has_word(post and post.portfolio, portfolio))
            and has_word(a.deals[step.deal - 1].kind, kind)
            and (by is None or hand.signer in a.called("actor", by))
            and (party is None or hand.party in a.called("actor", party))
            and (place is None or lies_in(a, shown_place(a, step, known_on), place))
            and (country is None or country_of(shown_place(a, step, known_on)) == country.upper())
            and (between is None or may_be(days, *between))
            and asked_of(days, since, until, on)
            and (known_on is None or known(a, hand, known_on))
        ):
            kept.append(
                (
                    last_first(newest(days), hand.id),
                    Row((hand.id,), hand, (shown_place(a, step, known_on),)),
                )
            )
    return [row for _, row in sorted(kept, key=lambda each: each[0])]
