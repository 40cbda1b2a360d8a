"""Random records of all kinds: SQLite, PostgreSQL and plain Python list the same, in one order."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from communique import queries as q
from communique.databases import writing
from tests.queries import naive
from tests.queries import random_records as rr
from tests.queries.naive_records import Records, newest, out, status, step_known, within
from tests.queries.test_query_properties import CALLED, DATES, PERIODS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


EXAMPLES = settings(
    max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)  # fmt: skip


@contextmanager
def written(engine: Any, records: Records) -> Iterator[Session]:
    with Session(writing(engine)) as session:
        records.write(session)
        yield session
        session.rollback()


def last_first(day: date | None) -> int:
    """Newest first, and what has no day last."""
    return 1 if day is None else -day.toordinal()


def signatures(records: Records) -> list[tuple[Any, ...]]:
    """Rows (agreement, step, signature, id) of done steps, newest first."""
    rows = [
        (deal, step, hand) for deal in records.deals for step in deal.steps for hand in step.hands
    ]
    done = [(*row, number) for number, row in enumerate(rows, start=1) if row[1].status == "done"]
    return sorted(done, key=lambda row: (last_first(newest(row[1].date)), row[3]))


@EXAMPLES
@given(
    records=rr.records(),
    asked=st.lists(rr.composed(rr.of_signatures()), min_size=5, max_size=6),
    actor=rr.called,
    period=st.sampled_from(PERIODS),
    day=st.sampled_from(["2020-02", "2021", ".."]),
)
def test_signatures(
    blank: Any, records: Records, asked: list[rr.Asked], actor: str, period: Any, day: str
) -> None:
    rows = signatures(records)
    with written(blank, records) as session:

        def ids(statement: Any) -> list[int]:
            return [row.id for row in session.execute(statement)]

        for text, condition, says in asked:
            assert ids(q.signings().where(condition)) == [
                row[3] for row in rows if says(records, row)
            ], text
        names = records.world.called(actor)
        assert ids(q.signings(by=actor)) == [row[3] for row in rows if row[2].signer in names]
        assert ids(q.signings(party=actor)) == [row[3] for row in rows if row[2].party in names]
        assert ids(q.signings(between=period)) == [
            row[3] for row in rows if within(naive.bounds(row[1].date), *period)
        ]
        assert ids(q.signings(known_on=day)) == [
            row[3] for row in rows if step_known(row[0], row[1], day)
        ]


@EXAMPLES
@given(
    records=rr.records(),
    asked=st.lists(rr.composed(rr.of_agreements()), min_size=5, max_size=6),
    on=st.sampled_from(rr.DAYS),
)
def test_agreements(blank: Any, records: Records, asked: list[rr.Asked], on: str) -> None:
    numbered = {f"d{number}": deal for number, deal in enumerate(records.deals)}
    with written(blank, records) as session:
        for text, condition, says in asked:
            found = session.scalars(q.agreements().where(condition)).all()
            kept = [slug for slug, deal in numbered.items() if says(records, deal)]
            assert sorted(found) == kept, text
            rest = session.scalars(q.agreements().where(~condition)).all()
            assert sorted([*found, *rest]) == sorted(numbered), text
        for when in (None, on):
            told = {row.agreement: row.status for row in session.execute(q.agreements(on=when))}
            assert told == {slug: status(deal, when) for slug, deal in numbered.items()}
            for word in ("signed", "planned"):
                some = set(session.scalars(q.agreements(status=word, on=when)))
                assert some == {slug for slug, each in told.items() if each == word}


@EXAMPLES
@given(
    records=rr.records(),
    asked=st.lists(rr.composed(rr.of_quotes()), min_size=5, max_size=6),
    actor=rr.called,
    period=st.sampled_from(PERIODS),
    day=st.sampled_from(["2020-02", "2021", ".."]),
)
def test_quotes(
    blank: Any, records: Records, asked: list[rr.Asked], actor: str, period: Any, day: str
) -> None:
    with written(blank, records) as session:

        def rows(statement: Any) -> list[tuple[int, str | None]]:
            return sorted((row.id, row.speaker or "") for row in session.execute(statement))

        nobody: list[Any] = [(None, None)]

        def expected(keep: Any) -> list[tuple[int, str]]:
            return sorted(
                (number, who or "")
                for number, said in enumerate(records.said, start=1)
                for who, behalf in said.speakers or nobody
                if keep(records, (said, who, behalf))
            )

        for text, condition, says in asked:
            assert rows(q.quotes().where(condition)) == expected(says), text
        names = records.world.called(actor)
        assert rows(q.quotes(by=actor)) == expected(lambda _, row: row[1] in names)
        assert rows(q.quotes(via=actor)) == expected(lambda _, row: row[0].relayed in names)
        assert rows(q.quotes(known_on=day)) == expected(lambda _, row: out(row[0].article, day))
        assert rows(q.quotes(since=period[0], until=period[1])) == expected(
            lambda _, row: within(rr.said_bounds(records.world, row[0]), *period)
        )


@EXAMPLES
@given(
    records=rr.records(),
    asked=st.lists(rr.composed(rr.of_holders()), min_size=4, max_size=5),
    actor=rr.called,
)
def test_holders(blank: Any, records: Records, asked: list[rr.Asked], actor: str) -> None:
    with written(blank, records) as session:
        for text, condition, says in asked:
            found = [row.id for row in session.execute(q.holders().where(condition))]
            kept = [n for n, held in enumerate(records.held, start=1) if says(records, held)]
            assert sorted(found) == kept, text
        for on in rr.DAYS:
            told = {row.id: row.certainty for row in session.execute(q.holders(on=on))}
            assert told == rr.holding(records, on), on
        of = {row.id for row in session.execute(q.holders(of=actor))}
        names = records.world.called(actor)
        assert of == {
            number
            for number, held in enumerate(records.held, start=1)
            if naive.OFFICES[held.office][2] in names
        }


@EXAMPLES
@given(
    records=rr.records(),
    one=st.sampled_from(CALLED),
    other=st.sampled_from(CALLED),
    period=st.sampled_from(PERIODS),
    on=st.sampled_from(DATES),
)
def test_timelines_and_encounters(
    blank: Any, records: Records, one: str, other: str, period: Any, on: str
) -> None:
    world = records.world
    events: list[tuple[str, int, int, str, set[str | None]]] = []
    for number, met in enumerate(world.meetings):
        who = {each for part in met.parts for each in (part.actor, part.behalf)}
        events.append((f"m{number}", number + 1, 0, met.date, who))
    for number, deal in enumerate(records.deals):
        for step in deal.steps:
            hands = {each for hand in step.hands for each in (hand.signer, hand.party)}
            who = {*deal.parties, step.by, *hands}
            events.append((f"d{number}", step.id, 1, step.date, who))
    with written(blank, records) as session:
        # The ids of steps are known once they are written.
        steps = iter([step.id for deal in records.deals for step in deal.steps])
        events = [
            (slug, next(steps) if part else number, part, day, who)
            for slug, number, part, day, who in events
        ]
        events.sort(key=lambda each: (last_first(newest(each[3])), each[1], each[2]))

        def listed(statement: Any) -> list[tuple[str, int, int]]:
            return [(row.record, row.id, row.part) for row in session.execute(statement)]

        def expected(keep: Any) -> list[tuple[str, int, int]]:
            return [each[:3] for each in events if keep(each)]

        a, b = world.called(one), world.called(other)
        assert listed(q.timeline()) == expected(lambda _: True)
        assert listed(q.timeline(actor=one)) == expected(lambda each: each[4] & a)
        assert listed(q.timeline(between=(one, other))) == expected(
            lambda each: each[4] & a and each[4] & b
        )
        assert listed(q.timeline(on=on)) == expected(
            lambda each: within(naive.bounds(each[3]), on, on)
        )
        assert listed(q.timeline().where(~q.involves(one) | q.involves(other))) == expected(
            lambda each: not each[4] & a or each[4] & b
        )
        pairs = {
            (f"m{number}", i, j)
            for number, met in enumerate(world.meetings)
            for i, left in enumerate(met.parts)
            for j, right in enumerate(met.parts)
            if i != j
            and {left.actor, left.behalf} & a
            and {right.actor, right.behalf} & b
            and within(naive.bounds(met.date), *period)
        }
        found = session.execute(q.encounters(a=one, b=other, since=period[0], until=period[1]))
        assert len(found.all()) == len(pairs)
        weights = {
            frozenset({row.a, row.b}): row.times
            for row in session.execute(q.who_met_whom(actor=one, status=["held", "planned"]))
        }
        met_with: dict[frozenset[str], int] = {}
        for met in world.meetings:
            named = [part.actor for part in met.parts if part.actor]
            for i, left in enumerate(named):
                for right in named[i + 1 :]:
                    if {left, right} & a:
                        pair = frozenset({left, right})
                        met_with[pair] = met_with.get(pair, 0) + 1
        assert weights == met_with
