"""Calling Alembic: configured in memory, silent, and alone."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO

from communique import shipped
from communique.errors import LockTimeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alembic.config import Config
    from sqlalchemy import Connection

CONNECTION = "connection"
AFTER_EACH = "after_each"
OFFLINE = "offline"
"""Keys of ``Config.attributes`` by which ``env.py`` knows that this program called it."""

# Alembic keeps its context in module globals, so two migrations in one process would mix: in two
# threads, and also in two tasks of one event loop, which give way to each other in the middle.
_nobody_else = threading.Lock()
_inside: list[tuple[int, int]] = []


def run_revisions(
    connection: Connection,
    target: str,
    *,
    down: bool = False,
    after_each: Callable[[str], None],
) -> None:
    """Run the revisions up or down to ``target`` inside the transaction as it is.

    ``after_each`` is told each revision that was applied or undone, and may raise.
    """
    from alembic import command

    config = _config()
    config.attributes[CONNECTION] = connection
    config.attributes[AFTER_EACH] = after_each
    with alone(connection), _hosts_context_kept():
        (command.downgrade if down else command.upgrade)(config, target)


def write_revisions(out: TextIO, start: str, end: str, kind: str, *, down: bool) -> None:
    """Write the SQL of the revisions between two to ``out``, without any database."""
    from alembic import command

    config = _config(output_buffer=out)
    config.attributes[OFFLINE] = kind
    with alone(None), _hosts_context_kept():
        (command.downgrade if down else command.upgrade)(config, f"{start}:{end}", sql=True)


def _config(**options: Any) -> Config:
    from alembic.config import Config

    config = Config(**options)
    folder = str(shipped.migrations_path())
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def alone(connection: Connection | None, wait: float = 30.0) -> Iterator[None]:
    """Be the only one in this process who runs Alembic; may be entered again by the same.

    Entered after the lock on the database and never before it, so that nobody can wait for the
    two in the wrong order.
    """
    me = _who()
    if me in _inside:
        yield
        return
    if not _entered(connection, wait):
        raise LockTimeout(
            "Another migration is under way in this process.", hint="let it end, then run it again"
        )
    _inside.append(me)
    try:
        yield
    finally:
        _inside.remove(me)
        _nobody_else.release()


def _entered(connection: Connection | None, wait: float) -> bool:
    if connection is None or not connection.dialect.is_async:
        return _nobody_else.acquire(timeout=wait)
    # To stop the event loop here would stop the very task that we wait for.
    import asyncio

    pause = 0.01
    for _ in range(int(wait / pause) + 1):
        if _nobody_else.acquire(blocking=False):
            return True
        driver: Any = connection.connection.dbapi_connection
        driver.run_async(lambda _: asyncio.sleep(pause))
    return False


def _who() -> tuple[int, int]:
    """This thread, and this task of its event loop if it runs one."""
    task = None
    if asyncio := sys.modules.get("asyncio"):
        with suppress(RuntimeError):
            task = asyncio.current_task()
    return threading.get_ident(), id(task)


@contextmanager
def _hosts_context_kept() -> Iterator[None]:
    """Give a host that called us from its own revision its ``op`` and ``context`` back."""
    import alembic.context
    import alembic.op

    before = [vars(module).get("_proxy") for module in (alembic.context, alembic.op)]
    try:
        yield
    finally:
        for proxy in before:
            if proxy is not None:
                proxy._install_proxy()
