"""Load in a child process that is killed at its n-th statement, for each n until it gets through.

Run as a program: ``python -m tests.faults.killed URL FOLDER FIRST STEP``. It imports once and
forks for each n, because a start of its own would cost each n half a second. For each n it
prints how the child ended and the digest that it left. The kill comes from a listener here;
nothing in the shipped code knows of it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from functools import partial

from sqlalchemy import event
from sqlalchemy.engine import Engine

from communique.databases import engine_for
from communique.keeping import content_digest
from communique.loading import load
from tests.loading.archives import TODAY

FIRED = "killed"


def in_child(work: Callable[[], str]) -> tuple[int, str]:
    """Run a function in a fork; how it ended, and what it answered."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.write(writing, work().encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        answer = stream.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), answer


def loading(url: str, folder: str, fatal: int) -> str:
    """Load, and die at the given statement."""
    engine = engine_for(url)
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    load(engine, [folder], today=TODAY)
    return "loaded"


def digest(url: str) -> str:
    engine = engine_for(url)
    with engine.connect() as connection:
        return content_digest(connection)


def main(url: str, folder: str, first: int, step: int) -> None:
    """Kill at statement ``first``, then ``step`` later, and so on, until a load gets through."""
    fatal = first
    while True:
        code, answer = in_child(partial(loading, url, folder, fatal))
        _, left = in_child(partial(digest, url))
        ended = FIRED if code == -signal.SIGKILL else answer or f"exit {code}"
        sys.stdout.write(f"{fatal} {ended} {left}\n")
        sys.stdout.flush()
        if code != -signal.SIGKILL:
            return
        fatal += step


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
