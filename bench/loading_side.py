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
from datetime import date
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
"""What others fill has no full-text index, which ours fills too."""
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


def _executemany(url: str, source: str) -> Timed:
    _migrated(url, BARE).dispose()
    rows = _rows(source)
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
        connection.execute("COMMIT")

    return write


def _copied(url: str, source: str) -> Timed:
    engine = _migrated(url, BARE)
    rows = _rows(source)

    def write() -> None:
        with engine.begin() as connection:
            driver: Any = connection.connection.driver_connection
            with driver.cursor() as cursor:
                for table, (columns, values) in rows.items():
                    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                        for row in values:
                            copy.write_row(row)

    return write


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
    connection = sqlite3.connect(source.removeprefix("sqlite:///"))
    found: Rows = {}
    for table in Base.metadata.sorted_tables:
        if table.name in ("load_run", "data_dictionary", "wording"):
            continue
        cursor = connection.execute(f"SELECT * FROM {table.name} ORDER BY id")
        found[table.name] = [each[0] for each in cursor.description], cursor.fetchall()
    connection.close()
    return found


SIDES: dict[str, Callable[[str, str], Timed]] = {
    "load": _loaded,
    "check": _checked,
    "yaml": _parsed,
    "executemany": _executemany,
    "copy": _copied,
    "sqlite-utils": _with_sqlite_utils,
    "add_all": _add_all,
}


if __name__ == "__main__":
    main()
