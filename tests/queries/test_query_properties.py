"""Random worlds and random conditions: SQLite, PostgreSQL and plain Python say the same."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, not_
from sqlalchemy.orm import Session

from communique import queries as q
from communique.databases import writing
from tests.queries import naive
from tests.queries.naive import Met, Part, Report, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Says = Callable[[World, Met], bool]
    Asked = tuple[str, ColumnElement[bool], Says]

DATES = ["2020", "2020-02-10", "[2020-02..]", "[..2021-03]", "2021-03-01/2021-03-04",
         "[2020-06-03,2021-06-02]", "2021-12~"]  # fmt: skip
PERIODS = [("2020", "2020"), ("2020-02-10", "2021-03-02"), ("..", "2020-06"), ("2021-03", "..")]
CALLED = ["avaria", "AVARIA", "ana", "Common", "boris", "nobody"]

parts = st.builds(
    Part,
    actor=st.sampled_from([None, *naive.ACTORS]),
    office=st.sampled_from([None, *naive.OFFICES]),
    behalf=st.sampled_from([None, "avaria", "borduria"]),
    role=st.sampled_from(["host", "guest", "participant"]),
)
reports = st.builds(
    Report,
    article=st.sampled_from(naive.ARTICLES),
    basis=st.sampled_from(["stated", "inferred"]),
    part=st.just(None),
    relayed=st.sampled_from([None, "ana", "boris"]),
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    meetings: list[Met] = []
    for number in range(draw(st.integers(1, 5))):
        others = st.sampled_from([None, *range(number)]) if number else st.none()
        who: list[Part] = draw(
            st.lists(parts, max_size=3, unique_by=lambda part: part.actor or object())
        )
        told = draw(st.lists(reports, max_size=3))
        if who and len(told) < 3:
            told.append(Report("early", "inferred", len(who) - 1, None))
        meetings.append(
            Met(
                kind=draw(st.sampled_from(["talks", "summit"])),
                status=draw(st.sampled_from(["held", "planned"])),
                date=draw(st.sampled_from(DATES)),
                place=draw(st.sampled_from([None, *naive.PLACES])),
                parts=who,
                reports=told,
                whole=draw(others),
                beside=draw(others),
                series=draw(st.sampled_from([None, "avaria", "ana"])),
            )
        )
    common = draw(st.frozensets(st.sampled_from(list(naive.ACTORS))))
    outlet = st.sampled_from([None, "ana", "borduria"])
    return World(meetings, common, {each: draw(outlet) for each in naive.ARTICLES})


def words(option: str, chosen: str) -> Says:
    return lambda world, met: getattr(met, option) == chosen


def leaves() -> st.SearchStrategy[Asked]:
    """One condition with what it says of a meeting, and how it was asked."""
    offices = {slug: level for slug, (level, _, _) in naive.OFFICES.items()}
    return st.one_of(
        st.sampled_from(CALLED).map(lambda a: (f"by {a}", q.attended_by(a), naive.acts(a))),
        st.sampled_from(CALLED).map(lambda a: (f"involves {a}", q.involves(a), naive.acts(a))),
        st.sampled_from(CALLED).map(lambda a: (f"side {a}", q.side(a), naive.takes_side(a))),
        st.sampled_from(list(naive.PLACES)).map(
            lambda p: (f"in {p}", q.held_in(p), naive.lies_in(p))
        ),
        st.sampled_from(["IR", "TR"]).map(
            lambda c: (c, q.in_country(c), lambda w, m: naive.COUNTRIES.get(m.place) == c)
        ),
        st.sampled_from(["talks", "summit"]).map(
            lambda k: (k, q.meeting_kind(k), words("kind", k))
        ),
        st.sampled_from(["held", "planned"]).map(
            lambda s: (s, q.meeting_status(s), words("status", s))
        ),
        st.sampled_from(["minister", "ambassador"]).map(
            lambda level: (
                level,
                q.in_office(level=level),
                lambda w, m: any(offices.get(part.office) == level for part in m.parts),
            )
        ),
        st.sampled_from(["host", "guest"]).map(
            lambda r: (r, q.in_role(r), lambda w, m: any(part.role == r for part in m.parts))
        ),
        st.sampled_from(PERIODS).map(
            lambda p: (f"maybe {p}", q.possibly_between(*p), lambda w, m: naive.possibly(m, *p))
        ),
        st.sampled_from(PERIODS).map(
            lambda p: (f"sure {p}", q.certainly_between(*p), lambda w, m: naive.certainly(m, *p))
        ),
        st.integers(0, 2).map(lambda n: (f"of m{n}", q.part_of(f"m{n}"), naive.belongs_to(n))),
        st.just(("aside", q.on_sidelines_of(), lambda w, m: m.beside is not None)),
        st.integers(0, 2).map(
            lambda n: (f"by m{n}", q.on_sidelines_of(f"m{n}"), lambda w, m: m.beside == n)
        ),
        st.sampled_from(CALLED).map(
            lambda a: (f"series {a}", q.in_series(a), lambda w, m: m.series in w.called(a))
        ),
        st.sampled_from(["2020-01", "2020-02", "2021", ".."]).map(
            lambda d: (f"known {d}", q.known_on(d), lambda w, m: naive.known(m, d))
        ),
        st.sampled_from(["stated", "inferred"]).map(
            lambda b: (b, q.rests_on(b), lambda w, m: any(r.basis == b for r in m.reports))
        ),
        st.sampled_from(naive.ARTICLES).map(
            lambda a: (a, q.reported_in(a), lambda w, m: any(r.article == a for r in m.reports))
        ),
        st.sampled_from(CALLED).map(
            lambda a: (
                f"outlet {a}",
                q.reported_by(a),
                lambda w, m: any(w.outlets.get(r.article) in w.called(a) for r in m.reports),
            )
        ),
        st.integers(1, 3).map(
            lambda n: (
                f"{n} origins",
                q.reported_independently(n),
                lambda w, m: len(naive.origins(w, m)) >= n,
            )
        ),
    )


def composed(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    return st.one_of(
        inner.map(lambda a: (f"not ({a[0]})", not_(a[1]), lambda w, m: not a[2](w, m))),
        st.tuples(inner, inner).map(
            lambda two: (
                f"({two[0][0]} and {two[1][0]})",
                two[0][1] & two[1][1],
                lambda w, m: two[0][2](w, m) and two[1][2](w, m),
            )
        ),
        st.tuples(inner, inner).map(
            lambda two: (
                f"({two[0][0]} or {two[1][0]})",
                two[0][1] | two[1][1],
                lambda w, m: two[0][2](w, m) or two[1][2](w, m),
            )
        ),
    )


conditions = st.recursive(leaves(), composed, max_leaves=5)


@contextmanager
def written(engine: Any, world: World) -> Iterator[Session]:
    with Session(writing(engine)) as session:
        world.write(session)
        yield session
        session.rollback()


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(world=worlds(), asked=st.lists(conditions, min_size=6, max_size=8))
def test_conditions_say_of_meetings_what_plain_python_says(
    blank: Any, world: World, asked: list[Asked]
) -> None:
    with written(blank, world) as session:
        for text, condition, says in asked:
            kept = [n for n, met in enumerate(world.meetings) if says(world, met)]
            expected = naive.order(world, kept)
            assert list(session.scalars(q.meetings().where(condition))) == expected, text
            listed = session.execute(q.timeline(kind="meeting").where(condition))
            assert [row.record for row in listed] == expected, text
            rest = list(session.scalars(q.meetings().where(~condition)))
            assert len(rest) == len(world.meetings) - len(expected), text


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(world=worlds(), actor=st.sampled_from(CALLED), size=st.integers(1, 3))
def test_starters_count_and_page_what_plain_python_lists(
    blank: Any, world: World, actor: str, size: int
) -> None:
    with written(blank, world) as session:
        rows = q.attendances(actor=actor)
        taken = [
            (f"m{number}", part.actor)
            for number, met in enumerate(world.meetings)
            for part in met.parts
            if part.actor in world.called(actor)
        ]
        seen: list[Any] = []
        while found := session.execute(
            q.page(rows, after=seen[-1] if seen else None, size=size)
        ).all():
            seen += found
        assert sorted((row.meeting, row.actor) for row in seen) == sorted(taken)
        assert session.scalar(q.count(rows)) == len(taken)
        pairs = session.execute(q.encounters()).all()
        assert len(pairs) == sum(len(met.parts) * (len(met.parts) - 1) for met in world.meetings)
        weights = {
            (pair.a, pair.b): pair.times
            for pair in session.execute(q.who_met_whom(status=["held", "planned"]))
        }
        expected: dict[tuple[str, str], int] = {}
        for met in world.meetings:
            named = sorted(part.actor for part in met.parts if part.actor)
            for number, one in enumerate(named):
                for other in named[number + 1 :]:
                    expected[one, other] = expected.get((one, other), 0) + 1
        assert weights == expected
