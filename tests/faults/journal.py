"""The command line, with whatever kind of journal a SQLite file has.

Run as a program: ``python -m tests.faults.journal``, with the arguments of the command line.

Our profile asks for write-ahead logging, and keeps the rollback journal only on file systems that
cannot share memory. The tests cannot count on such a disk, so they leave the question out.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from communique.cli import main
from communique.databases import sqlite_connect

if TYPE_CHECKING:
    from pathlib import Path


def keep_the_journal() -> None:
    """In this process, let a SQLite file keep the kind of journal that it has."""
    sqlite_connect._use_wal = lambda *_: None


def use_journal(file: Path, mode: str) -> None:
    """Give a file that nobody has open another kind of journal."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute(f"PRAGMA journal_mode={mode}").fetchone() == (mode,)


if __name__ == "__main__":
    keep_the_journal()
    main()
