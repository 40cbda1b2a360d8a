"""Ctrl-C and SIGTERM at 100 moments of each command that writes: ``make soak PART=signals``."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from bench.soak import migrated, number_of, told
from tests.faults.stopping import (
    stop_backups,
    stop_exports,
    stop_loads,
    stop_restores,
    stop_upgrades,
)
from tests.servers.databases import Databases
from tests.servers.files import Files
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

TIMES = 100


def main() -> None:
    """Print how often a signal came in time; an AssertionError tells what it left behind."""
    with SharedRun.begin() as run, Databases(start_any(run.folder / "server"), "soak") as server:
        server.blank("blank")
        _stop_all("SQLite", Files(run.folder))
        _stop_all("PostgreSQL", server)


def _stop_all(name: str, shelf: Files | Databases) -> None:
    times, numbers = number_of(TIMES), count()

    def blank() -> str:
        if (number := next(numbers)) > 1:
            shelf.drop(f"n{number - 2}")
        return shelf.copy("blank", f"n{number}")

    def fresh() -> str:
        url = shelf.copy("blank", f"held{next(numbers)}")
        migrated(url)
        return url

    parts: dict[str, Callable[[Path], int]] = {
        "load": lambda folder: stop_loads(fresh(), folder, times),
        "backup": lambda folder: stop_backups(fresh(), folder, times),
        "export": lambda folder: stop_exports(fresh(), folder, times),
        "restore": lambda folder: stop_restores(fresh(), blank, folder, times),
        "db upgrade": lambda folder: stop_upgrades(blank, folder, times),
    }
    for command, stop in parts.items():
        with told(f"{name}, {command}") as (folder, found):
            found.append(f"{stop(folder)} of {times} signals came in time, all as it was")


if __name__ == "__main__":
    main()
