"""Answering one SELECT of a stranger on PostgreSQL.

The boundary is the role: a superuser, or a role that reaches the server's files, is answered
with a warning, because it is the caller's own and most servers on a desk know no other. Within
it, a cursor takes nothing but one SELECT, the transaction is read-only and rolled
back, each step has what is left of the time, and the connection is thrown away.
"""

from __future__ import annotations

import threading
import time
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from communique.errors import StorageError, UsageError

from .failures import of_postgresql
from .interface import Answer, Limits
from .postgresql_catalog import MAY_MORE_THAN_READ
from .postgresql_connect import apply_profile, place_of, require_driver, with_defaults
from .sqlite_ask import too_much

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection
    from sqlalchemy import URL

_ALLOWED = "write a single SELECT over the tables and views; see them with: communique sql --list"
_READER = (
    "connect as a role that may only SELECT: CREATE ROLE reader LOGIN PASSWORD '...'; "
    "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"
)
_QUERY_CANCELED = "57014"
_ABOUT_THE_QUESTION = ("25006", "42")
"""SQLSTATEs that tell of the question: it tried to write, or to use what is not granted."""


def ask(url: URL, sql: str, limits: Limits) -> Answer:
    """Answer it in a transaction that is rolled back, on a connection of its own."""
    with closing(_connect(url, limits)) as connection, _failures_of(place_of(url), limits):
        warning = _warning_of_power(connection)
        connection.read_only = True
        with _watched(connection, limits.seconds):
            return _select(connection, sql, limits)._replace(warning=warning)


def _connect(url: URL, limits: Limits) -> Connection[tuple[Any, ...]]:
    require_driver()
    import psycopg

    _, arguments = url.get_dialect()().create_connect_args(with_defaults(url))
    with _failures_of(place_of(url), limits):
        connection: Connection[tuple[Any, ...]] = psycopg.connect(**arguments)
        apply_profile(connection, place_of(url), wait=limits.seconds)
        return connection


def _warning_of_power(connection: Connection[tuple[Any, ...]]) -> str | None:
    row = connection.execute(MAY_MORE_THAN_READ).fetchone()
    connection.rollback()
    if row is None or not row[1]:
        return None
    return (
        f'The role "{row[0]}" may reach the server\'s files, which no transaction can stop.'
        f" For SQL that is not your own, {_READER}"
    )


def _select(connection: Connection[tuple[Any, ...]], sql: str, limits: Limits) -> Answer:
    deadline = time.monotonic() + limits.seconds
    found: list[tuple[Any, ...]] = []
    size, step = 0, 1
    _allow(connection, deadline)
    # A named cursor is declared by the extended protocol, which takes one statement only, and
    # DECLARE takes nothing but SELECT and VALUES, without data-changing WITH.
    with connection.cursor(name="communique") as cursor:
        cursor.execute(sql.encode())
        columns = tuple(column.name for column in cursor.description or ())
        while True:
            _allow(connection, deadline)  # the question may have changed the setting itself
            rows = cursor.fetchmany(step)
            for row in rows:
                size += sum(_size(cell) for cell in row)
                if len(found) == limits.rows or size > limits.bytes:
                    return Answer(columns, found, truncated=True)
                found.append(row)
            if len(rows) < step:
                return Answer(columns, found, truncated=False)
            # Never fetch much more than fits: a row may be a megabyte.
            fits = (limits.bytes - size) * len(found) // (size or 1) + 1
            step = max(1, min(step * 10, fits, limits.rows + 1 - len(found)))


def _allow(connection: Connection[tuple[Any, ...]], deadline: float) -> None:
    left = max(1, int((deadline - time.monotonic()) * 1000))
    connection.execute(f"SET LOCAL statement_timeout = {left}")


def _size(cell: object) -> int:
    if cell is None or isinstance(cell, int | float):
        return 16
    return len(cell) if isinstance(cell, str | bytes) else len(str(cell))


@contextmanager
def _watched(connection: Connection[tuple[Any, ...]], seconds: float) -> Iterator[None]:
    """Cancel from outside too, should the server's own limit have been talked away."""
    timer = threading.Timer(seconds + 0.1, _cancel, (connection,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with suppress(Exception):
            connection.rollback()


def _cancel(connection: Connection[tuple[Any, ...]]) -> None:
    with suppress(Exception):
        connection.cancel_safe(timeout=2)


@contextmanager
def _failures_of(place: str, limits: Limits) -> Iterator[None]:
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        state = error.sqlstate or ""
        if state == _QUERY_CANCELED:
            raise too_much("time", limits) from error
        ours = of_postgresql(error, place)
        if isinstance(ours, StorageError) and not state.startswith(_ABOUT_THE_QUESTION):
            raise ours from error
        said = error.diag.message_primary or str(error)
        raise UsageError(f"PostgreSQL cannot answer that: {said}.", hint=_ALLOWED) from error
