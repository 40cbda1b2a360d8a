"""The process in which one SELECT of a stranger runs; it is told to die when time is up.

It runs alone, as a script, and imports nothing of ours: so it starts in a few milliseconds,
and can be killed where SQLite cannot be interrupted (planning a query of doubling
common table expressions, one ``instr`` of two long texts).

The boundary is an allow-list asked by SQLite itself for each action, table and function.
``mode=ro`` alone would still let ATTACH and VACUUM INTO write files.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
import time
from typing import Any

_HARMLESS = """
-> ->> abs acos acosh asin asinh atan atan2 atanh avg bm25 ceil ceiling changes char coalesce
concat concat_ws cos cosh count cume_dist current_date current_time current_timestamp date
datetime degrees dense_rank exp first_value floor fts5_source_id glob group_concat hex highlight
ifnull iif instr json json_array json_array_length json_each json_extract json_group_array
json_group_object json_object json_quote json_tree json_type json_valid julianday lag last_value
lead length like likelihood likely ln log log10 log2 lower ltrim match max min mod nth_value
ntile nullif octet_length percent_rank pi pow power quote radians rank replace round row_number
rtrim sign sin sinh snippet sqlite_version sqrt strftime string_agg substr substring sum tan
tanh time timediff total trim trunc typeof unhex unicode unixepoch unlikely upper
"""
FUNCTIONS = frozenset(_HARMLESS.split())
INNER_TABLES = ("pragma_", "sqlite_stmt", "sqlite_dbpage", "dbstat", "bytecode", "tables_used")
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE}
_FILE_FAILED = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOTADB,
}


class Gate:
    """The allow-list; ``refusal`` keeps the first thing that it refused."""

    def __init__(self) -> None:
        self.refusal: str | None = None

    def __call__(
        self, action: int, one: str | None, two: str | None, _base: str | None, _by: str | None
    ) -> int:
        if action in _READING:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            if not (one or "").lower().startswith(INNER_TABLES):
                return sqlite3.SQLITE_OK
            what = f'the table "{one}"'
        elif action == sqlite3.SQLITE_FUNCTION:
            if (two or "").lower() in FUNCTIONS:
                return sqlite3.SQLITE_OK
            what = f'the function "{two}"'
        elif action == sqlite3.SQLITE_PRAGMA and one == "data_version" and two is None:
            return sqlite3.SQLITE_OK  # FTS5 asks it before each search; it only reads
        else:
            what = "anything but one SELECT"
        self.refusal = self.refusal or what
        return sqlite3.SQLITE_DENY


def open_guarded(uri: str, seconds: float, memory: int) -> tuple[sqlite3.Connection, Gate]:
    """A connection that can only read, is short of everything, and stops at the deadline."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=seconds)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    for pragma in (
        "query_only=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        f"hard_heap_limit={memory}",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    # SQLite prepares a virtual table by what looks like a write, so full text is prepared first.
    # It also tells whether the file is a database at all.
    virtual = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage = 0"
    for (name,) in connection.execute(virtual).fetchall():
        connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()
    for limit, value in LIMITS.items():
        connection.setlimit(limit, value)
    gate = Gate()
    connection.set_authorizer(gate)
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 200)
    return connection, gate


def select(
    uri: str, sql: str, *, seconds: float, rows: int, size: int, memory: int
) -> dict[str, Any]:
    """The answer, or why there is none, as plain values fit for JSON."""
    try:
        connection, gate = open_guarded(uri, seconds, memory)
    except sqlite3.Error as error:
        return {"failed": str(error)}
    try:
        cursor = connection.execute(sql)
        if cursor.description is None:
            return {"refused": "anything but one SELECT"}
        columns = [column[0] for column in cursor.description]
        found, truncated = _fetch(cursor, rows, size)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if gate.refusal is not None:
            return {"refused": gate.refusal}
        if code == sqlite3.SQLITE_INTERRUPT:
            return {"over": "time"}
        if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE):
            return {"over": "memory"}  # a sort that outgrew the temporary file it was allowed
        if code is not None and code & 0xFF in _FILE_FAILED:
            return {"failed": str(error)}
        # Every other complaint is about the text of the question: say it as SQLite does.
        return {"wrong": str(error)}
    except sqlite3.Warning as error:  # several statements, before Python 3.12
        return {"wrong": str(error)}
    except (MemoryError, OverflowError):
        return {"over": "memory"}
    finally:
        connection.close()
    return {"columns": columns, "rows": found, "truncated": truncated}


def _fetch(cursor: sqlite3.Cursor, rows: int, size: int) -> tuple[list[list[Any]], bool]:
    found: list[list[Any]] = []
    for row in cursor:
        cells = [{"hex": cell.hex()} if isinstance(cell, bytes) else cell for cell in row]
        size -= sum(len(cell) if isinstance(cell, str) else 16 for cell in cells)
        size -= sum(len(cell) for cell in row if isinstance(cell, bytes))
        if len(found) == rows or size < 0:
            return found, True
        found.append(cells)
    return found, False


def confine(seconds: float, memory: int) -> None:
    """Ask the system to end this process when it is late, large, or writes a large file."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource
        import signal

        signal.setitimer(signal.ITIMER_REAL, seconds + 0.1)
        resource.setrlimit(resource.RLIMIT_AS, (memory * 4 + 200_000_000,) * 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (memory * 4,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read one question from standard input, write one answer to standard output."""
    question = json.loads(sys.stdin.buffer.read())
    confine(question["seconds"], question["memory"])
    answer = json.dumps(select(**question)).encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
