"""Write a plan: one transaction that the caller owns, in batches at the level of Core.

Surrogate keys are given out here and not asked back from the database, which
would cost a statement for each row. The caller holds the loader's lock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    update,
)

from ..databases import database_of
from ..models import Base
from .collisions import told_of, written_together
from .plan import Plan
from .rows import KINDS, ORDER, Key, Record, Row
from .stored import Stored

TABLES = Base.metadata.tables


def apply(connection: Connection, plan: Plan, stored: Stored) -> None:
    """Carry out a plan; nothing is committed here."""
    writer = _Writer(connection, stored)
    origins = {record.key: record for record in (*plan.added, *plan.changed)}
    by_table: dict[str, list[Row]] = defaultdict(list)
    for row in plan.inserts:
        by_table[row.table].append(row)
    updates: dict[str, list[tuple[Row, dict[str, Any]]]] = defaultdict(list)
    for row, changes in plan.updates:
        updates[row.table].append((row, changes))
    writer.delete(plan.deletes)
    writer.number(by_table)
    for table in ORDER:
        writer.update(TABLES[table], updates[table], origins)
        writer.insert(TABLES[table], by_table[table], origins)
    writer.origins((*plan.changed, *plan.moved))


class _Writer:
    def __init__(self, connection: Connection, stored: Stored) -> None:
        self.connection = connection
        self.database = database_of(connection)
        self.stored = stored
        self.ids: dict[Key, int] = {}

    def number(self, by_table: dict[str, list[Row]]) -> None:
        """Give every new row its surrogate key, so that rows can point at each other."""
        for table, rows in by_table.items():
            first = (
                self.connection.scalar(select(func.coalesce(func.max(TABLES[table].c.id), 0))) or 0
            )
            for offset, row in enumerate(rows, start=first + 1):
                self.ids[row.key] = offset
            self.database.keys_used(self.connection, table, first + len(rows))

    def id_of(self, key: Key) -> int:
        found = self.ids.get(key)
        return found if found is not None else self.stored.id_of(key)

    def _columns(self, values: dict[str, Any]) -> dict[str, Any]:
        return {
            name: self.id_of(value) if isinstance(value, tuple) else value
            for name, value in values.items()
        }

    def insert(self, table: Table, rows: list[Row], origins: dict[Key, Record]) -> None:
        if not rows:
            return
        named = table.name in KINDS
        columns = [column.name for column in table.columns]

        def write(some: Sequence[Row]) -> None:
            self.database.insert_many(
                self.connection,
                table.name,
                columns,
                (
                    [values.get(name) for name in columns]
                    for row in some
                    for values in [self._plain(row, origins[row.key] if named else None)]
                ),
            )

        written_together(self.connection, rows, write, origins)

    def _plain(self, row: Row, record: Record | None) -> dict[str, Any]:
        """The columns of a new row as the driver takes them: keys as numbers, days as text."""
        values: dict[str, Any] = {"id": self.ids[row.key]}
        for name, value in row.values.items():
            if isinstance(value, tuple):
                values[name] = self.id_of(value)
            else:
                values[name] = value.isoformat() if isinstance(value, date) else value
        return values if record is None else values | _origin(record)

    def update(
        self,
        table: Table,
        changes: list[tuple[Row, dict[str, Any]]],
        origins: dict[Key, Record],
    ) -> None:
        self._park(table, changes)
        for row, values in changes:
            with told_of(self.connection, row, origins):
                self.connection.execute(
                    update(table)
                    .where(table.c.id == self.id_of(row.key))
                    .values(self._columns(values))
                )

    def _park(self, table: Table, changes: list[tuple[Row, dict[str, Any]]]) -> None:
        """Move values that must be unique out of the way, so that two rows can swap them."""
        for constraint in table.constraints:
            if not isinstance(constraint, UniqueConstraint):
                continue
            for column in constraint.columns:
                ids = [self.id_of(row.key) for row, values in changes if column.name in values]
                if not ids:
                    continue
                parked = -table.c.id if column.foreign_keys else None
                self.connection.execute(
                    update(table).where(table.c.id.in_(ids)).values({column.name: parked})
                )

    def delete(self, rows: Iterable[Row]) -> None:
        ids: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            ids[row.table].append(self.stored.id_of(row.key))
        for table in reversed(ORDER):
            if ids[table]:
                self.connection.execute(
                    delete(TABLES[table]).where(TABLES[table].c.id == bindparam("gone")),
                    [{"gone": number} for number in ids[table]],
                )

    def origins(self, records: Iterable[Record]) -> None:
        for record in records:
            table = TABLES[record.kind]
            self.connection.execute(
                update(table).where(table.c.slug == record.slug).values(_origin(record))
            )


def _origin(record: Record) -> dict[str, Any]:
    return {"source_file": record.file, "source_line": record.line, "content_sha256": record.digest}
