"""The driver beneath a SQLAlchemy connection, for what must not begin a transaction."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from communique.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine


def driver_of(connection: Connection) -> Any:
    """The driver's own connection object, also beneath an async engine."""
    return connection.connection.driver_connection


def run(connection: Connection, statement: str) -> list[tuple[Any, ...]]:
    """Execute past SQLAlchemy, whose ``execute`` would begin a transaction of its own."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement)
        # The DB-API leaves the description None where there are no rows; the stub does not know.
        found: Any = cursor.description
        return [] if found is None else [tuple(row) for row in cursor.fetchall()]
    finally:
        cursor.close()


def asynchronous(*modules: str) -> Callable[..., AsyncEngine]:
    """SQLAlchemy's ``create_async_engine``, once greenlet and these modules are known to be there.

    UsageError with the cure when one is missing: SQLAlchemy would tell at the first query only.
    """
    for module in ("greenlet", *modules):
        try:
            importlib.import_module(module)
        except ImportError as error:
            raise UsageError(
                f"Asynchronous sessions need {module}, which is not installed.",
                hint="pip install 'communique[async]'",
            ) from error
    from sqlalchemy.ext.asyncio import create_async_engine

    return create_async_engine
