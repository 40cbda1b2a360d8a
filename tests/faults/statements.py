"""Count what a load sends to its database, and kill the load at one of these statements.

SQLite itself tells of each statement that it begins, each row of a batch included. PostgreSQL's
driver has no such trace, so its cursors are wrapped: a statement, a batch, a COPY, a COMMIT.
Only the child is changed by this; nothing in the shipped code knows of it.
"""

from __future__ import annotations

import os
import signal
from functools import wraps
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import event
from sqlalchemy.engine import Engine

from communique.databases import engine_for
from communique.loading import load
from tests.faults.children import Child, State, state
from tests.faults.journal import keep_the_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRED = -signal.SIGKILL


def each_statement(seen: Callable[[str], None]) -> None:
    """Call a function with every statement that this process sends to a database from now on."""

    @event.listens_for(Engine, "connect")
    def _(driver: Any, _record: object) -> None:
        if hasattr(driver, "set_trace_callback"):
            driver.set_trace_callback(seen)

    for owner, name in (
        (psycopg.Cursor, "execute"), (psycopg.Cursor, "executemany"), (psycopg.Cursor, "copy"),
        (psycopg.Connection, "commit"),
    ):  # fmt: skip
        setattr(owner, name, _telling(getattr(owner, name), seen, name))


def _telling(function: Any, seen: Callable[[str], None], name: str) -> Any:
    @wraps(function)
    def told(self: Any, *args: Any, **kwargs: Any) -> Any:
        seen(str(args[0]) if args else name)
        return function(self, *args, **kwargs)

    return told


def killed_at(url: str, folder: Path, fatal: int) -> tuple[int, State]:
    """Load in a child that dies at its n-th statement: how it ended, and what it left."""

    def work(_say: Callable[[str], None]) -> None:
        left = fatal

        def count(_statement: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        keep_the_journal()
        engine = engine_for(url)
        each_statement(count)
        load(engine, [folder], prune=True, wait=5)

    child = Child(work)
    code, _ = child.end()
    return code, state(url, child.process)


def statements(url: str, folder: Path) -> list[str]:
    """What a load would send, up to its COMMIT: the child dies there, so that nothing is kept."""

    def work(say: Callable[[str], None]) -> None:
        def tell(statement: str) -> None:
            line = " ".join(statement.split())[:60]
            say(line)
            if line.upper() == "COMMIT":
                os.kill(os.getpid(), signal.SIGKILL)

        keep_the_journal()
        engine = engine_for(url)
        each_statement(tell)
        load(engine, [folder], prune=True)

    code, said = Child(work).end()
    assert code == FIRED
    return said.splitlines()


def loaded(url: str, folder: Path) -> tuple[int, State]:
    """Load in a child, to the end: the number of records in the files, and what it left."""

    def work(say: Callable[[str], None]) -> None:
        keep_the_journal()
        engine = engine_for(url)
        outcome = load(engine, [folder], prune=True)
        engine.dispose()
        say(str(outcome.added + outcome.changed + outcome.unchanged))

    code, said = Child(work).end()
    assert code == 0
    return int(said), state(url)
