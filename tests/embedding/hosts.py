"""A host with its own tables, its own Alembic revision, and six ways of lending a connection."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OURS = "diplomacy"
"""The PostgreSQL schema that the host gives to us."""


def schema_of(url: str) -> str | None:
    return OURS if make_url(url).get_backend_name() == "postgresql" else None


def settle(url: str) -> None:
    """The host's own life: orders, its Alembic's revision, and where it can, its own actors."""
    engine = host_engine(url)
    with engine.begin() as connection:
        for statement in (
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, item TEXT)",
            "INSERT INTO orders VALUES (1, 'paper'), (2, 'ink')",
            "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)",
            "INSERT INTO alembic_version VALUES ('f00dcafe')",
        ):
            connection.execute(text(statement))
        if schema_of(url):
            connection.execute(text(f"CREATE SCHEMA {OURS}"))
            connection.execute(text("CREATE TABLE actor (id INTEGER PRIMARY KEY, stage TEXT)"))
            connection.execute(text("INSERT INTO actor VALUES (1, 'La Scala')"))
    engine.dispose()


def belongings(url: str) -> list[Any]:
    """What the host must find again as it left it."""
    tables = ["orders", "alembic_version", *(["actor"] if schema_of(url) else [])]
    engine = host_engine(url)
    with engine.connect() as connection:
        found = [[tuple(r) for r in connection.execute(text(f"SELECT * FROM {t}"))] for t in tables]
    engine.dispose()
    return found


def host_engine(url: str) -> Engine:
    """An engine as a careful host makes it, without our profile."""
    plain = make_url(url)
    engine = create_engine(plain.set(drivername=plain.get_backend_name()))
    return careful(engine)


def careful(engine: Engine) -> Engine:
    """The engine, with foreign keys on where they are off by default."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", turn_on)
    return engine


def turn_on(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def no_transaction(url: str, work: Callable[[Connection], object]) -> None:
    with _connected(url) as connection:
        work(connection)
        assert not connection.in_transaction()


def in_transaction(url: str, work: Callable[[Connection], object]) -> None:
    with _connected(url) as connection, connection.begin():
        work(connection)
        assert connection.in_transaction()


def already_read(url: str, work: Callable[[Connection], object]) -> None:
    with _connected(url) as connection:
        assert connection.execute(text("SELECT count(*) FROM orders")).scalar_one() == 2
        work(connection)
        connection.commit()


def autocommit(url: str, work: Callable[[Connection], object]) -> None:
    with _connected(url) as plain:
        work(plain.execution_options(isolation_level="AUTOCOMMIT"))


def savepoint(url: str, work: Callable[[Connection], object]) -> None:
    with _connected(url) as connection, connection.begin():
        connection.execute(text("INSERT INTO orders VALUES (3, 'wax')"))
        with connection.begin_nested():
            work(connection)
        connection.execute(text("DELETE FROM orders WHERE id = 3"))


def asynchronous(url: str, work: Callable[[Connection], object]) -> None:
    async def main() -> None:
        plain = make_url(url)
        kind = plain.get_backend_name()
        driver = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}[kind]
        engine = create_async_engine(plain.set(drivername=driver))
        careful(engine.sync_engine)
        async with engine.connect() as connection:
            await connection.run_sync(work)
        await engine.dispose()

    asyncio.run(main())


SITUATIONS = [no_transaction, in_transaction, already_read, autocommit, savepoint, asynchronous]
OPEN = {in_transaction, already_read, savepoint}
"""Those in which the host has a transaction open, and commits it."""


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = host_engine(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()
