"""Opening a SQLite file with every safety that SQLite leaves off by default."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import StaticPool, create_engine, event

from communique.errors import StorageError, UsageError

from .interface import WRITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL, Connection, Engine

OLDEST = (3, 37, 0)
"""STRICT tables need it: https://www.sqlite.org/stricttables.html"""


def path_of(url: URL) -> Path | None:
    """The file that a SQLite URL names; None for a database in memory."""
    if url.query:
        raise UsageError(
            "A SQLite URL takes no options.", hint="write sqlite:///FILE and nothing after it"
        )
    if url.host or url.username or url.password or url.port:
        raise UsageError(
            "A SQLite URL names a file, not a server.",
            hint="write sqlite:///FILE, or sqlite:////FILE when the path is absolute",
        )
    if url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def sqlite_engine(url: URL, *, read_only: bool, wait: float) -> Engine:
    """An engine whose transactions are what they say they are."""
    connect = connector(url, read_only=read_only, wait=wait)
    engine = create_engine(url, creator=connect, **pool_options(url))
    event.listen(engine, "begin", begin)
    return engine


def pool_options(url: URL) -> dict[str, Any]:
    """A database in memory dies with its connection, so all share one."""
    return {"poolclass": StaticPool} if path_of(url) is None else {}


def connector(url: URL, *, read_only: bool, wait: float) -> Callable[[], sqlite3.Connection]:
    """What opens a connection with our profile; StorageError when SQLite cannot serve us."""
    if sqlite3.sqlite_version_info < OLDEST:
        raise StorageError(
            f"SQLite {sqlite3.sqlite_version} is too old: communique needs 3.37 or newer.",
            hint="use a Python that was built with a newer SQLite, or PostgreSQL",
        )
    if not _has_full_text():
        raise StorageError(
            "This SQLite has no full-text search (FTS5).",
            hint="use a Python whose SQLite was built with it, or PostgreSQL",
        )
    path = path_of(url)

    def connect() -> sqlite3.Connection:
        connection = open_file(path, read_only=read_only, wait=wait)
        try:
            apply_profile(connection, path, read_only=read_only, wait=wait)
        except BaseException:
            connection.close()
            raise
        return connection

    return connect


@lru_cache(maxsize=1)
def _has_full_text() -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except sqlite3.OperationalError:
            return False
    return True


def begin(connection: Connection) -> None:
    """Begin for real: the driver would wait for the first write, and never for DDL."""
    driver = connection.connection.dbapi_connection
    assert driver is not None
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    if driver.isolation_level is not None:
        driver.isolation_level = None  # SQLAlchemy sets "" when AUTOCOMMIT is given back
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES) else "BEGIN")


def open_file(path: Path | None, *, read_only: bool, wait: float) -> sqlite3.Connection:
    """Open the file, creating it only for those who may write."""
    if path is None:
        return _connect(":memory:", wait)
    if read_only and not path.is_file():
        raise StorageError(
            f"There is no database at {path}.",
            hint=f"make one with: communique --database sqlite:///{path} db upgrade",
        )
    if not path.parent.is_dir():
        raise StorageError(
            f"There is no folder {path.parent} for the database {path.name}.",
            hint="make the folder first",
        )
    # A mode=ro connection leaves -wal and -shm files behind it; one that may write, and is
    # told not to, cleans up when it closes. So mode=ro only where nothing else is possible.
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    mode = "rwc" if not read_only else "rw" if writable else "ro"
    lonely = mode == "ro" and not os.access(path.parent, os.W_OK) and not _has_wal(path)
    flags = f"mode={mode}" + ("&immutable=1" if lonely else "")
    try:
        return _connect(f"{uri_of(path)}?{flags}", wait)
    except sqlite3.OperationalError as error:
        raise StorageError(
            f"Cannot open the database {path}: {error}.",
            hint="check that it is a file and that you may read it and write beside it",
        ) from error


def uri_of(path: Path) -> str:
    """The path as SQLite's URI form, every special character kept as a plain one."""
    return "file:" + quote(path.resolve().as_posix())


def _has_wal(path: Path) -> bool:
    return path.with_name(path.name + "-wal").exists()


def _connect(target: str, wait: float) -> sqlite3.Connection:
    # SQLAlchemy's pool hands a connection to one thread at a time.
    return sqlite3.connect(
        target,
        uri=target != ":memory:",
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,
    )


def apply_profile(
    connection: sqlite3.Connection, path: Path | None, *, read_only: bool, wait: float
) -> None:
    """Set our pragmas and read back the one whose failure would lose rows in silence."""
    for pragma in (
        "foreign_keys=ON",
        f"busy_timeout={int(wait * 1000)}",
        "trusted_schema=OFF",
        "cell_size_check=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    require_foreign_keys(connection)
    if read_only:
        connection.execute("PRAGMA query_only=ON")
    elif path is not None:
        _use_wal(connection, wait)
        connection.execute("PRAGMA synchronous=FULL")


def require_foreign_keys(connection: sqlite3.Connection) -> None:
    """Raise unless foreign keys are enforced; the pragma fails without a word."""
    if connection.execute("PRAGMA foreign_keys").fetchone() != (1,):
        raise StorageError(
            "SQLite does not enforce foreign keys on this connection.",
            hint="use a Python whose SQLite was built with foreign keys",
        )


def _use_wal(connection: sqlite3.Connection, wait: float) -> None:
    """Switch to write-ahead logging; the switch itself ignores ``busy_timeout``.

    A file system that cannot share memory keeps its rollback journal, which is safe there.
    """
    deadline = time.monotonic() + wait
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                connection.execute("PRAGMA journal_mode=WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
