"""PostgreSQL: many writers, advisory locks, schemas, and roles that keep the boundary."""

from __future__ import annotations

import re
import secrets
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text
from sqlalchemy.exc import DBAPIError

from communique.errors import UsageError

from . import postgresql_catalog as catalog
from .committing import commit
from .driver import driver_of, run
from .failures import of_postgresql
from .interface import VERSION_TABLE, Answer, Database, Keeping, Limits
from .placing import names_as_written, schema_by_lender
from .postgresql_catchwords import CATCHWORDS
from .postgresql_connect import (
    async_postgresql_engine,
    place_of,
    postgresql_engine,
    url_in,
)
from .postgresql_dump import describe
from .postgresql_guard import ask
from .postgresql_locks import OUR_LOCK, holder, lock, set_locally
from .postgresql_search import PostgresqlFullText
from .sql_words import quoted
from .sqlite_search import SqliteFullText

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

    from communique.errors import CommuniqueError


class Postgresql(Database):
    """A PostgreSQL database of version 15 or newer, reached through psycopg 3."""

    name = "postgresql"
    room_of_its_own = "give communique a schema of its own: schema=NAME"
    alters_tables = True
    replaces_views = True
    full_text = PostgresqlFullText()
    catchwords = CATCHWORDS

    def not_here(self) -> frozenset[str]:
        return SqliteFullText().tables

    def engine(self, url: URL, *, read_only: bool, wait: float) -> Engine:
        return postgresql_engine(url, read_only=read_only, wait=wait)

    def async_engine(self, url: URL, *, read_only: bool, wait: float) -> AsyncEngine:
        return async_postgresql_engine(url, read_only=read_only, wait=wait)

    def url_in(self, url: URL, schema: str) -> URL:
        return url_in(url, schema)

    def place(self, url: URL) -> str:
        return place_of(url)

    def version(self, connection: Connection) -> str:
        shown = connection.exec_driver_sql("SHOW server_version").scalar_one()
        return f"PostgreSQL {str(shown).split()[0]}"

    def translate(self, error: BaseException, place: str) -> CommuniqueError | None:
        return of_postgresql(error, place)

    def autocommits(self, connection: Connection) -> bool:
        return bool(getattr(driver_of(connection), "autocommit", False))

    @contextmanager
    def begin_writing(self, connection: Connection, wait: float) -> Iterator[None]:
        by_hand = self.autocommits(connection)
        shell = None if connection.in_transaction() else connection.begin()
        try:
            if by_hand:
                run(connection, "BEGIN")
            # After a wait for the lock, a snapshot would not show what was waited for; it must
            # be said before the first question. Limits of the host are meant for its questions.
            run(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            run(connection, catalog.NO_LIMITS)
            yield
            kept = partial(run, connection, "COMMIT") if by_hand else connection.connection.commit
            driver = driver_of(connection)
            # A connection that broke took the answer with it.
            commit(connection, self.place(connection.engine.url), kept, lambda _: driver.closed)
        except BaseException:
            if connection.invalidated or driver_of(connection).closed:
                pass  # the connection is gone, and its transaction with it
            elif by_hand:
                run(connection, "ROLLBACK")
            else:
                connection.connection.rollback()
            raise
        finally:
            # A connection that breaks now changes nothing: the work is kept, or was told of.
            with suppress(DBAPIError):
                if shell is not None:
                    shell.close()

    @contextmanager
    def migration_lock(self, connection: Connection, wait: float) -> Iterator[None]:
        before = lock(connection, wait)
        yield  # the DDL itself waits no longer than the lock did
        set_locally(connection, "lock_timeout", before)

    def loader_lock(self, connection: Connection, wait: float) -> None:
        before = lock(connection, wait)
        set_locally(connection, "lock_timeout", before)

    def writer(self, connection: Connection) -> str | None:
        return holder(connection)

    def keys_used(self, connection: Connection, table: str, last: int) -> None:
        # Without it, the sequence would give a host's own INSERT a key that is taken.
        connection.exec_driver_sql(
            "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", (table, last)
        )

    @contextmanager
    def snapshot(self, connection: Connection) -> Iterator[None]:
        with connection.begin():
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield

    def damage(self, connection: Connection) -> list[str]:
        invalid = connection.exec_driver_sql(
            "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid ORDER BY 1"
        )
        return [f"the index {row[0]} is not valid: REINDEX it" for row in invalid]

    def settle(self, engine: Engine) -> None:
        """Nothing to do: the server's log is its own affair."""

    def insert_many(
        self,
        connection: Connection,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
    ) -> None:
        driver: Any = driver_of(connection)
        with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def take_statistics(self, connection: Connection, tables: Iterable[str]) -> None:
        connection.exec_driver_sql(f"ANALYZE {', '.join(quoted(table) for table in tables)}")

    @contextmanager
    def foreign_keys_off(self, connection: Connection) -> Iterator[None]:
        yield  # ALTER TABLE does here what SQLite needs a rebuild for

    def can_rebuild(self, connection: Connection) -> bool:
        return True

    def broken_references(self, connection: Connection, tables: Collection[str]) -> list[str]:
        return []  # the server never lets one be

    def schema_of(self, connection: Connection, schema: str | None) -> str | None:
        if schema is None and (schema := schema_by_lender(connection)) is None:
            asked = "SELECT current_schema(), current_setting('search_path')"
            found, path = connection.exec_driver_sql(asked).one()
            if found is None:
                raise UsageError(
                    f"No schema of this connection's search_path exists: {path or 'it is empty'}.",
                    hint="make it with CREATE SCHEMA, or name another one: schema=NAME",
                )
            return str(found)
        known = text("SELECT 1 FROM pg_namespace WHERE nspname = :schema")
        if connection.execute(known, {"schema": schema}).first() is None:
            raise UsageError(
                f'There is no schema "{schema}".', hint=f"make it: CREATE SCHEMA {quoted(schema)}"
            )
        return schema

    @contextmanager
    def in_schema(self, connection: Connection, schema: str | None) -> Iterator[None]:
        name = self.schema_of(connection, schema)
        assert name is not None
        with self._together(connection), names_as_written(connection):
            asked = "SELECT current_setting('search_path')"
            before = connection.exec_driver_sql(asked).scalar_one()
            set_locally(connection, "search_path", quoted(name))
            yield
            set_locally(connection, "search_path", str(before))

    @contextmanager
    def _together(self, connection: Connection) -> Iterator[None]:
        """A transaction by hand where the driver would keep each statement by itself."""
        if not self.autocommits(connection) or driver_of(connection).info.transaction_status != 0:
            yield
            return
        run(connection, "BEGIN")
        try:
            yield
        except BaseException:
            if not connection.invalidated:
                run(connection, "ROLLBACK")
            raise
        run(connection, "COMMIT")

    def names(self, connection: Connection, schema: str | None = None) -> dict[str, str]:
        found = connection.execute(
            text(catalog.NAMES), {"schema": self.schema_of(connection, schema)}
        )
        return {str(name): str(kind) for name, kind in found}

    def occupied(self, connection: Connection, schema: str | None = None) -> dict[str, str]:
        where = self.schema_of(connection, schema)
        found = connection.scalars(text(catalog.OCCUPIED), {"schema": where})
        return {str(name): str(name) for name in found}

    def elsewhere(self, connection: Connection) -> list[str]:
        return [str(name) for name in connection.scalars(text(catalog.ELSEWHERE))]

    def keep_views(self, views: Sequence[str]) -> Keeping:
        if not views:
            return Keeping()
        listed = ", ".join(_literal(view) for view in views)
        return Keeping((catalog.KEEP.replace("VIEWS", listed),), (catalog.GIVE_BACK,))

    def replacing(self, create_view: str) -> str:
        return re.sub(r"(?m)^CREATE VIEW\b", "CREATE OR REPLACE VIEW", create_view, count=1)

    def script_opening(self, schema: str | None, table: str, at: str | None) -> list[str]:
        opening = [f"SELECT pg_advisory_xact_lock({OUR_LOCK});"]
        if schema is not None:
            opening.append(f"SET LOCAL search_path TO {quoted(schema)};")
        if at is not None:
            opening.append(catalog.REQUIRE_REVISION.format(table=table, at=at))
        return opening

    def readers_of_views(self, connection: Connection, views: Collection[str]) -> list[str]:
        if not views:
            return []
        asked = text(catalog.VIEW_READERS).bindparams(bindparam("views", expanding=True))
        return [str(line) for line in connection.scalars(asked, {"views": sorted(views)})]

    @contextmanager
    def blank(self, connection: Connection) -> Iterator[tuple[Connection, str | None]]:
        name = f"communique_{secrets.token_hex(8)}"
        began = not connection.in_transaction()
        with self._together(connection):
            point = connection.begin_nested()
            try:
                connection.exec_driver_sql(f"CREATE SCHEMA {quoted(name)}")
                yield connection, name
            finally:
                point.rollback()
        if began:
            connection.rollback()

    def schema_dump(
        self,
        connection: Connection,
        *,
        schema: str | None = None,
        only: Collection[str] | None = None,
    ) -> str:
        wanted = set(self.names(connection, schema)) if only is None else set(only)
        with self.in_schema(connection, schema):
            return describe(connection, wanted - {VERSION_TABLE})

    def guarded_select(self, url: URL, sql: str, limits: Limits) -> Answer:
        return ask(url, sql, limits)


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
