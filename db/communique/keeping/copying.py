"""All rows of one database into another, table by table: the same keys, the same content."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from communique.databases import database_of
from communique.indexing import index_texts
from communique.models import Base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

BATCH = 5_000
"""Rows that are held in memory at a time."""

NOT_WRITTEN_BY_PEOPLE = frozenset({"catchword", "data_dictionary", "wording"})
"""What migrations write, and what follows from other rows."""


def tables() -> list[Table]:
    """Every table that people fill, referred ones first."""
    return [t for t in Base.metadata.sorted_tables if t.name not in NOT_WRITTEN_BY_PEOPLE]


def is_empty(connection: Connection) -> bool:
    """Whether none of our tables holds a row."""
    return all(
        connection.scalar(select(func.count()).select_from(table)) == 0 for table in tables()
    )


def copy_rows(source: Connection, target: Connection) -> int:
    """Copy every row within the target's transaction; the number of rows."""
    database, copied = database_of(target), 0
    for table in tables():
        columns = [column.name for column in table.columns]
        last = 0
        for batch in _batches(source, table):
            database.insert_many(target, table.name, columns, batch)
            copied += len(batch)
            last = int(str(batch[-1][columns.index("id")]))
        if last:
            database.keys_used(target, table.name, last)
    index_texts(target)
    return copied


def _batches(source: Connection, table: Table) -> Iterator[list[list[object]]]:
    """Rows in the order of their keys, fetched by key, so that no cursor stays open."""
    last = 0
    while True:
        found = source.execute(
            select(table).where(table.c.id > last).order_by(table.c.id).limit(BATCH)
        ).all()
        if not found:
            return
        last = found[-1].id
        yield [
            [each.isoformat() if isinstance(each, date) else each for each in row] for row in found
        ]
