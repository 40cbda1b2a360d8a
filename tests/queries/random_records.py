"""Random agreements, words and offices, and conditions on them with what they say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from sqlalchemy import not_

from communique import queries as q
from communique.dates import parse_range
from tests.queries import naive
from tests.queries.naive_records import (
    Deal,
    Hand,
    Held,
    Records,
    Said,
    Step,
    status,
    surely,
    within,
)
from tests.queries.test_query_properties import CALLED, DATES, PERIODS, worlds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import ColumnElement

    # What is asked, the condition, and what it says of one row in plain Python.
    Asked = tuple[str, ColumnElement[bool], Callable[[Records, Any], bool]]

KINDS = ["proposed", "discussed", "signed", "ratified", "withdrawn"]
LEVELS = {slug: level for slug, (level, _, _) in naive.OFFICES.items()}
called = st.sampled_from(CALLED)
someone = st.sampled_from([None, *naive.ACTORS])
places = st.sampled_from([None, *naive.PLACES])
told = st.lists(st.sampled_from(naive.ARTICLES), max_size=2)


@st.composite
def records(draw: st.DrawFn) -> Records:
    world = draw(worlds())
    met = st.sampled_from([None, *range(len(world.meetings))])
    return Records(
        world,
        [draw(deals(met)) for _ in range(draw(st.integers(1, 3)))],
        draw(st.lists(saids(met), max_size=4)),
        draw(st.lists(helds, max_size=6)),
    )


@st.composite
def deals(draw: st.DrawFn, met: st.SearchStrategy[int | None]) -> Deal:
    parties: list[str] = draw(
        st.lists(st.sampled_from(["avaria", "borduria", "ana"]), min_size=1, unique=True)
    )
    hands = st.builds(
        Hand,
        signer=someone,
        office=st.sampled_from([None, *naive.OFFICES]),
        party=st.sampled_from(parties),
    )
    steps = st.builds(
        Step,
        kind=st.sampled_from(KINDS),
        status=st.sampled_from(["done", "done", "planned"]),
        date=st.sampled_from(DATES),
        place=places,
        meeting=met,
        by=someone,
        hands=st.lists(hands, max_size=2),
        reports=told,
    )
    kind = draw(st.sampled_from(["mou", "treaty"]))
    return Deal(kind, parties, draw(st.lists(steps, max_size=3)), draw(told))


@st.composite
def saids(draw: st.DrawFn, met: st.SearchStrategy[int | None]) -> Said:
    speakers = draw(
        st.lists(
            st.tuples(st.sampled_from(list(naive.ACTORS)), st.sampled_from([None, "avaria"])),
            max_size=2,
            unique_by=lambda each: each[0],
        )
    )
    return Said(
        article=draw(st.sampled_from(naive.ARTICLES)),
        mode=draw(st.sampled_from(["direct", "indirect"])),
        meeting=draw(met),
        relayed=draw(someone),
        date=draw(st.sampled_from([None, *DATES])),
        speakers=speakers,
    )


helds = st.builds(
    Held,
    holder=st.sampled_from(list(naive.ACTORS)),
    office=st.sampled_from([*naive.OFFICES, naive.ALONE]),
    since=st.sampled_from([None, "2020", "[2020-06-03,2021-06-02]"]),
    until=st.sampled_from([None, "..", "..", "2021-03-01", "2021-12~"]),
)


def in_place(place: str | None, within_: str) -> bool:
    while place is not None and place != within_:
        place = naive.PLACES[place]
    return place is not None


def said_bounds(world: naive.World, said: Said) -> tuple[Any, Any]:
    """By its own date, else its meeting's, and never after it was printed."""
    date = said.date
    if date is None and said.meeting is not None:
        date = world.meetings[said.meeting].date
    earliest, latest = naive.bounds(date)
    return earliest, latest or naive.bounds(naive.PUBLISHED[said.article])[1]


