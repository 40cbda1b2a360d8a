"""Our advisory lock: one migration or load at a time, and who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from . import postgresql_catalog as catalog
from .driver import driver_of
from .failures import of_postgresql
from .postgresql_connect import place_of, require_every_letter

if TYPE_CHECKING:
    from sqlalchemy import Connection

OUR_LOCK = 0x636F6D6D756E6971
"""Our advisory key, the letters "communiq": one for loads and migrations, which exclude each
other, so that nobody can wait for two of them in the wrong order."""


def lock(connection: Connection, wait: float) -> str:
    """Take our advisory lock until the transaction ends; the former lock_timeout."""
    require_every_letter(driver_of(connection), place_of(connection.engine.url))
    before = connection.exec_driver_sql("SELECT current_setting('lock_timeout')").scalar_one()
    try:
        # In a savepoint, so that a host's transaction survives a lock that it did not get.
        with connection.begin_nested():
            set_locally(connection, "lock_timeout", f"{max(1, int(wait * 1000))}ms")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({OUR_LOCK})")
    except DBAPIError as error:
        cause = error.orig
        ours = cause and of_postgresql(cause, place_of(connection.engine.url))
        if ours:
            raise ours from error
        raise
    return str(before)


def holder(connection: Connection) -> str | None:
    """Which process holds it now, in words."""
    row = connection.exec_driver_sql(
        catalog.HOLDER, (OUR_LOCK >> 32, OUR_LOCK & 0xFFFFFFFF)
    ).first()
    return f"{row[0]} (server process {row[1]}), since {row[2]}" if row else None


def set_locally(connection: Connection, setting: str, value: str) -> None:
    """Set what holds until the transaction ends."""
    connection.execute(
        text("SELECT set_config(:setting, :value, true)"), {"setting": setting, "value": value}
    )
