"""What a load would do: records added, changed and unchanged, row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .archive import Archive, home_of
from .rows import ORIGIN, Key, Record, Row
from .stored import Stored


@dataclass(frozen=True, slots=True)
class Change:
    """One record that the load adds or changes, and its fields old and new."""

    verb: str
    kind: str
    slug: str
    fields: tuple[tuple[str, Any, Any], ...] = ()


@dataclass(slots=True)
class Plan:
    """The difference between the files and the database."""

    added: list[Record] = field(default_factory=list)
    changed: list[Record] = field(default_factory=list)
    removed: list[Record] = field(default_factory=list)
    moved: list[Record] = field(default_factory=list)
    unchanged: int = 0
    inserts: list[Row] = field(default_factory=list)
    updates: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)
    deletes: list[Row] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """SHA-256 over every change: the same for the same files on the same content."""
        lines = [repr((each.verb, each.kind, each.slug, each.fields)) for each in self.changes]
        lines += [record.digest for record in self.added]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def plan(archive: Archive, stored: Stored, removed: Sequence[Record] = ()) -> Plan:
    """Compare every record of the files with the stored one of its name."""
    result = Plan(removed=list(removed))
    for key in sorted(archive.records):
        record = archive.records[key]
        head = stored.heads(record.kind).get(record.slug)
        if head is None:
            result.added.append(record)
            result.inserts.extend(record.rows)
            result.changes.append(Change("added", record.kind, record.slug))
        elif head.digest == record.digest:
            result.unchanged += 1
            if (head.file, head.line) != (record.file, record.line):
                result.moved.append(record)
        else:
            before = stored.record(record.kind, record.slug)
            assert before is not None
            result.changed.append(record)
            _compare(result, before, record)
    for record in removed:
        result.deletes.extend(record.rows)
        result.changes.append(Change("removed", record.kind, record.slug))
    return result


def _compare(result: Plan, before: Record, after: Record) -> None:
    old = {row.key: row for row in before.rows}
    new = {row.key: row for row in after.rows}
    fields: list[tuple[str, Any, Any]] = []
    for key, row in new.items():
        if key not in old:
            result.inserts.append(row)
            fields.append((_name(key), None, _said(row)))
            continue
        different = dict(_differences(old[key], row))
        if different:
            result.updates.append((row, different))
            fields += [
                (f"{_name(key)}.{column}", old[key].values.get(column), value)
                for column, value in different.items()
            ]
    for key, row in old.items():
        if key not in new:
            result.deletes.append(row)
            fields.append((_name(key), _said(row), None))
    result.changes.append(Change("changed", after.kind, after.slug, tuple(fields)))


def _differences(old: Row, new: Row) -> Iterable[tuple[str, Any]]:
    for column in sorted(old.values.keys() | new.values.keys()):
        value = new.values.get(column)
        if column not in ORIGIN and old.values.get(column) != value:
            yield column, value


def _name(key: Key) -> str:
    """A row's place in its record: ``participation[1].evidence[0]``."""
    if len(key) == 2:
        return str(key[0])
    above = _name(key[1])
    own = f"{key[0]}[{key[-1] + 1}]"
    return own if len(key[1]) == 2 else f"{above}.{own}"


def _said(row: Row) -> str:
    for column in ("text", "excerpt", "slug", "kind", "described_as", "what", "note"):
        if row.values.get(column):
            return str(row.values[column])
    whole = home_of(row.key)
    keys = [each for each in row.values.values() if isinstance(each, tuple) and each != whole]
    return ", ".join(str(key[1]) for key in keys if home_of(key) == key)