def of_signatures() -> st.SearchStrategy[Asked]:
    """Of a row (agreement, step, signature)."""
    return st.one_of(
        called.map(lambda a: (f"by {a}", q.signed_by(a),
                              lambda r, s: s[2].signer in r.world.called(a))),
        called.map(lambda a: (f"for {a}", q.signed_for(a),
                              lambda r, s: s[2].party in r.world.called(a))),
        called.map(lambda a: (f"involves {a}", q.involves(a),
                              lambda r, s: bool({s[2].signer, s[2].party} & r.world.called(a)))),
        called.map(lambda a: (f"side {a}", q.side(a),
                              lambda r, s: s[2].party in r.world.called(a))),
        st.sampled_from(["minister", "ambassador"]).map(
            lambda level: (level, q.in_office(level=level),
                           lambda r, s: LEVELS.get(s[2].office) == level)),
        st.sampled_from(["mou", "treaty"]).map(
            lambda k: (k, q.agreement_kind(k), lambda r, s: s[0].kind == k)),
        st.sampled_from(KINDS).map(
            lambda k: (k, q.action_kind(k), lambda r, s: s[1].kind == k)),
        st.sampled_from(list(naive.PLACES)).map(
            lambda p: (f"in {p}", q.held_in(p), lambda r, s: in_place(s[1].place, p))),
        st.sampled_from(PERIODS).map(
            lambda p: (f"maybe {p}", q.possibly_between(*p),
                       lambda r, s: within(naive.bounds(s[1].date), *p))),
        st.sampled_from(PERIODS).map(
            lambda p: (f"sure {p}", q.certainly_between(*p),
                       lambda r, s: surely(naive.bounds(s[1].date), *p))),
    )  # fmt: skip


def of_agreements() -> st.SearchStrategy[Asked]:
    """Of an agreement; what is asked of steps is asked of those that were done."""

    def done(deal: Deal) -> list[Step]:
        return [step for step in deal.steps if step.status == "done"]

    def hands(deal: Deal) -> list[Hand]:
        return [hand for step in done(deal) for hand in step.hands]

    return st.one_of(
        called.map(lambda a: (f"signed by {a}", q.signed_by(a),
                              lambda r, d: any(h.signer in r.world.called(a) for h in hands(d)))),
        called.map(lambda a: (f"signed for {a}", q.signed_for(a),
                              lambda r, d: any(h.party in r.world.called(a) for h in hands(d)))),
        called.map(lambda a: (f"side {a}", q.side(a),
                              lambda r, d: bool(set(d.parties) & r.world.called(a)))),
        called.map(lambda a: (f"involves {a}", q.involves(a), lambda r, d: bool(
            ({*d.parties, *(s.by for s in d.steps)}
             | {who for h in hands(d) for who in (h.signer, h.party)}) & r.world.called(a)))),
        st.sampled_from(["planned", "unknown", "contested", "signed", "proposed"]).map(
            lambda s: (s, q.has_status(s), lambda r, d: status(d, None) == s)),
        st.tuples(st.sampled_from(["planned", "signed", "unknown"]), st.sampled_from(DAYS)).map(
            lambda two: (f"{two}", q.has_status(*two), lambda r, d: status(d, two[1]) == two[0])),
        st.sampled_from(KINDS).map(
            lambda k: (k, q.action_kind(k), lambda r, d: any(s.kind == k for s in done(d)))),
        st.sampled_from(list(naive.PLACES)).map(lambda p: (
            f"in {p}", q.held_in(p), lambda r, d: any(in_place(s.place, p) for s in done(d)))),
        st.sampled_from(PERIODS).map(
            lambda p: (f"maybe {p}", q.possibly_between(*p), lambda r, d: any(
                within(naive.bounds(s.date), *p) for s in done(d)))),
        st.sampled_from(PERIODS).map(
            lambda p: (f"sure {p}", q.certainly_between(*p), lambda r, d: any(
                surely(naive.bounds(s.date), *p) for s in done(d)))),
    )  # fmt: skip


