"""Records as rows with natural keys: the form in which files and databases are compared.

A key names a row without surrogate numbers: ``("meeting", "2021-talks")`` is a
record, ``("participation", <meeting's key>, 0)`` its first part. A foreign key's
value is the key of the row it points at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from ..dates import PartialDate
from ..models import SUBJECTS, Base

Key = tuple[Any, ...]
Values = dict[str, Any]

KINDS = (
    "topic",
    "place",
    "actor",
    "office",
    "article",
    "meeting",
    "agreement",
    "incident",
    "tension",
)
"""Records that a curator names, in an order in which each may refer to earlier ones."""

FOLDED = "folded"
"""The search key of a name, quote or title."""
ORIGIN = ("source_file", "source_line", "content_sha256")
"""Columns that say where a record is from; they are no part of its content."""

PARENTS: dict[str, dict[str, str]] = {
    "tenure": {"holder_id": "actor"},
    "name": {
        "actor_id": "actor",
        "office_id": "office",
        "agreement_id": "agreement",
        "place_id": "place",
    },
    "article_text": {"article_id": "article"},
    "article_note": {"article_id": "article"},
    "participation": {"meeting_id": "meeting"},
    "meeting_topic": {"meeting_id": "meeting"},
    "party": {"agreement_id": "agreement"},
    "agreement_topic": {"agreement_id": "agreement"},
    "agreement_action": {"agreement_id": "agreement"},
    "agreement_link": {"from_agreement_id": "agreement"},
    "signature": {"action_id": "agreement_action"},
    "quote": {"article_id": "article"},
    "quote_speaker": {"quote_id": "quote"},
    "quote_topic": {"quote_id": "quote"},
    "incident_actor": {"incident_id": "incident"},
    "figure": {
        "incident_id": "incident",
        "agreement_id": "agreement",
        "meeting_id": "meeting",
        "quote_id": "quote",
    },
    "evidence": dict(SUBJECTS),
}
"""Of each part: the columns that may point at its parent, and the parent's table."""

_PARENT_COLUMN = {
    (part, above): column for part, columns in PARENTS.items() for column, above in columns.items()
}

ORDER = tuple(table.name for table in Base.metadata.sorted_tables)
"""All tables, referred ones first."""


@dataclass(slots=True)
class Row:
    """One row to be: its table, its natural key, and its columns."""

    key: Key
    values: Values

    @property
    def table(self) -> str:
        """The row's table stands first in its key."""
        table: str = self.key[0]
        return table


@dataclass
class Record:
    """A record that a curator named, with all its parts."""

    kind: str
    slug: str
    file: str | None
    line: int | None
    rows: list[Row] = field(default_factory=list)
    source: str | None = None

    @property
    def written(self) -> str:
        """The file to name in a message."""
        return self.source or self.file or "(database)"

    @property
    def key(self) -> Key:
        """The natural key of the record's own row."""
        return (self.kind, self.slug)

    @property
    def head(self) -> Row:
        """The record's own row."""
        return self.rows[0]

    def of(self, table: str) -> Iterator[Row]:
        """The rows of one table, in their order."""
        return (row for row in self.rows if row.key[0] == table)

    def without_rows(self) -> Record:
        """Its name, its place and its digest alone."""
        bare = Record(self.kind, self.slug, self.file, self.line, source=self.source)
        bare.digest = self.digest
        return bare

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the content; the same for the same content on every database."""
        return digest_of(self.rows)


def digest_of(rows: list[Row]) -> str:
    """SHA-256 over rows in the order of their keys, without empty columns and search keys.

    A search key follows from a text that stands beside it: whoever changes the text by hand, and
    then in the file, has not changed anything else.
    """
    said = [
        (
            row.key,
            {
                name: value
                for name, value in row.values.items()
                if value is not None and name != FOLDED
            },
        )
        for row in sorted(rows, key=_by_key)
    ]
    return hashlib.sha256(_PLAIN(said).encode()).hexdigest()


def _by_key(row: Row) -> Key:
    return row.key  # keys of one table have one form, so that they can be compared


def home_of(key: Key) -> Key:
    """The record that a row is part of, or that a proof is about."""
    while len(key) > 2:
        key = key[1]
    return key


def record_of(key: Key) -> Key:
    """The record whose file holds a row: a mention stands with its article."""
    return ("article", key[2]) if key[0] == "evidence" and key[2] else home_of(key)


def child(table: str, parent: Key, position: int, values: Values) -> Row:
    """A part of a record; its parent's column is found from the parent's table."""
    column = _PARENT_COLUMN[table, parent[0]]
    if table == "article_text":  # an article has one text
        return Row((table, parent, position), {column: parent, **values})
    return Row((table, parent, position), {column: parent, "position": position, **values})


def date_columns(prefix: str, value: PartialDate | None) -> Values:
    """The three columns of a date."""
    return {
        f"{prefix}_edtf": value.edtf if value else None,
        f"{prefix}_earliest": value.earliest if value else None,
        f"{prefix}_latest": value.latest if value else None,
    }


def date_of(values: Values, prefix: str) -> PartialDate | None:
    """The date that three columns hold."""
    edtf = values.get(f"{prefix}_edtf")
    if edtf is None:
        return None
    return PartialDate.restored(edtf, values[f"{prefix}_earliest"], values[f"{prefix}_latest"])


_PLAIN = json.JSONEncoder(
    default=date.isoformat, ensure_ascii=False, sort_keys=True, check_circular=False
).encode
