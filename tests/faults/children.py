"""Work in child processes that may be killed, and what they leave, read by another child.

They are forks, because a start of their own would cost each of hundreds half a second. The parent
never opens a database itself: a connection must not cross a fork.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from typing import TYPE_CHECKING, NamedTuple

from communique.databases import engine_for
from communique.keeping import Health, content_digest, doctor
from tests.faults.journal import keep_the_journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection


class Child:
    """A fork that runs a function, and the pipe through which the function speaks."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        reading, writing = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            ended = 1
            try:
                os.close(reading)
                work(lambda line: print_to(writing, line))
                ended = 0
            except BaseException:
                traceback.print_exc()
                sys.stderr.flush()
            finally:
                os._exit(ended)  # never into the code of the parent that was forked with it
        os.close(writing)
        self._said = os.fdopen(reading, "r", encoding="utf-8")

    def line(self) -> str:
        """The next line that it said; empty when it ended."""
        return self._said.readline().rstrip("\n")

    def end(self) -> tuple[int, str]:
        """Wait for it: its exit code, negative for a signal, and what it said last."""
        with self._said as stream:
            rest = stream.read()
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1]), rest


def print_to(descriptor: int, line: str) -> None:
    """One line, at once."""
    os.write(descriptor, f"{line}\n".encode())


class State(NamedTuple):
    """What a database holds: the digest of its content, and how many loads it remembers."""

    digest: str
    runs: int


def digest(url: str) -> str:
    """The digest of the content of a database that nobody writes to."""
    return state(url).digest


def state(url: str, after: int | None = None) -> State:
    """What a database holds when its server has seen that the process ``after`` is gone.

    It is read only, so that a SQLite file keeps the kind of journal that it has.
    """

    def read(say: Callable[[str], None]) -> None:
        engine = engine_for(url, read_only=True)
        with engine.connect() as connection:
            if after is not None:
                _wait_for_the_end_of(after, connection)
            runs = connection.exec_driver_sql("SELECT count(*) FROM load_run").scalar_one()
            say(f"{content_digest(connection)} {runs}")

    found, runs = _answer(read).split()
    return State(found, int(runs))


def unsound(url: str) -> list[str]:
    """What the doctor finds wrong: storage, references, and all that was derived."""

    def look(say: Callable[[str], None]) -> None:
        keep_the_journal()
        for finding in doctor(engine_for(url)):
            if finding.health is Health.WRONG:
                say(f"{finding.rule}: {finding.found}")

    return _answer(look).splitlines()


def _answer(work: Callable[[Callable[[str], None]], None]) -> str:
    code, said = Child(work).end()
    assert code == 0, said
    return said.rstrip("\n")


def _wait_for_the_end_of(process: int, connection: Connection) -> None:
    """A server works on for a moment for a client that was killed."""
    if connection.dialect.name == "sqlite":
        return
    name = (f"communique, process {process}",)
    asked = "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s"
    while connection.exec_driver_sql(asked, name).scalar_one():
        connection.rollback()
        time.sleep(0.005)
    connection.rollback()
