"""One side of the comparison of loads: ``python -m bench.loading_side WHAT URL SOURCE``.

Prints the CPU seconds, the seconds on the clock and the MB that it took, as JSON. What only
prepares (the schema, reading the rows to be written) is not counted as time.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from communique import check, load, upgrade
from communique.databases import engine_for
from communique.databases.types import Day
from communique.models import Base

BARE = "0001"
"""The revision without words and their index, which ours fills too."""
Timed = Callable[[], object]
Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def main() -> None:
    what, url, source = sys.argv[1:]
    timed = SIDES[what](url, source)
    cpu, wall = time.process_time(), time.perf_counter()
    timed()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "wall": wall, "peak": peak}))


def _loaded(url: str, source: str) -> Timed:
    engine = _migrated(url)
    return lambda: load(engine, [source])


def _checked(url: str, source: str) -> Timed:
    def judge() -> None:
        report = check([source])
        assert not report.complaints, report.complaints[0]

    return judge


def _parsed(url: str, source: str) -> Timed:
    paths = sorted(Path(source).rglob("*.yaml"))
    return lambda: [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in paths]


def _executemany(url: str, source: str, *, worded: bool) -> Timed:
    """Rows of all tables; ``worded``: with the words of texts, and the index made of them."""
    _migrated(url, None if worded else BARE).dispose()
    rows, words = _rows(source), _words(source) if worded else []
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=WAL")

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for table, (columns, values) in rows.items():
            marks = ", ".join("?" * len(columns))
            connection.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values
            )
        if worded:  # triggers of the schema have made the rows, those of quotes with their words
            connection.executemany(
                "UPDATE wording SET folded = ?"
                " WHERE article_id = ? AND kind = ? AND coalesce(quote_id, 0) = 0",
                words,
            )
            connection.execute("INSERT INTO wording_fts (wording_fts) VALUES ('rebuild')")
            connection.execute("DELETE FROM wording_waiting")
        connection.execute("COMMIT")

    return write


def _copied(url: str, source: str, *, worded: bool) -> Timed:
    """Rows of all tables; ``worded``: with the words of texts, into the index in its place."""
    engine = _migrated(url, None if worded else BARE)
    rows, words = _rows(source), _words(source) if worded else []

    def write() -> None:
        with engine.begin() as connection:
            driver: Any = connection.connection.driver_connection
            with driver.cursor() as cursor:
                for table, (columns, values) in rows.items():
                    _copy(cursor, f"{table} ({', '.join(columns)})", values)
                if worded:  # as above; a statement for each would cost more
                    cursor.execute(
                        "CREATE TEMPORARY TABLE words (folded text, article_id integer, kind text)"
                        " ON COMMIT DROP"
                    )
                    _copy(cursor, "words (folded, article_id, kind)", words)
                    cursor.execute(
                        "UPDATE wording SET folded = words.folded FROM words"
                        " WHERE wording.article_id = words.article_id"
                        " AND wording.kind = words.kind"
                    )

    return write


def _copy(cursor: Any, into: str, values: list[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def _with_sqlite_utils(url: str, source: str) -> Timed:
    from sqlite_utils import Database

    _migrated(url, BARE).dispose()
    rows = _rows(source)
    database = Database(url.removeprefix("sqlite:///"))
    database.execute("PRAGMA foreign_keys=ON")

    def write() -> None:
        for table, (columns, values) in rows.items():
            database[table].insert_all(dict(zip(columns, each, strict=True)) for each in values)

    return write


def _add_all(url: str, source: str) -> Timed:
    engine = _migrated(url)
    rows = _rows(source)
    models = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]
    days = {
        name: [each.name for each in table.c if isinstance(each.type, Day)]
        for name, table in Base.metadata.tables.items()
    }

    def write() -> None:
        with Session(engine) as session:
            for table, (columns, values) in rows.items():
                made = []
                for each in values:
                    fields = dict(zip(columns, each, strict=True))
                    for name in days[table]:
                        if fields.get(name):
                            fields[name] = date.fromisoformat(fields[name])
                    made.append(models[table](**fields))
                session.add_all(made)
                session.flush()
            session.commit()

    return write


def _migrated(url: str, revision: str | None = None) -> Engine:
    engine = engine_for(url)
    upgrade(engine, revision=revision or "head")
    return engine


def _rows(source: str) -> Rows:
    """All rows of a SQLite database, tables in the order of their references."""
    from communique.keeping.copying import tables  # ours needs none of it, and its memory is told

    connection = sqlite3.connect(source.removeprefix("sqlite:///"))
    found: Rows = {}
    for table in tables():
        if table.name == "load_run":
            continue
        cursor = connection.execute(f"SELECT * FROM {table.name} ORDER BY id")
        found[table.name] = [each[0] for each in cursor.description], cursor.fetchall()
    connection.close()
    return found


def _words(source: str) -> list[tuple[Any, ...]]:
    """The words of titles and texts as full text searches them; those of quotes need no more."""
    with closing(sqlite3.connect(source.removeprefix("sqlite:///"))) as connection:
        return connection.execute(
            "SELECT folded, article_id, kind FROM wording WHERE kind <> 'quote' ORDER BY id"
        ).fetchall()


SIDES: dict[str, Callable[[str, str], Timed]] = {
    "load": _loaded,
    "check": _checked,
    "yaml": _parsed,
    "executemany": partial(_executemany, worded=True),
    "executemany-bare": partial(_executemany, worded=False),
    "copy": partial(_copied, worded=True),
    "copy-bare": partial(_copied, worded=False),
    "sqlite-utils": _with_sqlite_utils,
    "add_all": _add_all,
}


if __name__ == "__main__":
    main()