def of_quotes() -> st.SearchStrategy[Asked]:
    """Of a row (words, one speaker, whom they speak for)."""
    return st.one_of(
        called.map(lambda a: (f"speaker {a}", q.speaker(a),
                              lambda r, s: s[1] in r.world.called(a))),
        called.map(lambda a: (f"side {a}", q.side(a), lambda r, s: s[2] in r.world.called(a))),
        called.map(lambda a: (f"involves {a}", q.involves(a), lambda r, s: any(
            {who, behalf} & r.world.called(a) for who, behalf in s[0].speakers))),
        called.map(lambda a: (f"via {a}", q.relayed_by(a),
                              lambda r, s: s[0].relayed in r.world.called(a))),
        st.sampled_from(["direct", "indirect"]).map(
            lambda m: (m, q.in_mode(m), lambda r, s: s[0].mode == m)),
        st.sampled_from(naive.ARTICLES).map(
            lambda a: (f"in {a}", q.reported_in(a), lambda r, s: s[0].article == a)),
        st.sampled_from(PERIODS).map(
            lambda p: (f"maybe {p}", q.possibly_between(*p),
                       lambda r, s: within(said_bounds(r.world, s[0]), *p))),
        st.sampled_from(PERIODS).map(
            lambda p: (f"sure {p}", q.certainly_between(*p),
                       lambda r, s: surely(said_bounds(r.world, s[0]), *p))),
    )  # fmt: skip


def of_holders() -> st.SearchStrategy[Asked]:
    """Of a tenure; its bounds are the first and the last day that it may have had."""

    def span(held: Held) -> tuple[Any, Any]:
        return naive.bounds(held.since)[0], naive.bounds(held.until)[1]

    return st.one_of(
        called.map(lambda a: (f"involves {a}", q.involves(a),
                              lambda r, h: h.holder in r.world.called(a))),
        st.sampled_from(["minister", "ambassador"]).map(
            lambda level: (level, q.in_office(level=level),
                           lambda r, h: LEVELS[h.office] == level)),
        st.sampled_from(PERIODS).map(
            lambda p: (f"maybe {p}", q.possibly_between(*p), lambda r, h: within(span(h), *p))),
    )  # fmt: skip


DAYS = ["2020-02-10", "2020-12-31", "2021-03-02", "2022"]


def certainty(held: Held, on: str) -> str | None:
    """Whether the tenure's bounds put it on that day certainly, possibly or not at all."""
    since, until = naive.bounds(held.since), naive.bounds(held.until)
    first, last = parse_range(on).earliest, parse_range(on).latest
    assert first is not None
    assert last is not None
    if (since[0] and since[0] > last) or (until[1] and until[1] < first):
        return None
    return "certainly" if throughout(held, first, last) else "possibly"


def throughout(held: Held, first: date, last: date) -> bool:
    """Whether the office was held on all of these days, on every reading of the bounds."""
    since, until = naive.bounds(held.since), naive.bounds(held.until)
    begun = since[1] is not None and since[1] <= first
    return begun and (held.until == ".." or (until[0] is not None and until[0] >= last))


def holding(records: Records, on: str) -> dict[int, str]:
    """The number of each tenure that can be on that day, and how certain it is."""
    day, asked = timedelta(days=1), parse_range(on)
    assert asked.earliest is not None
    assert asked.latest is not None
    told = {}
    for number, held in enumerate(records.held, start=1):
        word = certainty(held, on)
        taken = held.office == naive.ALONE and any(
            other.office == held.office
            and other.holder != held.holder
            and throughout(other, asked.earliest - day, asked.latest + day)
            for other in records.held
        )
        if word == "certainly" or (word and not taken):
            told[number] = word
    return told


def composed(leaves: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    """Conditions joined by and, or, not."""

    def join(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
        pairs = st.tuples(inner, inner)
        return st.one_of(
            inner.map(lambda a: (f"not ({a[0]})", not_(a[1]), lambda r, x: not a[2](r, x))),
            pairs.map(lambda two: (f"({two[0][0]} and {two[1][0]})", two[0][1] & two[1][1],
                                   lambda r, x: two[0][2](r, x) and two[1][2](r, x))),
            pairs.map(lambda two: (f"({two[0][0]} or {two[1][0]})", two[0][1] | two[1][1],
                                   lambda r, x: two[0][2](r, x) or two[1][2](r, x))),
        )  # fmt: skip

    return st.recursive(leaves, join, max_leaves=4)
