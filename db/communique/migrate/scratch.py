"""What our migrations make, learnt by making it once in memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import inspect

from communique.databases import VERSION_TABLE, database_of, engine_for

from .alembic_run import run_revisions
from .borrowing import migrating
from .history import history, stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .history import Stamp

Names = dict[str, str]
Columns = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Made:
    """What stands after a revision: tables and views with their kinds, and each view's columns."""

    names: Names
    columns: Columns


def names_by_revision() -> Mapping[str, Names]:
    """After each revision: its tables and views by name, with their kinds."""
    return {revision: made.names for revision, made in _made(stamp()).items()}


def view_columns(revision: str) -> Columns:
    """The columns of each view after a revision; nothing when there is no such revision."""
    made = _made(stamp()).get(revision)
    return made.columns if made else {}


def names_at_head() -> frozenset[str]:
    """The names that our migrations will use, so that no host's table has one of them."""
    known = history()
    return frozenset(_made(stamp())[known[-1].id].names) if known else frozenset()


def every_name(*kinds: str) -> frozenset[str]:
    """All names of these kinds that any revision of ours has ever used."""
    return frozenset(
        name
        for names in names_by_revision().values()
        for name, kind in names.items()
        if kind in kinds
    )


@lru_cache(maxsize=8)
def _made(_files: Stamp) -> Mapping[str, Made]:
    found: dict[str, Made] = {}
    engine = engine_for("sqlite://")
    try:
        with engine.connect() as connection, migrating(connection, None, 0):

            def note(revision: str) -> None:
                names = database_of(connection).names(connection)
                names.pop(VERSION_TABLE, None)
                look = inspect(connection)
                columns = {
                    name: tuple(str(column["name"]) for column in look.get_columns(name))
                    for name, kind in names.items()
                    if kind == "view"
                }
                found[revision] = Made(names, columns)

            run_revisions(connection, "head", after_each=note)
    finally:
        engine.dispose()
    return found
