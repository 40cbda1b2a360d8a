"""The command line in a fork whose files or memory may not grow beyond a limit."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from communique.cli.running import run
from tests.faults.children import Child, State, state

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 4096


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


def size_now() -> int:
    """How many bytes of address space this process has, which its forks begin with."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
