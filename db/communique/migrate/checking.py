"""Comparing a live schema with the one that our migrations make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.databases import database_of, translated

from .alembic_run import run_revisions
from .borrowing import borrowed, migrating, reading
from .scratch import names_at_head
from .state import require_latest

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


def check_schema(bind: Engine | Connection, *, schema: str | None = None) -> list[str]:
    """What differs from a freshly migrated schema, as sentences; empty when nothing does.

    Alembic's own comparison does not see CHECK texts, partial indexes, triggers or views.
    On PostgreSQL the fresh schema is made beside the live one and rolled back.
    """
    with borrowed(bind) as connection, translated(bind), reading(connection):
        require_latest(connection, schema=schema)
        database = database_of(connection)
        ours = names_at_head()
        live = database.schema_dump(connection, schema=schema, only=ours).splitlines()
        fresh = _fresh_dump(connection).splitlines()
    return [f"missing: {line}" for line in fresh if line not in set(live)] + [
        f"unexpected: {line}" for line in live if line not in set(fresh)
    ]


def _fresh_dump(connection: Connection) -> str:
    database = database_of(connection)
    with database.blank(connection) as (fresh, schema):
        with migrating(fresh, schema, 30.0):
            run_revisions(fresh, "head", after_each=lambda _: None)
        return database.schema_dump(fresh, schema=schema, only=names_at_head())
