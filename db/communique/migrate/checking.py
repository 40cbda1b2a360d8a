"""Comparing a live schema with the one that our migrations make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.databases import database_of

from .alembic_run import alone, run_revisions
from .awaiting import also_async
from .borrowing import borrowed, reading
from .history import stamp
from .scratch import names_at_head
from .state import require_latest

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Engine

    from .history import Stamp

DICTIONARY = "data_dictionary"
_made: dict[tuple[Stamp, str], tuple[str, ...]] = {}


@also_async
def check_schema(bind: Engine | Connection, *, schema: str | None = None) -> list[str]:
    """What differs from a freshly migrated schema, as sentences; empty when nothing does.

    Alembic's own comparison does not see CHECK texts, partial indexes, triggers or views.
    On PostgreSQL the fresh schema is made beside the live one and rolled back, once in each
    process; that takes the privilege to create a schema.
    """
    with borrowed(bind) as connection, reading(connection):
        require_latest(connection, schema=schema)
        with alone(connection):
            ours = names_at_head()
        live = _described(connection, schema, ours)
        fresh = _fresh(connection, ours)
    return [f"missing: {line}" for line in fresh if line not in set(live)] + [
        f"unexpected: {line}" for line in live if line not in set(fresh)
    ]


def _fresh(connection: Connection, ours: Collection[str]) -> tuple[str, ...]:
    """The lines of a schema that is made for the comparison; no lock is needed to make it.

    The same revisions always make the same on the same version of the same product, and making
    it takes a third of a second: a service may ask each minute.
    """
    database = database_of(connection)
    known = (stamp(), database.version(connection))
    if known not in _made:
        with database.blank(connection) as (fresh, schema):
            with alone(connection), database.in_schema(fresh, schema):
                run_revisions(fresh, "head", after_each=lambda _: None)
            _made[known] = tuple(_described(fresh, schema, ours))
    return _made[known]


def _described(connection: Connection, schema: str | None, ours: Collection[str]) -> list[str]:
    """The schema, and what the data dictionary says about it."""
    database = database_of(connection)
    dump = database.schema_dump(connection, schema=schema, only=ours).splitlines()
    if DICTIONARY not in database.names(connection, schema):
        return dump
    with database.in_schema(connection, schema):
        rows = connection.exec_driver_sql(f"SELECT * FROM {DICTIONARY}").all()
    return dump + sorted(f"{DICTIONARY}: {' | '.join(map(str, row))}" for row in rows)
