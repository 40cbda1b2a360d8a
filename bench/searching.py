"""Full text: what keeping it costs a load, and what a search costs beside its bare SQL."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy.orm import Session

from bench.archive import write
from bench.asking import postgresql
from bench.measure import Pair, in_turn, line
from communique import articles, downgrade, load, matching, quotes, search, upgrade
from communique.databases import database_of, engine_for

ARTICLES = 500
AIM = 3.0
BARE = {
    "sqlite": "SELECT id FROM wording WHERE id IN"
    " (SELECT rowid FROM wording_fts WHERE wording_fts MATCH 'patience AND \"good will\"')",
    "postgresql": "SELECT id FROM wording WHERE array_to_tsvector(string_to_array(folded, ' '))"
    " @@ 'patience & good & will'::tsquery AND strpos(folded, 'good will') > 0",
}
"""The ids of all that match, without order or rank: the least that can be asked of the index."""


def report() -> Iterator[str]:
    """Rows for each database."""
    with tempfile.TemporaryDirectory() as folder:
        archive = write(Path(folder) / "archive", ARTICLES)
        yield from _measured("SQLite", f"sqlite:///{folder}/bench.db", archive)
        with postgresql() as url:
            yield from _measured("PostgreSQL", url, archive)


def _measured(name: str, url: str, archive: Path) -> Iterator[str]:
    taken = [
        (_loaded(url, archive, indexed=False), _loaded(url, archive, indexed=True))
        for _ in range(3)
    ]
    pair = Pair(min(each for _, each in taken), min(each for each, _ in taken))
    yield line(f"{name}: a load of {ARTICLES:,} articles, indexed / not indexed", pair, AIM)
    engine = engine_for(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    asked = 'patience "good will"'
    questions: dict[str, Any] = {
        "search, 20 hits by rank": search(asked, syntax=True).limit(20),
        "quotes that match, newest 20": quotes().where(matching(asked, syntax=True)).limit(20),
        "articles that match, newest 20": articles().where(matching(asked, syntax=True)).limit(20),
    }
    with Session(engine) as session:
        driver: Any = session.connection().connection.driver_connection
        bare = BARE[engine.dialect.name]

        def theirs() -> object:
            return driver.cursor().execute(bare).fetchall()

        for what, statement in questions.items():
            pair = in_turn(_asked(session, statement), theirs, 30)
            yield line(f"{name}: {what} / all ids by the driver", pair, None)
    engine.dispose()


def _asked(session: Session, statement: Any) -> Callable[[], object]:
    return lambda: session.execute(statement).all()


def _loaded(url: str, archive: Path, *, indexed: bool) -> float:
    """Seconds of one load into new tables, with the index or without what keeps it."""
    engine = engine_for(url)
    downgrade(engine, "base")
    upgrade(engine)
    if not indexed:
        with engine.begin() as connection:
            for statement in database_of(engine).full_text.undo:
                if "TRIGGER" in statement:
                    connection.exec_driver_sql(statement)
    start = perf_counter()
    load(engine, [archive])
    taken = perf_counter() - start
    engine.dispose()
    return taken
