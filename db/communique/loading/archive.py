"""All that is known in one run: what the files say, and behind it what the database holds."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from ..dates import PartialDate
from ..names import nearest
from .rows import KINDS, Key, Record, Row, Values, date_of
from .stored import Stored
from .texts import ArticleText
from .watched import Watched

_SLUGS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class TenureFacts(NamedTuple):
    """An office held, as capacity rules need it."""

    office: str
    since: PartialDate | None
    until: PartialDate | None


def home_of(key: Key) -> Key:
    """The record that a row is part of, or that a proof is about."""
    while len(key) > 2:
        key = key[1]
    return key


def record_of(key: Key) -> Key:
    """The record whose file holds a row: a mention stands with its article."""
    return ("article", key[2]) if key[0] == "evidence" and key[2] else home_of(key)


class Archive:
    """Records by kind and slug; a record of the files hides the stored one."""

    def __init__(self, stored: Stored | None = None) -> None:
        self.stored = stored
        self.records: dict[Key, Record] = {}
        self.refused: set[Key] = set()
        self.tensions: dict[frozenset[Key | None], str] = {}
        """The first tension of each two statements."""
        self.unread: set[str] = set()
        """Articles whose text was refused."""
        self.watched = Watched()
        self._unread: set[str] = set()
        self._texts: dict[str, ArticleText | None] = {}
        self._tenures: dict[str, list[TenureFacts]] = {}
        self._rows: dict[Key, dict[Key, Row]] = {}

    def not_read(self, name: str, text: str) -> None:
        """Keep the words of a file that could not be read: what they name may well exist."""
        self._unread |= {PurePath(name).stem, *_SLUGS.findall(text)}

    def may_be_unread(self, slug: str) -> bool:
        """Whether a slug stands in a file that could not be read."""
        return slug in self._unread

    def kinds_of(self, slug: str) -> set[str]:
        """The kinds of records that a slug names here."""
        kinds = {
            kind for kind in KINDS if (kind, slug) in self.records or (kind, slug) in self.refused
        }
        if self.stored is not None:
            kinds |= self.stored.kinds_by_slug.get(slug, set())
        return kinds

    def slugs(self, kind: str) -> set[str]:
        """Every slug of a kind."""
        own = {key[1] for key in (*self.records, *self.refused) if key[0] == kind}
        return own | set(self.stored.heads(kind)) if self.stored else own

    def nearest(self, kind: str, slug: str) -> list[str]:
        """The slugs of a kind that are most like one that is not known."""
        return nearest(slug, self.slugs(kind))

    def record(self, kind: str, slug: str) -> Record | None:
        """A record, or None where there is none or its file was refused."""
        found = self.records.get((kind, slug))
        if found is None and self.stored is not None and (kind, slug) not in self.refused:
            return self.stored.record(kind, slug)
        return found

    def row(self, key: Key) -> Row | None:
        """A row of any record, when all records have all their rows."""
        home = home_of(key)
        if home not in self._rows:
            record = self.record(*home)
            self._rows[home] = {row.key: row for row in record.rows} if record else {}
        return self._rows[home].get(key)

    def values(self, kind: str, slug: str | None) -> Values:
        """The columns of a record's own row; none where it is not known."""
        record = self.record(kind, slug) if slug else None
        return record.head.values if record else {}

    def is_unread(self, article: str) -> bool:
        """Whether an article or its text was refused: what rests on it cannot be judged."""
        return ("article", article) in self.refused or article in self.unread

    def text(self, article: str) -> ArticleText | None:
        """The text of an article, where it is here."""
        if article not in self._texts:
            record = self.record("article", article)
            rows = list(record.of("article_text")) if record else []
            self._texts[article] = ArticleText(article, rows[0].values["text"]) if rows else None
        return self._texts[article]

    @cached_property
    def mentions(self) -> dict[Key, list[Row]]:
        """What the files of articles prove of records elsewhere, when all rows are there."""
        found: dict[Key, list[Row]] = defaultdict(list)
        for record in self.records.values():
            if record.kind == "article":
                for row in record.of("evidence"):
                    if row.key[2]:
                        found[home_of(row.key)].append(row)
        return found

    def texts(self) -> list[ArticleText]:
        """Every text of this run, by slug."""
        slugs = sorted(key[1] for key in self.records if key[0] == "article")
        return [text for slug in slugs if (text := self.text(slug)) is not None]

    def tenures(self, actor: str) -> list[TenureFacts]:
        """The offices that somebody is known to have held."""
        if actor not in self._tenures:
            record = self.record("actor", actor)
            self._tenures[actor] = [
                TenureFacts(
                    row.values["office_id"][1],
                    date_of(row.values, "since"),
                    date_of(row.values, "until"),
                )
                for row in (record.of("tenure") if record else ())
            ]
        return self._tenures[actor]
