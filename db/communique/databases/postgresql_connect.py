"""Opening PostgreSQL connections that keep UTC and do not wait for ever."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event

from communique.errors import StorageError, UsageError

from .driver import asynchronous
from .sql_words import quoted

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

_DEFAULTS = {"connect_timeout": "10"}
_PLANNING = {
    # Our lists join up to a dozen tables: with fewer planned at once, a condition is applied
    # after each of them was read from end to end.
    "join_collapse_limit": "10",
    "from_collapse_limit": "10",
    # Compiling costs more than it saves on answers of some thousand rows.
    "jit": "off",
    # An archive is in memory or on a solid disk; 4 is for spinning ones.
    "random_page_cost": "1.1",
}
"""How the planner is told to weigh what we ask: measured by `make bench`."""


def postgresql_engine(url: URL, *, read_only: bool, wait: float) -> Engine:
    """An engine on psycopg 3; UsageError with the cure when that is not installed."""
    require_driver()
    engine = create_engine(with_defaults(url), pool_pre_ping=True)
    _profile_each(engine, url, read_only=read_only, wait=wait)
    return engine


def async_postgresql_engine(url: URL, *, read_only: bool, wait: float) -> AsyncEngine:
    """The same on psycopg's asynchronous connections."""
    require_driver()
    create_async_engine = asynchronous()
    engine = create_async_engine(with_defaults(url), pool_pre_ping=True)
    _profile_each(engine.sync_engine, url, read_only=read_only, wait=wait)
    return engine


def _profile_each(engine: Engine, url: URL, *, read_only: bool, wait: float) -> None:
    def profile(connection: Any, _record: object) -> None:
        apply_profile(connection, place_of(url), wait=wait)
        dialect: Any = engine.dialect
        dialect.set_readonly(connection, read_only)

    event.listen(engine, "connect", profile)


def require_driver() -> None:
    """Raise UsageError, with the cure, when psycopg or its library is not there."""
    try:
        importlib.import_module("psycopg")
    except ImportError as error:
        raise UsageError(
            "PostgreSQL needs the psycopg driver, which is not installed.",
            hint="pip install 'communique[postgresql]'",
        ) from error


def with_defaults(url: URL) -> URL:
    """The URL for psycopg 3, with a limit on waiting for the server unless it names one."""
    # Named with its process, so that whoever waits for it can be told whom they wait for.
    defaults = {**_DEFAULTS, "application_name": f"communique, process {os.getpid()}"}
    missing = {key: value for key, value in defaults.items() if key not in url.query}
    return url.set(drivername="postgresql+psycopg").update_query_dict(
        {**missing, "client_encoding": "utf8"}
    )


def url_in(url: URL, schema: str) -> URL:
    """The URL whose sessions look for plain names in that schema, and nowhere else of the user's.

    libpq wants spaces and backslashes of one option marked by a backslash:
    https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-OPTIONS
    """
    path = quoted(schema).replace("\\", "\\\\").replace(" ", "\\ ")
    given = url.query.get("options", "")
    before = given if isinstance(given, str) else " ".join(given)
    return url.update_query_dict({"options": f"{before} -csearch_path={path}".strip()})


def apply_profile(connection: Any, place: str, *, wait: float) -> None:
    """Set our settings for the session, and refuse a database that cannot hold every name."""
    require_every_letter(connection, place)
    connection.autocommit = True  # in a transaction they would fall with its rollback
    cursor = connection.cursor()
    settings = {**_PLANNING, "TimeZone": "UTC", "lock_timeout": f"{max(1, int(wait * 1000))}ms"}
    listed = (f"set_config('{setting}', '{value}', false)" for setting, value in settings.items())
    cursor.execute(f"SELECT {', '.join(listed)}")
    cursor.close()
    connection.autocommit = False


def require_every_letter(connection: Any, place: str) -> None:
    """Raise StorageError when the database, or a host's connection, cannot hold every name."""
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StorageError(
            f"{place} keeps its text as {encoding}, which cannot hold every name.",
            hint="make a new one: createdb --encoding UTF8 --template template0 NAME",
        )
    spoken = connection.info.parameter_status("client_encoding")
    if spoken != "UTF8":
        raise StorageError(
            f"This connection to {place} speaks {spoken}, which cannot say every name.",
            hint="leave client_encoding as it is by default, or set it to utf8",
        )


def place_of(url: URL) -> str:
    """The database and its server, without user and password."""
    server = url.host or "the local server"
    port = f":{url.port}" if url.port else ""
    return f"the database {url.database or 'of that user'} on {server}{port}"
