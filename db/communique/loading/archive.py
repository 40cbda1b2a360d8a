"""All that is known in one run: what the files say, and behind it what the database holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol

from ..dates import PartialDate
from ..names import nearest
from .naming import article_slug
from .rows import KINDS, Key, Record, Row, Values, date_of, home_of
from .stored import Stored
from .survey import Survey
from .texts import ArticleText
from .watched import Watched

_SLUGS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


REGISTERED = frozenset({"topic", "place", "actor", "office"})
"""Kinds that stay for the whole run, because all others refer to them."""
MOST_AGAIN = 1_000
"""Records of other windows that are kept at a time."""
MOST_SEARCHED = 20_000
"""Texts of other windows that are looked through in a run for excerpts that were not found."""


class ReadAgain(Protocol):
    """How a record of another window is resolved."""

    def __call__(self, key: Key, *, in_full: bool = False) -> Record | None: ...


class TenureFacts(NamedTuple):
    """An office held, as capacity rules need it."""

    office: str
    since: PartialDate | None
    until: PartialDate | None


class Archive:
    """Records by kind and slug; a record of the files hides the stored one.

    Of a large run only the registries and the records of one window are here at a time;
    another one is read again when it is asked for, and kept for a while.
    """

    def __init__(self, stored: Stored | None, survey: Survey) -> None:
        self.stored = stored
        self.survey = survey
        self.records: dict[Key, Record] = {}
        self.refused: set[Key] = set()
        self.tensions: dict[frozenset[Key | None], str] = {}
        """The first tension of each two statements."""
        self.unread: set[str] = set()
        """Articles whose text was refused."""
        self.watched = Watched()
        self.read_again: ReadAgain
        """Resolves a record of another window; an article's quotes and mentions only `in_full`."""
        self._unread: set[str] = set()
        self._texts: dict[str, ArticleText | None] = {}
        self._tenures: dict[str, list[TenureFacts]] = {}
        self._rows: dict[Key, dict[Key, Row]] = {}
        self._again: dict[Key, Record | None] = {}
        self._aside: dict[Path, int] = {}
        self._searches = MOST_SEARCHED

    def read(self, path: Path, most: int) -> bytes:
        """The bytes of an article's text, read once though its article is resolved again.

        Raises like `Watched.read`.
        """
        if path not in self._aside:
            content = self.watched.read(path, most)
            if self.survey.is_small:
                return content
            self._aside[path] = self.survey.put_aside(content)
            return content
        return bytes(self.survey.taken_back(self._aside[path]))

    def leave_window(self) -> None:
        """Forget what only the records of one window needed."""
        for key in [key for key in self.records if key[0] not in REGISTERED]:
            del self.records[key]
        self._texts.clear()
        self._rows.clear()

    def not_read(self, name: str, text: str) -> None:
        """Keep the words of a file that could not be read: what they name may well exist."""
        self._unread |= {PurePath(name).stem, *_SLUGS.findall(text)}

    def may_be_unread(self, slug: str) -> bool:
        """Whether a slug stands in a file that could not be read."""
        return slug in self._unread

    def is_of_run(self, key: Key) -> bool:
        """Whether the files of this run hold a record."""
        return key[1] in self.survey.names[key[0]]

    def holds(self, kind: str, slug: str) -> bool:
        """Whether there is a record, in the files or in the database."""
        key = (kind, slug)
        return self.is_of_run(key) or (self.stored is not None and slug in self.stored.heads(kind))

    def kinds_of(self, slug: str) -> set[str]:
        """The kinds of records that a slug names here."""
        return {kind for kind in KINDS if self.holds(kind, slug)}

    def slugs(self, kind: str) -> set[str]:
        """Every slug of a kind."""
        own = {key[1] for key in self.records if key[0] == kind}
        own |= self.survey.names[kind].keys()
        return own | set(self.stored.heads(kind)) if self.stored else own

    def nearest(self, kind: str, slug: str) -> list[str]:
        """The slugs of a kind that are most like one that is not known."""
        return nearest(slug, self.slugs(kind))

    def record(self, kind: str, slug: str) -> Record | None:
        """A record, or None where there is none or its file was refused."""
        key = (kind, slug)
        found = self.records.get(key)
        if found is None and key not in self.refused:
            if self.is_of_run(key):
                return self._from_another_window(key)
            if self.stored is not None:
                return self.stored.record(kind, slug)
        return found

    def _from_another_window(self, key: Key) -> Record | None:
        if key not in self._again:
            if len(self._again) >= MOST_AGAIN:
                self._again.clear()
            self._again[key] = self.read_again(key)
        return self._again[key]

    def row(self, key: Key) -> Row | None:
        """A row of any record, when all records have all their rows."""
        if len(key) == 2:
            record = self.record(*key)
            return record.head if record else None
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
            self._texts[article] = _text_of(self.record("article", article))
        return self._texts[article]

    def texts(self) -> Iterator[ArticleText]:
        """The texts of this run, by slug; of a very large one only so many."""
        for slug in sorted(self.survey.names["article"]):
            if ("article", slug) in self.records:
                found = self.text(slug)
            else:
                self._searches -= 1
                found = _text_of(self.record("article", slug)) if self._searches >= 0 else None
            if found is not None:
                yield found

    def proofs_in(self, article: str) -> Sequence[Row]:
        """All the proofs that stand in an article's file: of its quotes and mentions too."""
        key = ("article", article)
        if key in self.records or not self.is_of_run(key):
            record = self.record(*key)
        else:
            record = self.read_again(key, in_full=True)
        return list(record.of("evidence")) if record else []

    def mentions(self, key: Key) -> list[Row]:
        """What the files of other articles prove of a record, when all rows are there."""
        return [
            row
            for slug in self.mentioning(key[1])
            for row in self.proofs_in(slug)
            if row.key[2] and home_of(row.key) == key
        ]

    def mentioning(self, slug: str) -> Iterator[str]:
        """The articles of this run that add proofs to a record."""
        for number in dict.fromkeys(self.survey.mentioning.get(slug, ())):
            source, root = self.survey.held(number)
            if "article" in root.data:
                yield article_slug(source, root.data["article"])

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


def _text_of(record: Record | None) -> ArticleText | None:
    rows = list(record.of("article_text")) if record else []
    return ArticleText(record.slug, rows[0].values["text"]) if record and rows else None
