"""What a database means to read for a statement, from the plan that it makes of it."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import event

from communique.models.base import Base

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session

TABLES = frozenset(Base.metadata.tables)
_ALIASED = re.compile(r'\b(\w+)"?\s+AS\s+"?(\w+)', re.IGNORECASE)
_SCAN = re.compile(r"^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?")
_BUILT = re.compile(r"^(?:SEARCH|BLOOM FILTER ON) (\w+)(?=.*AUTOMATIC)|^BLOOM FILTER ON (\w+)")


class Asked(NamedTuple):
    """A statement as it was sent to the driver, and its values."""

    sql: str
    values: Any


class Scan(NamedTuple):
    """All of a table is read; by which index, where one gives the order."""

    table: str
    by: str | None


@contextmanager
def sent(session: Session) -> Iterator[list[Asked]]:
    """The statements that a block sends, with their values."""
    found: list[Asked] = []

    def remember(*given: Any) -> None:
        if given[2] != "BEGIN":
            found.append(Asked(given[2], given[3]))

    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", remember)
    try:
        yield found
    finally:
        event.remove(bind, "before_cursor_execute", remember)


def scans(session: Session, asked: Asked) -> list[Scan]:
    """Tables that the plan of a statement reads from one end to the other."""
    read = _READERS[session.get_bind().dialect.name]
    return read(session, asked)


def _on_sqlite(session: Session, asked: Asked) -> list[Scan]:
    rows = _run(session, f"EXPLAIN QUERY PLAN {asked.sql}", asked.values)
    called = _called(asked.sql, *_views(session))
    found = []
    for row in rows:
        detail = str(row[3])
        scan, built = _SCAN.match(detail), _BUILT.match(detail)
        if scan:
            found += [Scan(table, scan[2]) for table in called.get(scan[1], ())]
        elif built:
            found += [Scan(table, None) for table in called.get(built[1] or built[2], ())]
    return found


def _views(session: Session) -> list[str]:
    return [
        str(row[0])
        for row in _run(session, "SELECT sql FROM sqlite_master WHERE type = 'view'", ())
    ]


def _called(*statements: str) -> Mapping[str, set[str]]:
    """Tables by each name that the statements give them; a name may be given twice."""
    called = {table: {table} for table in TABLES}
    for sql in statements:
        for table, alias in _ALIASED.findall(sql):
            if table in TABLES:
                called.setdefault(alias, set()).add(table)
    return called


def _on_postgresql(session: Session, asked: Asked) -> list[Scan]:
    (row,) = _run(session, f"EXPLAIN (FORMAT JSON) {asked.sql}", asked.values)
    plan = row[0] if isinstance(row[0], list) else json.loads(row[0])
    return list(_nodes(plan[0]["Plan"]))


def _nodes(node: Mapping[str, Any]) -> Iterator[Scan]:
    kind, table = node["Node Type"], node.get("Relation Name", "")
    if table in TABLES and kind == "Seq Scan":
        yield Scan(table, None)
    if table in TABLES and kind in {"Index Scan", "Index Only Scan"} and "Index Cond" not in node:
        yield Scan(table, node["Index Name"])
    for inner in node.get("Plans", ()):
        yield from _nodes(inner)


def _run(session: Session, sql: str, values: Any) -> list[Any]:
    driver: Any = session.connection().connection.driver_connection
    cursor = driver.cursor()
    try:
        return list(cursor.execute(sql, values).fetchall())
    finally:
        cursor.close()


_READERS = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}


def sizes(session: Session) -> dict[str, int]:
    """How many entries each table and each index has, as the statistics say."""
    return _SIZES[session.get_bind().dialect.name](session)


def _sizes_on_sqlite(session: Session) -> dict[str, int]:
    if not _run(session, "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'", ()):
        return {}
    rows = _run(session, "SELECT tbl, idx, stat FROM sqlite_stat1", ())
    counted = {str(index): int(stat.split()[0]) for _, index, stat in rows if index}
    for table, _, stat in rows:
        counted[table] = max(counted.get(table, 0), int(stat.split()[0]))
    return counted


def _sizes_on_postgresql(session: Session) -> dict[str, int]:
    rows = _run(session, "SELECT relname, reltuples FROM pg_class WHERE relkind IN ('r', 'i')", ())
    return {str(name): int(number) for name, number in rows}


_SIZES = {"sqlite": _sizes_on_sqlite, "postgresql": _sizes_on_postgresql}
