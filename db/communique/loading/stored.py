"""What the database holds already, in the same form as what the files say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Table, select

from ..models import Base
from .rows import KINDS, ORIGIN, PARENTS, Key, Record, Row, record_of

TABLES = Base.metadata.tables
AT_ONCE = 100
"""Records that are read together: few enough for the limits on bound values."""


class Head(NamedTuple):
    """A stored record at a glance."""

    id: int
    digest: str | None
    file: str | None
    line: int | None


class Stored:
    """Reads records back as rows with natural keys. It writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._heads: dict[str, dict[str, Head]] = {}
        self._slugs: dict[str, dict[int, str]] = {}
        self._keys: dict[tuple[str, int], Key] = {}
        self._ids: dict[Key, int] = {}
        self._records: dict[Key, Record | None] = {}

    def heads(self, kind: str) -> dict[str, Head]:
        """All records of a kind, by slug."""
        found = self._heads.get(kind)
        if found is None:
            columns = TABLES[kind].c
            rows = self.connection.execute(
                select(
                    columns.slug,
                    columns.id,
                    columns.content_sha256,
                    columns.source_file,
                    columns.source_line,
                )
            )
            files: dict[str | None, str | None] = {}  # one text for all records of a file
            found = self._heads[kind] = {
                slug: Head(number, digest, files.setdefault(file, file), line)
                for slug, number, digest, file, line in rows
            }
        return found

    def record(self, kind: str, slug: str) -> Record | None:
        """A record with all its parts, and what its own file's mentions prove elsewhere."""
        key = (kind, slug)
        if key not in self._records:
            found = self._read(kind, [slug]) if slug in self.heads(kind) else [None]
            self._records[key] = found[0]
        return self._records[key]

    def every(self, kind: str) -> Iterator[Record]:
        """All records of a kind, in the order of their slugs."""
        return self.some((kind, slug) for slug in sorted(self.heads(kind)))

    def some(self, keys: Iterable[Key]) -> Iterator[Record]:
        """These stored records, in their order, read many at a time where they are of one kind."""
        for kind, group in groupby(keys, itemgetter(0)):
            slugs = [slug for _, slug in group]
            for first in range(0, len(slugs), AT_ONCE):
                yield from self._read(kind, slugs[first : first + AT_ONCE])

    def id_of(self, key: Key) -> int:
        """The surrogate key of a stored row that was read before."""
        if len(key) == 2:
            return self.heads(key[0])[key[1]].id
        if key not in self._ids:
            self.record(*record_of(key))
        return self._ids[key]

    def _read(self, kind: str, slugs: Sequence[str]) -> list[Record]:
        heads = self.heads(kind)
        above: dict[int, Key] = {heads[slug].id: (kind, slug) for slug in slugs}
        table, together = TABLES[kind], Record(kind, "", None, None)
        for row in self.connection.execute(select(table).where(table.c.id.in_(above))).mappings():
            together.rows.append(Row(above[row["id"]], self._values(table, dict(row))))
        self._parts(together, kind, above)
        if kind == "article":
            evidence = TABLES["evidence"]
            self._add(together, evidence, evidence.c.mentioned_in_id.in_(above))
        records = {slug: Record(kind, slug, heads[slug].file, heads[slug].line) for slug in slugs}
        for each in together.rows:
            records[record_of(each.key)[1]].rows.append(each)
        return [records[slug] for slug in slugs]

    def _parts(self, record: Record, parent: str, above: dict[int, Key]) -> None:
        for name, columns in PARENTS.items():
            for column, target in columns.items():
                if target != parent or not above:
                    continue
                table = TABLES[name]
                rule: ColumnElement[bool] = table.c[column].in_(above)
                if name == "evidence":
                    rule &= table.c.mentioned_in_id.is_(None)
                self._parts(record, name, self._add(record, table, rule))

    def _add(self, record: Record, table: Table, rule: Any) -> dict[int, Key]:
        found: dict[int, Key] = {}
        order = [table.c[name] for name in ("position", "id") if name in table.c]
        for row in self.connection.execute(select(table).where(rule).order_by(*order)).mappings():
            values = self._values(table, dict(row))
            key = self._key(table.name, values)
            self._remember(key, row["id"])
            record.rows.append(Row(key, values))
            found[row["id"]] = key
        return found

    def _values(self, table: Table, row: dict[str, Any]) -> dict[str, Any]:
        return {
            name: self._pointed_at(table.c[name], value)
            for name, value in row.items()
            if name != "id" and name not in ORIGIN
        }

    def _pointed_at(self, column: Column[Any], value: Any) -> Any:
        if value is None or not column.foreign_keys:
            return str(value) if isinstance(value, str) else value
        targets = {
            each.column.table.name for each in column.foreign_keys if each.column.name == "id"
        }
        return self._key_of(targets.pop(), value)

    def _key_of(self, table: str, number: int) -> Key:
        if table in KINDS:
            slug = self._slugs_of(table).get(number)
            return (table, f"no row {number}") if slug is None else (table, slug)
        if (table, number) not in self._keys:
            rows = TABLES[table]
            row = self.connection.execute(select(rows).where(rows.c.id == number)).mappings()
            if (found := row.one_or_none()) is not None:
                self._remember(self._key(table, self._values(rows, dict(found))), number)
        # A broken database is read too, so that the doctor can say where it is broken.
        return self._keys.get((table, number), (table, f"no row {number}"))

    def _slugs_of(self, kind: str) -> dict[int, str]:
        if kind not in self._slugs:
            self._slugs[kind] = {head.id: slug for slug, head in self.heads(kind).items()}
        return self._slugs[kind]

    def _key(self, table: str, values: dict[str, Any]) -> Key:
        parent = next(values[c] for c in PARENTS[table] if values[c] is not None)
        position = values.get("position", 0)
        if table == "evidence":
            mentioned = values["mentioned_in_id"]
            return (table, parent, mentioned[1] if mentioned else "", position)
        return (table, parent, position)

    def _remember(self, key: Key, number: int) -> None:
        self._keys[key[0], number] = key
        self._ids[key] = number

    def referrers(self, keys: Collection[Key]) -> Iterator[Row]:
        """Stored rows that point at one of these parts, read before, and are not parts of it."""
        ids: dict[str, list[int]] = defaultdict(list)
        for key in keys:
            ids[key[0]].append(self._ids[key])
        for table in TABLES.values():
            if table.name == "wording":  # it goes with what it is the words of
                continue
            for column in table.c:
                for target in (foreign.column for foreign in column.foreign_keys):
                    if target.name != "id" or target.table.name not in ids:
                        continue
                    rule: ColumnElement[bool] = column.in_(ids[target.table.name])
                    if table.name == "evidence":  # of which a mention is no part
                        rule &= table.c.mentioned_in_id.is_not(None)
                    elif column.name in PARENTS.get(table.name, ()):
                        continue
                    yield from self._rows(table, rule)

    def proofs_from(self, articles: Sequence[Key]) -> Iterator[Row]:
        """The stored proofs whose words are of these articles."""
        ids = [self.id_of(article) for article in articles]
        table = TABLES["evidence"]
        return self._rows(table, table.c.article_id.in_(ids))

    def _rows(self, table: Table, rule: ColumnElement[bool]) -> Iterator[Row]:
        for row in self.connection.execute(select(table).where(rule)).mappings().all():
            values = self._values(table, dict(row))
            name = table.name
            yield Row((name, values["slug"]) if name in KINDS else self._key(name, values), values)
