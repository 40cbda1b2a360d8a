"""New rows as the driver takes them: numbered, and put aside on disk when they are many.

Surrogate keys are given out here and not asked back from the database, which would cost a
statement for each row; the loader's lock keeps everybody else from giving out the same. Of
records they are known from the survey, of parts when their window comes; a row that points at
a part of a later window waits for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Table, func, select

from ..databases.types import Day
from ..models import Base
from .rows import KINDS, ORIGIN, Key, Record, Row, home_of, record_of
from .spill import Spill
from .stored import Stored
from .survey import Survey

TABLES = Base.metadata.tables
_AT_ONCE = 2_000
"""Rows that are written, and put aside, together."""

Written = tuple[Any, ...]
"""The columns of a row in their order, and behind them the number of its record."""


class Columns(NamedTuple):
    """A table's columns behind its own key: their names, and where those stand that are no text."""

    names: tuple[str, ...]
    keys: tuple[int, ...]
    days: tuple[int, ...]


class Outgoing:
    """New rows by table, each with its surrogate key."""

    def __init__(self, stored: Stored, survey: Survey) -> None:
        self.last: dict[str, int] = {}
        """The last surrogate key given out, by table."""
        self._stored = stored
        self._survey = survey
        self._of_records: dict[str, dict[str, int]] = {}
        self._of_parts: dict[Key, int] = {}
        self._many = 0
        self._waiting: list[tuple[Record, Row]] = []
        self._rows: dict[str, list[Written]] = defaultdict(list)
        self._aside: dict[str, Spill] = {}
        self._columns = {name: _columns(table) for name, table in TABLES.items()}

    def add(self, rows: Iterable[tuple[Record, Sequence[Row]]]) -> None:
        """Take the new rows of the records of a window."""
        rows = list(rows)
        for _, some in rows:
            for row in some:
                if len(row.key) > 2:
                    self._of_parts[row.key] = self._next(row.key[0])
        for record, some in rows:
            for row in some:
                self._write(record, row)
        if not self._survey.is_small:
            wanted = self._survey.pointed_at | {record.slug for record, _ in self._waiting}
            self._of_parts = {
                key: number
                for key, number in self._of_parts.items()
                if home_of(key)[1] in wanted or record_of(key)[1] in wanted
            }
            self._put_aside()

    def close(self) -> None:
        """Let go of the rows."""
        for aside in self._aside.values():
            aside.close()

    def finish(self) -> None:
        """Take the rows that waited for a later window."""
        waiting, self._waiting = self._waiting, []
        for record, row in waiting:
            self._write(record, row, last_chance=True)

    @property
    def many(self) -> int:
        """How many rows there are."""
        return self._many

    def batches(self, table: str) -> Iterator[list[Written]]:
        """The rows of a table, as many at a time as are written together."""
        if table in self._aside:
            yield from self._aside[table]
        rows = self._rows.get(table, [])
        for first in range(0, len(rows), _AT_ONCE):
            yield rows[first : first + _AT_ONCE]

    def columns(self, table: str) -> list[str]:
        """The names of the columns of what is written."""
        origin = ORIGIN if table in KINDS else ()
        return ["id", *self._columns[table].names, *origin]

    def id_of(self, key: Key) -> int:
        """The surrogate key of a row; raises KeyError for a part that has none yet."""
        if len(key) == 2:
            kind, slug = key
            head = self._stored.heads(kind).get(slug)
            return head.id if head else self._new(kind)[slug]
        found = self._of_parts.get(key)
        if found is not None:
            return found
        home = record_of(key)
        if home[1] in self._stored.heads(home[0]):
            return self._stored.id_of(key)
        raise KeyError(key)

    def record_of(self, number: int) -> Key:
        """The record whose number stands behind a row."""
        kind, at = KINDS[number % len(KINDS)], number // len(KINDS)
        every = {**{s: h.id for s, h in self._stored.heads(kind).items()}, **self._new(kind)}
        return (kind, next(slug for slug, key in every.items() if key == at))

    def _new(self, kind: str) -> dict[str, int]:
        """The surrogate keys of new records, in the order of their slugs."""
        if kind not in self._of_records:
            heads = self._stored.heads(kind)
            slugs = sorted(slug for slug in self._survey.names[kind] if slug not in heads)
            last = self._last(kind)
            self._of_records[kind] = {slug: n for n, slug in enumerate(slugs, start=last + 1)}
            self.last[kind] = last + len(slugs)
        return self._of_records[kind]

    def _next(self, table: str) -> int:
        if table not in self.last:
            self.last[table] = self._last(table)
        self.last[table] += 1
        return self.last[table]

    def _last(self, table: str) -> int:
        highest = select(func.coalesce(func.max(TABLES[table].c.id), 0))
        return self._stored.connection.scalar(highest) or 0

    def _write(self, record: Record, row: Row, *, last_chance: bool = False) -> None:
        table = row.key[0]
        columns = self._columns[table]
        id_of = self.id_of
        plain: list[Any] = [id_of(row.key), *map(row.values.get, columns.names)]
        try:
            for at in columns.keys:
                if plain[at] is not None:
                    plain[at] = id_of(plain[at])
        except KeyError:
            if last_chance:
                raise
            self._waiting.append((record, row))
            return
        for at in columns.days:
            if plain[at] is not None:
                plain[at] = plain[at].isoformat()
        if len(row.key) == 2:
            plain += (record.file, record.line, record.digest)
        plain.append(id_of(record.key) * len(KINDS) + KINDS.index(record.kind))
        self._rows[table].append(tuple(plain))
        self._many += 1

    def _put_aside(self) -> None:
        for table, rows in self._rows.items():
            if len(rows) >= _AT_ONCE:
                self._aside.setdefault(table, Spill()).put(rows)
                rows.clear()


def _columns(table: Table) -> Columns:
    columns = [each for each in table.columns if each.name not in {"id", *ORIGIN}]
    return Columns(
        tuple(each.name for each in columns),
        tuple(at for at, each in enumerate(columns, start=1) if each.foreign_keys),
        tuple(at for at, each in enumerate(columns, start=1) if isinstance(each.type, Day)),
    )
