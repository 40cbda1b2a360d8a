"""Which tables and views are ours, learnt by making them once in memory."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from communique.databases import VERSION_TABLE, database_of, engine_for

from .alembic_run import run_revisions
from .borrowing import migrating
from .history import history, stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .history import Stamp

Names = dict[str, str]


def names_by_revision() -> Mapping[str, Names]:
    """After each revision: its tables and views by name, with their kinds."""
    return _names(stamp())


def names_at_head() -> frozenset[str]:
    """The names that our migrations will use, so that no host's table has one of them."""
    known = history()
    return frozenset(_names(stamp())[known[-1].id]) if known else frozenset()


@lru_cache(maxsize=8)
def _names(_files: Stamp) -> Mapping[str, Names]:
    found: dict[str, Names] = {}
    engine = engine_for("sqlite://")
    try:
        with engine.connect() as connection, migrating(connection, None, 0):

            def note(revision: str) -> None:
                names = database_of(connection).names(connection)
                found[revision] = {k: v for k, v in names.items() if k != VERSION_TABLE}

            run_revisions(connection, "head", after_each=note)
    finally:
        engine.dispose()
    return found
