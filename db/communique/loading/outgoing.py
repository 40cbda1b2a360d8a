"""New rows as the driver takes them: numbered, and put aside on disk when they are many.

Surrogate keys are given out here and not asked back from the database, which would cost a
statement for each row; the loader's lock keeps everybody else from giving out the same. Of
records they are known from the survey, of parts when their window comes; a row that points at
a part of a later window waits for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Table, func, select

from ..databases.types import Day
from ..models import Base
from .rows import KINDS, ORIGIN, PARENTS, Key, Record, Row, home_of, record_of
from .spill import Spill
from .stored import Stored
from .survey import Survey

TABLES = Base.metadata.tables
_AT_ONCE = 2_000
"""Rows that are written, and put aside, together."""

Written = tuple[Any, ...]
"""The columns of a row in their order, and behind them the number of its record."""


class Columns(NamedTuple):
    """A table's columns behind its own key; those that may point at its parent stand last."""

    names: tuple[str, ...]
    keys: tuple[int, ...]
    """Where the others stand that point at a row."""
    days: tuple[int, ...]
    parents: tuple[str, ...]
    """The tables in which a parent can be, in the order of their columns."""


class Outgoing:
    """New rows by table, each with its surrogate key."""

    def __init__(self, stored: Stored, survey: Survey) -> None:
        self.last = _Last(stored)
        """The last surrogate key given out, by table."""
        self._stored = stored
        self._survey = survey
        self._of_records = _NewRecords(stored, survey, self.last)
        self._of_parts: dict[Key, int] = {}
        self._many = 0
        self._waiting: list[tuple[Record, Row]] = []
        self._rows: dict[str, list[Written]] = defaultdict(list)
        self._aside: dict[str, Spill] = {}
        self._columns = {name: _columns(table) for name, table in TABLES.items()}
        self._plain = {name: self._as_plain(each) for name, each in self._columns.items()}

    def add(self, rows: Iterable[tuple[Record, Sequence[Row]]]) -> None:
        """Take the new rows of the records of a window."""
        last, parts, plain, written = self.last, self._of_parts, self._plain, self._rows
        for record, some in rows:
            whose = self._whose(record)
            self._many += len(some)
            for row in some:
                key = row.key
                table = key[0]
                if len(key) == 2:
                    number = self.id_of(key)
                else:
                    last[table] = parts[key] = number = last[table] + 1
                try:
                    made = plain[table](number, row)
                except KeyError:
                    self._waiting.append((record, row))
                    continue
                if len(key) == 2:
                    made += (record.file, record.line, record.digest)
                made.append(whose)
                written[table].append(tuple(made))
        self._take_waiting()
        if not self._survey.is_small:
            self._forget_parts()
            self._put_aside()

    def close(self) -> None:
        """Let go of the rows."""
        for aside in self._aside.values():
            aside.close()

    def finish(self) -> None:
        """Take the rows that waited for a later window."""
        self._take_waiting()
        for _, row in self._waiting:
            self._plain[row.table](0, row)  # raises KeyError: it points at nothing

    @property
    def many(self) -> int:
        """How many rows there are."""
        return self._many

    def __contains__(self, table: str) -> bool:
        """Whether there are rows for a table."""
        return table in self._aside or bool(self._rows.get(table))

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
            return head.id if head else self._of_records[kind][slug]
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
        every = {**{s: h.id for s, h in self._stored.heads(kind).items()}, **self._of_records[kind]}
        return (kind, next(slug for slug, key in every.items() if key == at))

    def _whose(self, record: Record) -> int:
        return self.id_of(record.key) * len(KINDS) + KINDS.index(record.kind)

    def _take_waiting(self) -> None:
        """Take the rows that pointed at parts of later records, which have their keys by now."""
        waiting, self._waiting = self._waiting, []
        for record, row in waiting:
            try:
                made = self._plain[row.table](self.id_of(row.key), row)
            except KeyError:
                self._waiting.append((record, row))
                continue
            origin = (record.file, record.line, record.digest) if len(row.key) == 2 else ()
            self._rows[row.table].append((*made, *origin, self._whose(record)))

    def _forget_parts(self) -> None:
        """Keep the keys of those parts alone at which later windows may point."""
        wanted = self._survey.pointed_at | {record.slug for record, _ in self._waiting}
        if not wanted:
            self._of_parts.clear()
        for key in [
            key
            for key in self._of_parts
            if home_of(key)[1] not in wanted and record_of(key)[1] not in wanted
        ]:
            del self._of_parts[key]

    def _as_plain(self, columns: Columns) -> Callable[[int, Row], list[Any]]:
        """What makes a row of a table plain; it raises KeyError when a part has no key yet."""
        names = columns.names[: len(columns.names) - len(columns.parents)]
        keys, days = columns.keys, columns.days
        beside = {
            table: ([None] * at, [None] * (len(columns.parents) - at - 1))
            for at, table in enumerate(columns.parents)
        }
        of_records, of_parts, id_of = self._of_records, self._of_parts, self.id_of

        def plain(number: int, row: Row) -> list[Any]:
            made: list[Any] = [number, *map(row.values.get, names)]
            for at in keys:
                if (key := made[at]) is not None:
                    try:
                        made[at] = of_records[key[0]][key[1]] if len(key) == 2 else of_parts[key]
                    except KeyError:
                        made[at] = id_of(key)
            for at in days:
                if made[at] is not None:
                    made[at] = made[at].isoformat()
            if beside:
                above = row.key[1]
                before, after = beside[above[0]]
                try:
                    over = of_records[above[0]][above[1]] if len(above) == 2 else of_parts[above]
                except KeyError:
                    over = id_of(above)
                made += (*before, over, *after)
            return made

        return plain

    def _put_aside(self) -> None:
        for table, rows in self._rows.items():
            if len(rows) >= _AT_ONCE:
                self._aside.setdefault(table, Spill()).put(rows)
                rows.clear()


class _Last(dict[str, int]):
    """The greatest surrogate key of each table that was asked about."""

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self._stored = stored

    def __missing__(self, table: str) -> int:
        highest = select(func.coalesce(func.max(TABLES[table].c.id), 0))
        return self._stored.connection.scalar(highest) or 0


class _NewRecords(dict[str, dict[str, int]]):
    """By kind: the surrogate keys of new records, in the order of their slugs."""

    def __init__(self, stored: Stored, survey: Survey, last: _Last) -> None:
        super().__init__()
        self._stored = stored
        self._survey = survey
        self._last = last

    def __missing__(self, kind: str) -> dict[str, int]:
        heads = self._stored.heads(kind)
        slugs = sorted(slug for slug in self._survey.names[kind] if slug not in heads)
        first = self._last[kind] + 1
        if slugs:  # the database is told of no other kind
            self._last[kind] = first + len(slugs) - 1
        self[kind] = {slug: number for number, slug in enumerate(slugs, start=first)}
        return self[kind]


def _columns(table: Table) -> Columns:
    parents = PARENTS.get(table.name, {})
    own = [each for each in table.columns if each.name not in {"id", *ORIGIN, *parents}]
    return Columns(
        (*(each.name for each in own), *parents),
        tuple(at for at, each in enumerate(own, start=1) if each.foreign_keys),
        tuple(at for at, each in enumerate(own, start=1) if isinstance(each.type, Day)),
        tuple(parents.values()),
    )
