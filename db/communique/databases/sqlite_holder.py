"""Who writes to a SQLite file: a note beside it, because SQLite itself does not tell.

The note is no lock: SQLite's own lock is. It is written by whoever holds that lock, and a
note left by a process that died is recognised by its number.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}-writer")


@contextmanager
def announced(path: Path | None) -> Iterator[None]:
    """Leave a note with our process number while the block runs."""
    if path is None:
        yield
        return
    with suppress(OSError):
        since = datetime.now(UTC).isoformat(timespec="seconds")
        _note(path).write_text(f"{os.getpid()} {since}", encoding="utf-8")
    try:
        yield
    finally:
        with suppress(OSError):
            _note(path).unlink()


def writer_of(path: Path | None) -> str | None:
    """The process that says it writes to a file, in words; None when none is known."""
    if path is None:
        return None
    try:
        number, since = _note(path).read_text(encoding="utf-8").split()
        os.kill(int(number), 0)
    except PermissionError:  # it lives, under another user
        return f"process {number}, since {since}"
    except (OSError, ValueError):
        return None
    return f"process {number}, since {since}"
