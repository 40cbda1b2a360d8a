"""Writing rows to either database in bulk, each with the key that it is given here."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import count
from typing import Any

from sqlalchemy import Connection, Engine

from bench.rows import World
from communique.databases import database_of, writing
from communique.indexing import index_texts
from communique.models.base import Base

AT_ONCE = 5_000


def fill(engine: Engine, articles: int, *, agreements: int = 2, seed: int = 1) -> None:
    """Write an archive of so many articles into an empty migrated database, with statistics.

    One article of ``agreements`` tells of one.
    """
    with writing(engine).begin() as connection:
        writer = Writer(connection)
        world = World(writer.add, random.Random(seed), agreements)
        for number in range(articles):
            world.article(number)
            if number % AT_ONCE == AT_ONCE - 1:
                writer.flush()
        writer.flush()
        writer.told()
        index_texts(connection)
        writer.database.take_statistics(connection, sorted(Base.metadata.tables))


class Writer:
    """Rows by table, kept until there are many; each is given its key when it is added."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.database = database_of(connection)
        self.kept: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        self.keys: dict[str, count[int]] = defaultdict(lambda: count(1))
        self.last: dict[str, int] = {}

    def add(self, table: str, **columns: Any) -> int:
        key = self.last[table] = next(self.keys[table])
        self.kept[table, ("id", *columns)].append((key, *columns.values()))
        return key

    def flush(self) -> None:
        """Parents first: PostgreSQL looks at some keys at once."""
        order = {each: number for number, each in enumerate(ORDER)}
        for (table, columns), rows in sorted(self.kept.items(), key=lambda kept: order[kept[0][0]]):
            self.database.insert_many(self.connection, table, columns, rows)
        self.kept.clear()

    def told(self) -> None:
        for table, last in self.last.items():
            self.database.keys_used(self.connection, table, last)


ORDER = (
    "actor", "office", "place", "topic", "article", "article_text", "agreement", "name", "tenure",
    "meeting", "meeting_topic", "participation", "agreement_topic", "party", "agreement_action",
    "signature", "incident", "incident_actor", "quote", "quote_speaker", "quote_topic", "figure",
    "evidence",
)  # fmt: skip
