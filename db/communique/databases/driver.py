"""The driver beneath a SQLAlchemy connection, for what must not begin a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection


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
