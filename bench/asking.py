"""What answers cost on an open session, beside the same SQL by hand through the bare driver.

On an archive of ``SIZE`` articles, made as rows: ``make bench`` has 10,000, and
``SIZE=300000 make soak PART=asking`` shows how answers grow. Of each question the median and the
95th percentile, both sides in turn; the statement is built once, as an open service has it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter, process_time
from typing import Any, NamedTuple

from sqlalchemy import Engine, Select
from sqlalchemy.orm import Session

from bench import raw
from bench.filling import fill
from bench.measure import REPEATS, spread
from communique import queries as q
from communique import upgrade
from communique.databases import engine_for
from communique.queries.tables import agreement
from communique.queries.who import bound_by
from tests.servers.databases import Databases
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

SIZE = int(os.environ.get("SIZE", "10000"))
SHORT, NEAR, AIM = 0.4e-3, 100e-6, 1.25
"""Below ``SHORT`` seconds ours may take ``NEAR`` seconds longer; above, ``AIM`` times as long."""
PERSON, ONE, OTHER = "person-30", "state-1", "state-2"
AGREEMENT, DAY, FIRST, LAST = "agreement-101", "2003-04-15", "2003-01-01", "2004-12-31"


class Question(NamedTuple):
    """A question, our statement for it, and the SQL by hand, for each database where it differs."""

    name: str
    ours: Select[*tuple[Any, ...]]
    theirs: str | Mapping[str, str]
    values: tuple[Any, ...] = ()


QUESTIONS = (
    Question("the flagship", q.signings(level="minister", kind="mou"), raw.FLAGSHIP),
    Question(
        "the flagship, one pair and period",
        q.signings(level="minister", kind="mou", between=("2003", "2004")).where(
            bound_by(ONE, OTHER)
        ),
        raw.PAIR_AND_PERIOD,
        (ONE, OTHER, FIRST, LAST),
    ),
    Question(
        "the flagship, one minister",
        q.signings(by=PERSON, kind="mou"),
        raw.ONE_MINISTER,
        (PERSON,),
    ),
    Question("who met one", q.who_met_whom(actor=PERSON), raw.WHO_MET_ONE, (PERSON,)),
    Question("quotes by one", q.quotes(by=PERSON), raw.QUOTES_BY.format(search=""), (PERSON,)),
    Question(
        "quotes by one, with two words",
        q.quotes(by=PERSON, search="border security"),
        {kind: raw.QUOTES_BY.format(search=words) for kind, words in raw.WITH_WORDS.items()},
        (PERSON,),
    ),
    Question(
        "a pair's timeline",
        q.timeline(between=(ONE, OTHER)),
        raw.PAIR_TIMELINE,
        (ONE, ONE, OTHER, OTHER, ONE, ONE, OTHER, OTHER, ONE, OTHER),
    ),
    Question(
        "an agreement's status on a day",
        q.agreements(on=DAY).where(agreement.c.slug == AGREEMENT),
        raw.STATUS,
        (DAY, DAY, AGREEMENT),
    ),
    Question(
        "office holders on a day",
        q.holders(of=ONE, level="minister", on=DAY),
        raw.HOLDERS,
        (DAY, DAY, ONE, DAY, DAY),
    ),
)


def report(size: int = SIZE) -> Iterator[str]:
    """Rows on asking, for each database."""
    yield f"asking an archive of {size:,} articles: median and 95th percentile, ours / by hand"
    with tempfile.TemporaryDirectory() as folder:
        yield from _asked("SQLite", f"sqlite:///{folder}/asking.db", size)
    with postgresql() as url:
        yield from _asked("PostgreSQL", url, size)


@contextmanager
def postgresql() -> Iterator[str]:
    """An empty PostgreSQL database, on a server of this run."""
    with SharedRun.begin() as run, Databases(start_any(run.folder / "server"), "bench") as server:
        yield server.blank("asking")


def _asked(name: str, url: str, size: int) -> Iterator[str]:
    engine = engine_for(url)
    upgrade(engine)
    fill(engine, size)
    yield from asked(name, engine)
    engine.dispose()


def asked(name: str, engine: Engine) -> Iterator[str]:
    """Rows on asking a filled database."""
    # SQLite works in this process: what others do on the machine is left out.
    clock = process_time if engine.dialect.name == "sqlite" else perf_counter
    with Session(engine) as session:
        for question in QUESTIONS:
            ours, theirs = _sides(session, question)
            rows = ours()
            assert rows, f"{question.name}: nothing is measured by no answer"
            assert _as_text(rows) == _as_text(theirs()), f"{question.name}: not the same answer"
            again: Any = session.execute(question.ours)
            assert again.context.cache_hit.name == "CACHE_HIT"
            # A driver prepares a statement anew while another of the same words is open.
            again.close()
            repeats = REPEATS * (20 if len(rows) < 1_000 else 1)
            typical, worst = spread(ours, theirs, repeats, clock)
            if typical.theirs < SHORT:
                extra = typical.ours - typical.theirs
                aim = f"{extra * 1e6:+5.0f} us, aim {NEAR * 1e6:.0f}"
                missed = extra > NEAR
            else:
                aim = f"{typical.ratio:5.2f} x, aim {AIM}"
                missed = typical.ratio > AIM
            yield (
                f"{name + ': ' + question.name:<46}{len(rows):>7} rows"
                f" {typical.ours * 1e3:9.3f} /{typical.theirs * 1e3:9.3f} ms"
                f" {worst.ours * 1e3:9.3f} /{worst.theirs * 1e3:9.3f} ms   {aim}"
                f"{'   MISSED' if missed else ''}"
            )


def _sides(session: Session, question: Question) -> tuple[Callable[[], Any], Callable[[], Any]]:
    connection: Any = session.connection().connection.driver_connection
    cursor = connection.cursor()
    kind = session.get_bind().dialect.name
    sql = question.theirs if isinstance(question.theirs, str) else question.theirs[kind]
    if kind == "postgresql":
        sql = sql.replace("%", "%%").replace("?", "%s")

    def ours() -> Any:
        return session.execute(question.ours).all()

    def theirs() -> Any:
        return cursor.execute(sql, question.values).fetchall()

    return ours, theirs


def _as_text(rows: Iterable[Iterable[object]]) -> list[list[str]]:
    """An answer without the types that one side gives its days and words."""
    return [[str(value) for value in row] for row in rows]
