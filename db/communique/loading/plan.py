"""What a load would do: records added, changed, moved, removed and unchanged, row by row."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from .rows import FOLDED, KINDS, ORIGIN, Key, Record, Row, home_of
from .stored import Stored
from .survey import Survey


@dataclass(frozen=True, slots=True)
class Change:
    """One record that the load adds or changes, and its fields old and new."""

    verb: str
    kind: str
    slug: str
    fields: tuple[tuple[str, Any, Any], ...] = ()


class Outgoing(Protocol):
    """Where new rows go."""

    def add(self, rows: Iterable[tuple[Record, Sequence[Row]]]) -> None:
        """Take the new rows of some records."""


@dataclass(slots=True)
class Plan:
    """The difference between the files and the database, found window by window."""

    stored: Stored
    survey: Survey
    outgoing: Outgoing | None = None
    """Without it, the plan is only looked at."""
    removed: list[Record] = field(default_factory=list)
    changed: list[Record] = field(default_factory=list)
    moved: list[Record] = field(default_factory=list)
    added: Counter[str] = field(default_factory=Counter)
    """How many records of each kind are new."""
    unchanged: int = 0
    updates: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)
    deletes: list[Row] = field(default_factory=list)
    rivals: list[Record] = field(default_factory=list)
    """New and changed records of the kinds of which no two may say the same."""
    _digests: bytearray = field(default_factory=bytearray)
    """Of each record of the survey by its number, so that a million need no more than 32 MB."""
    _fields: dict[Key, tuple[tuple[str, Any, Any], ...]] = field(default_factory=dict)

    def take(self, records: Sequence[Record]) -> None:
        """Compare the records of a window with the stored ones of their names."""
        outgoing: list[tuple[Record, Sequence[Row]]] = []
        self._digests = self._digests or bytearray(_SHA256 * len(self.survey.tree_of))
        for record in sorted(records, key=lambda record: record.key):
            digest = record.digest
            at = _SHA256 * self.survey.names[record.kind][record.slug]
            self._digests[at : at + _SHA256] = bytes.fromhex(digest)
            head = self.stored.heads(record.kind).get(record.slug)
            if head is None:
                self.added[record.kind] += 1
                outgoing.append((record, record.rows))
            elif head.digest == digest:
                self.unchanged += 1
                if (head.file, head.line) != (record.file, record.line):
                    self.moved.append(record.without_rows())
                continue
            else:
                self.changed.append(record)
                outgoing.append((record, self._compared(record)))
            if record.kind in RIVALS:
                self.rivals.append(record)
        if self.outgoing is not None:
            self.outgoing.add(outgoing)

    def remove(self, records: Iterable[Record]) -> None:
        """Remove stored records, in this order."""
        for record in records:
            self.removed.append(record)
            self.deletes.extend(record.rows)

    def is_touched(self, key: Key) -> bool:
        """Whether the load adds, changes or removes a record."""
        if self.is_new(key) or key in self._fields:
            return True
        return any(record.key == key for record in self.removed)

    def is_new(self, key: Key) -> bool:
        """Whether the load adds a record."""
        kind, slug = key
        return slug in self.survey.names[kind] and slug not in self.stored.heads(kind)

    @property
    def changes(self) -> Iterator[Change]:
        """Every change, in the order of kinds and slugs; removals last."""
        for kind in sorted(KINDS):
            heads = self.stored.heads(kind)
            for slug in sorted(self.survey.names[kind]):
                if slug not in heads:
                    yield Change("added", kind, slug)
                elif (fields := self._fields.get((kind, slug))) is not None:
                    yield Change("changed", kind, slug, fields)
        for record in self.removed:
            yield Change("removed", record.kind, record.slug)

    @property
    def digest(self) -> str:
        """SHA-256 over every change: the same for the same files on the same content."""
        whole = hashlib.sha256()
        for each in self.changes:
            said = (each.verb, each.kind, each.slug, each.fields)
            digest = self._digest_of(each.kind, each.slug) if each.verb == "added" else ""
            whole.update(f"{said!r} {digest}\n".encode())
        return whole.hexdigest()

    @property
    def content_digest(self) -> str:
        """SHA-256 over the content of the files' records, whatever the order of files."""
        whole = hashlib.sha256()
        between = ""
        for kind in sorted(KINDS):
            for slug in sorted(self.survey.names[kind]):
                whole.update(f"{between}{kind}/{slug} {self._digest_of(kind, slug)}".encode())
                between = "\n"
        return whole.hexdigest()

    def _digest_of(self, kind: str, slug: str) -> str:
        at = _SHA256 * self.survey.names[kind][slug]
        return self._digests[at : at + _SHA256].hex()

    def _compared(self, after: Record) -> list[Row]:
        """Note what differs from the stored record; the rows that are new in it."""
        before = self.stored.record(after.kind, after.slug)
        assert before is not None
        old = {row.key: row for row in before.rows}
        new = {row.key: row for row in after.rows}
        inserts: list[Row] = []
        fields: list[tuple[str, Any, Any]] = []
        for key, row in new.items():
            if key not in old:
                inserts.append(row)
                fields.append((_name(key), None, _said(row)))
                continue
            different = dict(_differences(old[key], row))
            if different:
                self.updates.append((row, different))
                fields += [
                    (f"{_name(key)}.{column}", old[key].values.get(column), value)
                    for column, value in different.items()
                    if column != FOLDED
                ]
        for key, row in old.items():
            if key not in new:
                self.deletes.append(row)
                fields.append((_name(key), _said(row), None))
        self._fields[after.key] = tuple(fields)
        return inserts


RIVALS = frozenset({"actor", "tension"})
_SHA256 = 32
"""Bytes of a digest."""


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
