"""Drivers' failures told apart by their codes, never by their words."""

from __future__ import annotations

import sqlite3

from communique.errors import CommuniqueError, LockTimeout, StorageError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DISK = {
    sqlite3.SQLITE_PERM: "check who may write to the file",
    sqlite3.SQLITE_NOMEM: "free some memory and run it again",
    sqlite3.SQLITE_READONLY: "check who may write to the file and to its folder",
    sqlite3.SQLITE_IOERR: "check the disk, then run: communique doctor",
    sqlite3.SQLITE_CORRUPT: "restore a backup: communique restore FILE",
    sqlite3.SQLITE_FULL: "free some space on the disk and run it again",
    sqlite3.SQLITE_CANTOPEN: "check that the folder exists and that you may write to it",
    sqlite3.SQLITE_PROTOCOL: "move the file to a local disk: it cannot be shared where it is",
    sqlite3.SQLITE_NOLFS: "move the file to a disk that holds large files",
    sqlite3.SQLITE_NOTADB: "name a communique database; this file is something else",
}
_LOCKED_OUT = {"55P03", "40P01", "40001"}
_SERVER = {
    "08": "check that the server runs and that the address is right",
    "28": "check the user name and the password",
    "3D": "create the database first: createdb NAME",
    "53200": "free some memory, here or on the server, and run it again",
    "53": "the server is out of disk, memory or connections: free some and run it again",
    "57P": "the server was stopped: start it and run it again",
    "58": "look into the server's log: its disk or system failed",
    "XX": "look into the server's log and restore a backup",
    "25006": "connect to the primary server, as a role that may write",
    "42501": "connect as a role that has this privilege, or grant it",
}


def of_sqlite(error: BaseException, place: str) -> CommuniqueError | None:
    """Our error for a SQLite result code (https://www.sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in _BUSY:
        return _locked_out(place)
    if primary in _DISK:
        return _failed(place, error, _DISK[primary])
    return None


def of_postgresql(error: BaseException, place: str) -> CommuniqueError | None:
    """Our error for a SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate
    if state in _LOCKED_OUT:
        return _locked_out(place)
    if state is None and isinstance(error, psycopg.OperationalError):
        state = "08000"  # the connection itself failed, so no server gave a code
    if state is None and type(error) is psycopg.DatabaseError:
        state = "53200"  # what its library in C says of itself: it has no memory for an answer
    for prefix, cure in _SERVER.items():
        if state is not None and state.startswith(prefix):
            return _failed(place, error, cure)
    return None


def _locked_out(place: str) -> LockTimeout:
    return LockTimeout(
        f"Another process is writing to {place}.", hint="run it again, or wait longer"
    )


def _failed(place: str, error: BaseException, cure: str) -> StorageError:
    said = str(error).strip()
    return StorageError(f"{place} failed: {said}. Nothing of this run was kept.", hint=cure)
