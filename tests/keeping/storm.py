"""Backups while a loader goes to and fro between two states: each holds the one or the other."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from communique.databases import engine_for
from communique.keeping import backup
from communique.loading import load
from tests.faults.children import Child, digest
from tests.faults.statements import loaded
from tests.faults.two_hundred import two_hundred

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def back_up_in_a_storm(url: str, folder: Path, times: int) -> Counter[str]:
    """Make so many backups; how many hold which state. AssertionError when one holds neither."""
    folders = [two_hundred(folder / str(n), n, meetings=20, agreements=10) for n in range(2)]
    digests = [loaded(url, each)[1].digest for each in folders]
    seen = Counter[str]()

    def write(say: Callable[[str], None]) -> None:
        engine = engine_for(url)
        while True:
            for each in folders:
                load(engine, [each], prune=True)
                say("loaded")

    writer = Child(write)
    try:
        assert writer.line() == "loaded"
        for number in range(times):
            file = folder / f"{number}.db"
            code, said = Child(_backup(url, file)).end()
            assert code == 0, said
            assert said.strip() in digests
            with closing(sqlite3.connect(file)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
            assert digest(f"sqlite:///{file}") == said.strip()
            seen[f"backups of state {digests.index(said.strip())}"] += 1
            file.unlink()
    finally:
        os.kill(writer.process, signal.SIGKILL)
        seen["loads meanwhile"] = writer.end()[1].count("loaded")
    assert seen["loads meanwhile"] > 0
    return seen


def _backup(url: str, file: Path) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        say(backup(engine_for(url, read_only=True), file).digest)

    return work
