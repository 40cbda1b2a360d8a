"""Choosing the database: from a URL to an engine, and from an engine back to its kind."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from communique.errors import UsageError

from .interface import WRITES, Answer, Database, Limits
from .postgresql import Postgresql
from .sqlite import Sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.ext.asyncio import AsyncEngine

_KINDS: dict[str, Database] = {"sqlite": Sqlite(), "postgresql": Postgresql()}
_FORMS = "write sqlite:///FILE or postgresql://USER@HOST/NAME"


def url_of(text: str | URL) -> URL:
    """Read a database URL; UsageError, without the text, when it is not one of ours."""
    if not isinstance(text, str | URL):
        raise UsageError(
            f"A database URL or an engine is needed, not {type(text).__name__}.",
            hint="connect takes an Engine, connect_async an AsyncEngine",
        )
    try:
        url = make_url(text)
        kind, _, driver = url.drivername.partition("+")
    except (ArgumentError, ValueError):
        # The text may hold a password, so it is not repeated.
        raise UsageError("That is not a database URL.", hint=_FORMS) from None
    known = {"sqlite": ("", "pysqlite"), "postgresql": ("", "psycopg")}.get(kind)
    if known is None or driver not in known:
        raise UsageError(f'There is no database of kind "{url.drivername}" here.', hint=_FORMS)
    return url


def url_in(url: str | URL, schema: str | None) -> URL:
    """The URL of the same database with our tables in that schema; UsageError on SQLite.

    It holds for the whole session, so a pooler must keep sessions apart; a lent engine need not.
    """
    address = url_of(url)
    return address if schema is None else _kind_of(address).url_in(address, schema)


def engine_for(url: str | URL, *, read_only: bool = False, wait: float = 5.0) -> Engine:
    """A new engine with our profile; the caller disposes of it.

    ``wait`` is how many seconds a writer waits for another one. A ``read_only`` engine
    never creates a SQLite file.
    """
    address = url_of(url)
    return _kind_of(address).engine(address, read_only=read_only, wait=wait)


def async_engine_for(url: str | URL, *, read_only: bool = False, wait: float = 5.0) -> AsyncEngine:
    """The same for asynchronous code, by the same URLs; the caller disposes of it.

    Raises UsageError, in one sentence with the cure, when greenlet or a driver is not there.
    """
    address = url_of(url)
    return _kind_of(address).async_engine(address, read_only=read_only, wait=wait)


def writing(engine: Engine) -> Engine:
    """The same engine and pool, whose transactions begin as writers.

    A SQLite transaction that reads first and writes later is refused at once when another
    one wrote in between, however long it was told to wait.
    """
    return engine.execution_options(**{WRITES: True})


def database_of(bind: Engine | Connection) -> Database:
    """The kind of database behind an engine or connection, the host's ones included."""
    return database_named(bind.dialect.name)


def database_named(name: str) -> Database:
    """The kind of database that SQLAlchemy calls by this name."""
    found = _KINDS.get(name)
    if found is None:
        raise UsageError(f'communique does not run on "{name}".', hint="use SQLite or PostgreSQL")
    return found


def database_for(url: str | URL) -> Database:
    """The kind of database that a URL names."""
    return _kind_of(url_of(url))


def place_of(bind: Engine | Connection) -> str:
    """Where the data is, in words fit for a message; never with a password."""
    return database_of(bind).place(bind.engine.url)


@contextmanager
def translated(bind: Engine | Connection) -> Iterator[None]:
    """Turn failures of disk, server and locks into StorageError and LockTimeout."""
    try:
        yield
    except Exception as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        ours = None if cause is None else database_of(bind).translate(cause, place_of(bind))
        if ours is None:
            raise
        raise ours from error


def guarded_select(url: str | URL, sql: str, *, limits: Limits | None = None) -> Answer:
    """Answer one SELECT written by anybody; it can neither write nor run for long.

    Raises UsageError for anything that is not a single reading statement, and for one
    that goes over its time or memory. Rows and bytes over the limit are cut and told.
    """
    address = url_of(url)
    _require_plain_text(sql)
    return _kind_of(address).guarded_select(address, sql, limits or Limits())


def _require_plain_text(sql: str) -> None:
    try:
        plain = b"\0" not in sql.encode()
    except UnicodeEncodeError:
        plain = False
    if not plain:
        raise UsageError("The question holds a character that is none.", hint="type it again")


def _kind_of(url: URL) -> Database:
    return _KINDS[url.get_backend_name()]
