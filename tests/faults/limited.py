"""The command line in a fork whose files or memory may not grow beyond a limit."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from communique.cli.running import run
from tests.faults.children import Child, State, state

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 4096
ROOT = Path(__file__).parents[2]


class Told(NamedTuple):
    """How a command under a limit ended, what it said, and what it left."""

    code: int
    said: str
    left: State


def limited(kind: int, most: int, url: str, *words: str, notes: Path) -> Told:
    """Run the command line under one of the system's limits, in bytes."""

    def work(say: Callable[[str], None]) -> None:
        sys.stdout = sys.stderr = notes.open("w", encoding="utf-8")
        resource.setrlimit(kind, (most, resource.RLIM_INFINITY))
        code = run(["--database", url, *words])
        resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        sys.stdout.close()
        say(str(code))

    child = Child(work)
    ended, said = child.end()
    code = int(said) if ended == 0 and said else ended
    return Told(code, notes.read_text(encoding="utf-8"), state(url, child.process))


_AFRESH = """
import resource, sys
import psycopg, sqlalchemy.dialects.postgresql.psycopg, communique.migrate
from communique.cli.running import run
from communique.loading.load import load
from tests.faults.limited import size_now

limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (size_now() + limit, resource.RLIM_INFINITY))
sys.exit(run(sys.argv[2:]))
"""


def short_of_memory(extra: int, url: str, *words: str, notes: Path) -> Told:
    """Run the command line in a new process that gets so many bytes more than it begins with.

    Not in a fork: what a process that has done much has free is no measure.
    """
    with (
        notes.open("w", encoding="utf-8") as noted,
        subprocess.Popen(
            [sys.executable, "-c", _AFRESH, str(extra), "--database", url, *words],
            cwd=ROOT, stdout=noted, stderr=noted,
        ) as child,
    ):  # fmt: skip
        try:
            code = child.wait(timeout=60)
        except subprocess.TimeoutExpired:
            child.kill()  # or leaving the block would wait for it without end
            raise
    return Told(code, notes.read_text(encoding="utf-8"), state(url, child.pid))


def size_now() -> int:
    """How many bytes of address space this process has, which its forks begin with."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
