"""Where the tables are that name no schema: as whoever lends a connection has arranged it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_MAP = "schema_translate_map"


def schema_by_lender(connection: Connection) -> str | None:
    """The schema that the lender's ``schema_translate_map`` gives to tables without one."""
    translated = connection.get_execution_options().get(_MAP) or {}
    found = translated.get(None)
    return None if found is None else str(found)


@contextmanager
def names_as_written(connection: Connection) -> Iterator[None]:
    """Suspend the lender's map: it reaches a part of the statements of a migration only.

    Those that are written out, as ALTER TABLE, follow the search_path.
    """
    before = connection.get_execution_options().get(_MAP)
    if not before:
        yield
        return
    connection.execution_options(**{_MAP: None})
    try:
        yield
    finally:
        connection.execution_options(**{_MAP: before})


def placing(engine: Engine, schema: str) -> dict[str, Any]:
    """The execution options with which an engine's questions find our tables in that schema."""
    others = engine.get_execution_options().get(_MAP) or {}
    return {_MAP: {**others, None: schema}}


def placed(engine: Engine, schema: str | None) -> Engine:
    """The same engine and pool, whose questions find our tables in that schema."""
    return engine if schema is None else engine.execution_options(**placing(engine, schema))
