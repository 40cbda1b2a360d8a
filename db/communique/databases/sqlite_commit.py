"""A SQLite COMMIT that failed, made to stay failed.

A COMMIT whose last sync fails is rolled back by SQLite, but its frames stand whole at the end of
the log. The connection that closes last deletes the log; when instead a process dies, or the
log cannot be deleted, the next one to open the file recovers what we have called not kept.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from .driver import driver_of, run

if TYPE_CHECKING:
    from sqlalchemy import Connection


def is_lost(connection: Connection, error: Exception) -> bool:
    """Whether a failed COMMIT may come back; it may not, once its frames are overwritten."""
    if driver_of(connection).in_transaction:
        return False  # refused, and still to be rolled back: a deferred rule, or a busy file
    code = getattr(error, "sqlite_errorcode", None)
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE):
        return False  # the frame that commits is written last, and it was not
    try:
        if run(connection, "PRAGMA journal_mode") == [("wal",)]:
            _overwrite_the_end_of_the_log(connection)
    except sqlite3.Error:
        return True
    return False


def _overwrite_the_end_of_the_log(connection: Connection) -> None:
    """Commit a transaction that changes nothing."""
    ((number,),) = run(connection, "PRAGMA user_version")
    ((synchronous,),) = run(connection, "PRAGMA synchronous")
    # The disk has just refused to sync; who reads the log on this machine sees it without.
    run(connection, "PRAGMA synchronous=OFF")
    try:
        run(connection, "BEGIN IMMEDIATE")
        run(connection, f"PRAGMA user_version={number}")
        run(connection, "COMMIT")
    finally:
        if driver_of(connection).in_transaction:
            run(connection, "ROLLBACK")
        run(connection, f"PRAGMA synchronous={synchronous}")
