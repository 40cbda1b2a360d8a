"""The long tests, one part at a time: ``make soak PART=kills``. Each is runnable alone.

Each part is a module ``soak_*.py``. It prints what it did and ends with an error when a promise was
broken. The short forms of the same tests run in ``make test``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique import upgrade
from communique.databases import engine_for
from tests.faults.journal import use_journal
from tests.servers.databases import Databases
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

FOLDER_OF_MODULES = Path(__file__).parent


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """An empty migrated database of each kind: SQLite with either journal, and PostgreSQL."""
    with SharedRun.begin() as run, Databases(start_any(run.folder / "server"), "soak") as server:
        urls = {
            "SQLite, write-ahead log": f"sqlite:///{run.folder}/wal.db",
            "SQLite, rollback journal": f"sqlite:///{run.folder}/journal.db",
            "PostgreSQL": server.blank("soak"),
        }
        for url in urls.values():
            migrated(url)
        use_journal(run.folder / "journal.db", "delete")
        yield urls


def migrated(url: str) -> None:
    """Bring a database to the newest schema, and leave no connection open."""
    engine = engine_for(url)
    upgrade(engine)
    engine.dispose()


@contextmanager
def told(name: str) -> Iterator[tuple[Path, list[str]]]:
    """A folder for one part's files, and a list of what to print of it, with the time it took."""
    start, found = time.monotonic(), list[str]()
    with tempfile.TemporaryDirectory(prefix="communique-soak-") as folder:
        yield Path(folder), found
    print(f"{name}: {', '.join(found)} ({time.monotonic() - start:.0f} s)", flush=True)


def number_of(default: int) -> int:
    """How often to do it: the first argument, where one was given."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else default


def main() -> None:
    """Run one part by name, or tell the names."""
    modules = sorted(path.stem for path in FOLDER_OF_MODULES.glob("soak_*.py"))
    names = [module.removeprefix("soak_") for module in modules]
    chosen = sys.argv[1] if len(sys.argv) > 1 else ""
    if chosen not in names:
        sys.exit(f"make soak PART=..., one of: {', '.join(names)}")
    # A process of its own, with the arguments that follow, and with nothing imported yet.
    sys.exit(subprocess.call([sys.executable, "-m", f"bench.soak_{chosen}", *sys.argv[2:]]))


if __name__ == "__main__":
    main()
