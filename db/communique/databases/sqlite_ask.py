"""Asking a stranger's question of a SQLite file through a process that may be killed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import StorageError, UsageError

from . import sqlite_guard
from .interface import Answer, Limits
from .sqlite_connect import uri_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALLOWED = "write a single SELECT over the tables and views; see them with: communique sql --list"
_WORKER = Path(sqlite_guard.__file__)
_SLACK = 5.0
"""Seconds after which a worker that did not end itself is ended, where alarms do not exist."""


def ask(path: Path | None, sql: str, limits: Limits) -> Answer:
    """Answer it from the file as it is now, leaving no trace beside the file."""
    if path is None:
        raise UsageError("A database in memory can only be asked from Python.")
    if not path.is_file():
        raise StorageError(
            f"There is no database at {path}.",
            hint=f"make one with: communique --database sqlite:///{path} db upgrade",
        )
    # Opening a WAL file read-only leaves -wal and -shm behind, except as "immutable"; that is
    # true only while nobody writes, so it is asked again when somebody did.
    before = _state(path)
    if before is not None:
        answer = _asked(f"{uri_of(path)}?mode=ro&immutable=1", sql, limits)
        if _state(path) == before:
            return _read(answer, path, limits)
    return _read(_asked(f"{uri_of(path)}?mode=ro", sql, limits), path, limits)


def _state(path: Path) -> tuple[int, int] | None:
    """What changes when somebody writes; None while somebody may be writing."""
    if any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal")):
        return None
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size


def _asked(uri: str, sql: str, limits: Limits) -> dict[str, Any]:
    question = {
        "uri": uri,
        "sql": sql,
        "seconds": limits.seconds,
        "rows": limits.rows,
        "size": limits.bytes,
        "memory": limits.memory,
    }
    try:
        done = subprocess.run(
            command(),
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=limits.seconds + _SLACK,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"over": "time"}
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    return {"over": "time" if done.returncode < 0 else "memory"}


def command() -> Sequence[str]:
    """How the worker starts: alone, without site-packages, deaf to the environment."""
    return (sys.executable, "-I", "-S", str(_WORKER))


def _read(answer: dict[str, Any], path: Path, limits: Limits) -> Answer:
    if "failed" in answer:
        raise StorageError(
            f"Cannot read the database {path}: {answer['failed']}.",
            hint="check the file with: communique doctor",
        )
    if "refused" in answer:
        raise UsageError(f"This command only reads: {answer['refused']} is refused.", hint=_ALLOWED)
    if "over" in answer:
        raise too_much(answer["over"], limits)
    if "wrong" in answer:
        raise UsageError(
            f"SQLite cannot answer that: {str(answer['wrong']).rstrip('.')}.", hint=_ALLOWED
        )
    rows = [
        tuple(bytes.fromhex(cell["hex"]) if isinstance(cell, dict) else cell for cell in row)
        for row in answer["rows"]
    ]
    return Answer(tuple(answer["columns"]), rows, answer["truncated"])


def too_much(kind: str, limits: Limits) -> UsageError:
    """The refusal of a question that went over its time or its memory."""
    if kind == "time":
        what, cure = f"longer than {limits.seconds:g} seconds", "ask for less, or allow more time"
    else:
        what, cure = f"more than {limits.memory // 1_000_000} MB of memory", "ask for less"
    return UsageError(f"That question took {what} and was stopped.", hint=cure)
