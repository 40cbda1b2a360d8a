"""Calling Alembic: configured in memory, silent, and alone."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from communique import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

CONNECTION = "connection"
AFTER_EACH = "after_each"
"""Keys of ``Config.attributes`` by which ``env.py`` knows that this program called it."""

# Alembic keeps its context in module globals, so two migrations in one process would mix.
_one_at_a_time = threading.RLock()


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
    from alembic.config import Config

    config = Config()
    folder = str(shipped.migrations_path())
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes[CONNECTION] = connection
    config.attributes[AFTER_EACH] = after_each
    with _one_at_a_time, _hosts_context_kept():
        (command.downgrade if down else command.upgrade)(config, target)


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
