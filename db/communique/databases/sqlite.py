"""SQLite: one file, one writer, and a boundary that is ours to keep."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from communique.errors import StorageError, UsageError

from .committing import commit
from .driver import driver_of, run
from .failures import of_sqlite
from .interface import VERSION_TABLE, WRITES, Answer, Database, Limits
from .placing import schema_by_lender
from .sql_words import quoted
from .sqlite_ask import ask
from .sqlite_async import async_sqlite_engine
from .sqlite_catchwords import CATCHWORDS
from .sqlite_commit import is_lost
from .sqlite_connect import path_of, sqlite_engine
from .sqlite_dump import describe
from .sqlite_holder import announced, writer_of
from .sqlite_search import SqliteFullText

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

    from communique.errors import CommuniqueError

NO_SCHEMAS = "SQLite has no schemas."
_WRITER = "communique_is_writer"


class Sqlite(Database):
    """A SQLite database of version 3.37 or newer."""

    name = "sqlite"
    room_of_its_own = "give communique a file of its own"
    alters_tables = False
    replaces_views = False
    full_text = SqliteFullText()
    catchwords = CATCHWORDS
    script_preamble = "PRAGMA foreign_keys=OFF;\n\n"

    def engine(self, url: URL, *, read_only: bool, wait: float) -> Engine:
        return sqlite_engine(url, read_only=read_only, wait=wait)

    def async_engine(self, url: URL, *, read_only: bool, wait: float) -> AsyncEngine:
        return async_sqlite_engine(url, read_only=read_only, wait=wait)

    def url_in(self, url: URL, schema: str) -> URL:
        raise UsageError(NO_SCHEMAS, hint=f"{self.room_of_its_own} instead")

    def place(self, url: URL) -> str:
        if url.database in (None, "", ":memory:"):
            return "the database in memory"
        return f"the database {url.database}"

    def version(self, connection: Connection) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def translate(self, error: BaseException, place: str) -> CommuniqueError | None:
        return of_sqlite(error, place)

    def autocommits(self, connection: Connection) -> bool:
        driver = driver_of(connection)
        return driver.isolation_level is None and not driver.in_transaction

    @contextmanager
    def begin_writing(self, connection: Connection, wait: float) -> Iterator[None]:
        shell = None if connection.in_transaction() else connection.begin()
        try:
            if driver_of(connection).in_transaction:
                run(connection, "ROLLBACK")  # an empty reader of ours, a moment old
            self._begin_immediate(connection, wait)
            connection.info[_WRITER] = True
            with announced(_file_of(connection)):
                yield
                commit(
                    connection,
                    self.place(connection.engine.url),
                    partial(run, connection, "COMMIT"),
                    partial(is_lost, connection),
                )
        except BaseException:
            if not connection.invalidated and driver_of(connection).in_transaction:
                run(connection, "ROLLBACK")
            raise
        finally:
            if not connection.invalidated:
                connection.info.pop(_WRITER, None)
            if shell is not None:
                shell.close()

    @contextmanager
    def migration_lock(self, connection: Connection, wait: float) -> Iterator[None]:
        self.loader_lock(connection, wait)
        yield

    def loader_lock(self, connection: Connection, wait: float) -> None:
        if not driver_of(connection).in_transaction:
            self._begin_immediate(connection, wait)
        elif not (connection.info.get(_WRITER) or connection.get_execution_options().get(WRITES)):
            # Writing the number that is already there makes a reader the writer, or fails now
            # rather than after half of the work.
            with _waiting(connection, wait):
                ((number,),) = run(connection, "PRAGMA user_version")
                run(connection, f"PRAGMA user_version={number}")

    def writer(self, connection: Connection) -> str | None:
        return writer_of(_file_of(connection))

    def keys_used(self, connection: Connection, table: str, last: int) -> None:
        """Nothing to tell: a new key is one more than the greatest in the table."""

    @contextmanager
    def snapshot(self, connection: Connection) -> Iterator[None]:
        with connection.begin():
            run(connection, "SELECT count(*) FROM sqlite_master")  # BEGIN alone fixes no state yet
            yield

    def damage(self, connection: Connection) -> list[str]:
        found = [str(row[0]) for row in run(connection, "PRAGMA integrity_check(20)")]
        return [line for line in found if line != "ok"]

    def settle(self, engine: Engine) -> None:
        with engine.connect() as connection:
            run(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
            run(connection, "PRAGMA journal_mode=DELETE")

    def insert_many(
        self,
        connection: Connection,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
    ) -> None:
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", list(map(tuple, rows))
        )

    def take_statistics(self, connection: Connection, tables: Iterable[str]) -> None:
        for table in tables:
            run(connection, f"ANALYZE {quoted(table)}")

    @contextmanager
    def foreign_keys_off(self, connection: Connection) -> Iterator[None]:
        before = run(connection, "PRAGMA foreign_keys")
        run(connection, "PRAGMA foreign_keys=OFF")
        try:
            yield
        finally:
            run(connection, f"PRAGMA foreign_keys={before[0][0]}")
            if run(connection, "PRAGMA foreign_keys") != before:
                raise StorageError(
                    "SQLite did not go back to enforcing foreign keys.",
                    hint="close this connection and open a new one",
                )

    def can_rebuild(self, connection: Connection) -> bool:
        return run(connection, "PRAGMA foreign_keys") == [(0,)]

    def broken_references(self, connection: Connection, tables: Collection[str]) -> list[str]:
        return [
            f"row {rowid} of {table} points to a row of {parent} that is not there"
            for name in sorted(tables)
            for table, rowid, parent, _ in run(
                connection, f"PRAGMA foreign_key_check({quoted(name)})"
            )
        ]

    def schema_of(self, connection: Connection, schema: str | None) -> str | None:
        if (schema or schema_by_lender(connection)) is not None:
            raise UsageError(NO_SCHEMAS, hint=f"{self.room_of_its_own} instead")
        return None

    @contextmanager
    def in_schema(self, connection: Connection, schema: str | None) -> Iterator[None]:
        self.schema_of(connection, schema)
        yield

    def script_opening(self, schema: str | None, table: str, at: str | None) -> list[str]:
        if schema is not None:
            raise UsageError(NO_SCHEMAS, hint=f"{self.room_of_its_own} instead")
        return []

    def names(self, connection: Connection, schema: str | None = None) -> dict[str, str]:
        return {
            str(name): str(kind)
            for name, kind in connection.exec_driver_sql(
                "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"
                " AND type <> 'shadow' AND substr(name, 1, 7) <> 'sqlite_'"
            )
        }

    def occupied(self, connection: Connection, schema: str | None = None) -> dict[str, str]:
        # Tables, views and indexes share one space of names, in which case does not count.
        self.schema_of(connection, schema)
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master")
        return {str(name).lower(): str(name) for (name,) in found}

    def readers_of_views(self, connection: Connection, views: Collection[str]) -> list[str]:
        return []  # SQLite lets a view outlive what it reads

    @contextmanager
    def blank(self, connection: Connection) -> Iterator[tuple[Connection, str | None]]:
        engine = self.engine(make_url("sqlite://"), read_only=False, wait=0)
        try:
            with engine.connect() as fresh:
                run(fresh, "PRAGMA foreign_keys=OFF")  # so that tables can be rebuilt in it
                yield fresh, None
        finally:
            engine.dispose()

    def schema_dump(
        self,
        connection: Connection,
        *,
        schema: str | None = None,
        only: Collection[str] | None = None,
    ) -> str:
        wanted = set(self.names(connection, schema) if only is None else only) - {VERSION_TABLE}
        rows = connection.exec_driver_sql(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        )
        return describe([(str(t), str(n), str(s)) for t, n, of, s in rows if of in wanted])

    def guarded_select(self, url: URL, sql: str, limits: Limits) -> Answer:
        return ask(path_of(url), sql, limits)

    def _begin_immediate(self, connection: Connection, wait: float) -> None:
        with _waiting(connection, wait):
            run(connection, "BEGIN IMMEDIATE")


def _file_of(connection: Connection) -> Path | None:
    """The file, whatever a host's URL says of it and of more; None for a database in memory."""
    for _, name, file in run(connection, "PRAGMA database_list"):
        if name == "main" and file:
            return Path(file)
    return None


@contextmanager
def _waiting(connection: Connection, wait: float) -> Iterator[None]:
    ((before,),) = run(connection, "PRAGMA busy_timeout")
    run(connection, f"PRAGMA busy_timeout={int(wait * 1000)}")
    try:
        yield
    finally:
        run(connection, f"PRAGMA busy_timeout={before}")
