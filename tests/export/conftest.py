"""New databases for each random archive, copied from one that is migrated once per run."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from communique.databases import engine_for
from communique.loading.rows import KINDS
from communique.loading.stored import Stored
from tests.conftest import upgrade_to_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from tests.servers.databases import Databases
    from tests.servers.files import Files
    from tests.servers.sharing import SharedRun

    Fresh = Callable[[], AbstractContextManager[Engine]]


def rows(engine: Engine) -> dict[Any, Any]:
    """Every row of every record by its natural key, without surrogate keys."""
    with engine.connect() as connection:
        stored = Stored(connection)
        return {
            row.key: row.values
            for kind in KINDS
            for record in stored.every(kind)
            for row in record.rows
        }


def _fresh(shelf: Files | Databases, run: SharedRun) -> Fresh:
    def make() -> str:
        upgrade_to_head(shelf.copy("blank", "for_export"))
        return "for_export"

    @contextmanager
    def fresh() -> Iterator[Engine]:
        # An engine is kept with its name, since what it has compiled is worth keeping.
        name, engine = free.pop() if free else (run.new_name(), None)
        url = shelf.copy(template, name)
        engine = engine or engine_for(url)
        try:
            yield engine
        finally:
            engine.dispose()
            shelf.drop(name)
            free.append((name, engine))

    free: list[tuple[str, Engine]] = []
    template = run.once(f"{type(shelf).__name__}-for-export", make)
    return fresh


@pytest.fixture(scope="session")
def sqlite(files: Files, run: SharedRun) -> Fresh:
    """A new SQLite database with every table and no row, gone after its block."""
    return _fresh(files, run)


@pytest.fixture(scope="session")
def postgresql(databases: Databases, run: SharedRun) -> Fresh:
    """A new PostgreSQL database with every table and no row, gone after its block."""
    return _fresh(databases, run)
