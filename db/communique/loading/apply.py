"""Write a plan: one transaction that the caller owns, in batches at the level of the driver.

The caller holds the loader's lock. Deletions come first, then table by table in the order of
their references what is changed and what is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, bindparam, delete, update

from ..databases import database_of
from ..models import Base
from .collisions import Refusals, told, written_together
from .outgoing import Outgoing, Written
from .plan import Plan
from .progress import Progress, unseen
from .rows import ORDER, ORIGIN, Record, Row
from .spare import letting_go
from .stored import Stored

TABLES = Base.metadata.tables


def apply(
    connection: Connection,
    plan: Plan,
    outgoing: Outgoing,
    refusals: Refusals,
    progress: Progress = unseen,
) -> None:
    """Carry out a plan; nothing is committed here."""
    outgoing.finish()
    updates: dict[str, list[tuple[Row, dict[str, Any]]]] = defaultdict(list)
    for row, changes in plan.updates:
        updates[row.table].append((row, changes))
    writer = _Writer(connection, outgoing, refusals, progress)
    writer.delete(plan.deletes, plan.stored)
    for table, last in outgoing.last.items():
        writer.database.keys_used(connection, table, last)
    for table in ORDER:
        writer.update(TABLES[table], updates[table])
        writer.insert(table)
    writer.origins((*plan.changed, *plan.moved))


class _Writer:
    def __init__(
        self,
        connection: Connection,
        outgoing: Outgoing,
        refusals: Refusals,
        progress: Progress,
    ) -> None:
        self.connection = connection
        self.database = database_of(connection)
        self.outgoing = outgoing
        self.refusals = refusals
        self.progress = progress
        self.written = 0

    def insert(self, table: str) -> None:
        columns = self.outgoing.columns(table)

        @letting_go
        def write(rows: Sequence[Written]) -> None:
            self.database.insert_many(self.connection, table, columns, [row[:-1] for row in rows])
            self.written += len(rows)
            self.progress("writing", min(self.written, self.outgoing.many), self.outgoing.many)

        if table in self.outgoing:
            written_together(
                self.connection,
                table,
                lambda: self.outgoing.batches(table),
                write,
                self.refusals,
            )

    def update(self, table: Table, changes: list[tuple[Row, dict[str, Any]]]) -> None:
        self._park(table, changes)
        for row, values in changes:
            with told(self.connection, row, self.refusals):
                self.connection.execute(
                    update(table)
                    .where(table.c.id == self.outgoing.id_of(row.key))
                    .values(
                        {
                            name: self.outgoing.id_of(value) if isinstance(value, tuple) else value
                            for name, value in values.items()
                        }
                    )
                )

    def _park(self, table: Table, changes: list[tuple[Row, dict[str, Any]]]) -> None:
        """Move values that must be unique out of the way, so that two rows can swap them."""
        moved = {name: at for at, name in enumerate(_unique(table))}
        for name, at in moved.items():
            ids = [self.outgoing.id_of(row.key) for row, values in changes if name in values]
            if not ids:
                continue
            # A number of its own for each row and column: two may have to differ meanwhile too.
            parked = -(table.c.id * len(moved) + at) if table.c[name].foreign_keys else None
            self.connection.execute(
                update(table).where(table.c.id == bindparam("moved")).values({name: parked}),
                [{"moved": number} for number in ids],
            )

    def delete(self, rows: Iterable[Row], stored: Stored) -> None:
        ids: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            ids[row.table].append(stored.id_of(row.key))
        for table in reversed(ORDER):
            if ids[table]:
                self.connection.execute(
                    delete(TABLES[table]).where(TABLES[table].c.id == bindparam("gone")),
                    [{"gone": number} for number in ids[table]],
                )

    def origins(self, records: Sequence[Record]) -> None:
        by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for record in records:
            by_kind[record.kind].append(
                {
                    "its_slug": record.slug,
                    "source_file": record.file,
                    "source_line": record.line,
                    "content_sha256": record.digest,
                }
            )
        for kind, values in by_kind.items():
            table = TABLES[kind]
            columns: dict[str, Any] = {name: bindparam(name) for name in ORIGIN}
            self.connection.execute(
                update(table).where(table.c.slug == bindparam("its_slug")).values(columns), values
            )


def _unique(table: Table) -> list[str]:
    """The columns that no two rows may have alike, alone or together."""
    rules = (rule for rule in table.constraints if isinstance(rule, UniqueConstraint))
    return list(dict.fromkeys(column.name for rule in rules for column in rule.columns))
