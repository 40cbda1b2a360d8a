"""Bringing a database to a revision: in one transaction, under a lock, and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.databases import VERSION_TABLE, database_of, place_of
from communique.errors import SchemaError, StorageError, UsageError

from .alembic_run import alone, run_revisions
from .awaiting import also_async
from .borrowing import borrowed, migrating, reading
from .history import history, position_of
from .rows import RowGuard
from .scratch import names_by_revision
from .state import read_revision, require_ours

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from .history import Revision


@dataclass(frozen=True, slots=True)
class MigrationResult:
    """What an upgrade or downgrade did; None as a revision is a database without our tables."""

    before: str | None
    after: str | None
    applied: tuple[str, ...]
    """The revisions that were applied or undone, in that order."""
    commit_due: bool
    """The change stands in the host's open transaction, and is lost unless the host commits."""


@also_async
def upgrade(
    bind: Engine | Connection,
    *,
    schema: str | None = None,
    revision: str = "head",
    wait: float = 30.0,
) -> MigrationResult:
    """Bring our tables to a revision, beside whatever else the database holds.

    Given an engine or an idle connection, it begins and commits; inside a host's transaction
    it only works, and says ``commit_due``. ``schema`` is for PostgreSQL. Raises LockTimeout
    after ``wait`` seconds, and NotOurDatabase when somebody else's tables have our names.
    Await it when you lend an async engine or connection.
    """
    return _migrate(bind, revision, schema, wait, down=False)


@also_async
def downgrade(
    bind: Engine | Connection,
    revision: str,
    *,
    schema: str | None = None,
    wait: float = 30.0,
) -> MigrationResult:
    """Undo the revisions after ``revision``; ``base`` removes our tables and all their rows."""
    return _migrate(bind, revision, schema, wait, down=True)


def _migrate(
    bind: Engine | Connection, target: str, schema: str | None, wait: float, *, down: bool
) -> MigrationResult:
    known = history()
    position_of(target, known)  # an unknown target is told before anything is locked
    with borrowed(bind) as connection:
        with migrating(connection, schema, wait) as lent, alone(connection, wait):
            before = read_revision(connection)
            require_ours(connection, before, known)
            steps = _steps(known, before, target, down=down)
            if steps:
                _run(connection, before, steps, down=down)
            after = read_revision(connection)
        if not lent:
            with reading(connection):
                _require_kept(connection, schema, after)
    return MigrationResult(
        before, after, tuple(step.id for step in steps), commit_due=lent and bool(steps)
    )


def _steps(
    known: tuple[Revision, ...], before: str | None, target: str, *, down: bool
) -> tuple[Revision, ...]:
    start, end = position_of(before, known), position_of(target, known)
    if down and end > start:
        raise UsageError(
            f"The database is at {before or 'base'}, which is before {target}.",
            hint="use upgrade to go forward",
        )
    return known[end:start][::-1] if down else known[start:end]


def _run(
    connection: Connection, before: str | None, steps: tuple[Revision, ...], *, down: bool
) -> None:
    database = database_of(connection)
    for step in steps:
        if step.rebuilds and not database.can_rebuild(connection):
            raise SchemaError(
                f"Revision {step.id} rebuilds a table, which would delete the rows that point to "
                "it inside a transaction that is already open.",
                hint="call it with an Engine, or with a Connection that has no transaction",
            )
    guard = RowGuard(connection, before, down=down)
    by_id = {step.id: step for step in steps}
    end = steps[-1].parent if down else steps[-1].id
    run_revisions(
        connection, end or "base", down=down, after_each=lambda done: guard.after(by_id[done])
    )
    if end is None:
        connection.exec_driver_sql(f"DROP TABLE {VERSION_TABLE}")
    elif before is not None:
        tables = [name for name, kind in names_by_revision()[end].items() if kind == "table"]
        _require_references(connection, tables)


def _require_references(connection: Connection, tables: list[str]) -> None:
    broken = database_of(connection).broken_references(connection, tables)
    if broken:
        raise SchemaError(
            f"The migration would leave {len(broken)} references to nothing; the first: "
            f"{broken[0]}. Nothing was kept.",
            hint="mend these rows first, then upgrade",
        )


def _require_kept(connection: Connection, schema: str | None, expected: str | None) -> None:
    """Read the revision again after COMMIT: a lost upgrade must not be reported as done."""
    found = read_revision(connection, schema)
    if found != expected:
        raise StorageError(
            f"{place_of(connection)} is at {found or 'base'} after the migration to "
            f"{expected or 'base'} was committed.",
            hint="look for another program that changes this database, then run it again",
        )
