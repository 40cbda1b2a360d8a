"""At which revision a database is, and whether that is the one we need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.databases import VERSION_TABLE, database_of, quoted
from communique.errors import NotOurDatabase, SchemaError

from .awaiting import also_async
from .borrowing import borrowed, reading
from .history import history, latest_revision

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from .history import Revision


@also_async
def current_revision(bind: Engine | Connection, *, schema: str | None = None) -> str | None:
    """The revision of the database; None when our tables are not there yet."""
    with borrowed(bind) as connection, reading(connection):
        return read_revision(connection, schema)


def read_revision(connection: Connection, schema: str | None = None) -> str | None:
    """The revision that our version table holds, in the transaction as it is."""
    database = database_of(connection)
    where = database.schema_of(connection, schema)
    if VERSION_TABLE not in database.names(connection, where):
        return None
    table = VERSION_TABLE if where is None else f"{quoted(where)}.{VERSION_TABLE}"
    found = connection.exec_driver_sql(f"SELECT version_num FROM {table}").scalars().all()
    if len(found) > 1:
        raise SchemaError(
            f"The database is at {len(found)} revisions at once: {', '.join(sorted(found))}.",
            hint="restore a backup: somebody wrote into communique_version",
        )
    return found[0] if found else None


@also_async
def require_latest(bind: Engine | Connection, *, schema: str | None = None) -> None:
    """Raise SchemaError, with the command that cures it, unless the schema is the latest."""
    with borrowed(bind) as connection, reading(connection):
        found = read_revision(connection, schema)
        needed = latest_revision()
        if found == needed:
            return
        require_ours(connection, found, history(), schema)
        elsewhere = database_of(connection).elsewhere(connection) if found is None else []
    at = f"at {found}" if found else "not made yet"
    hint = "with the same --database, where one was named"
    if elsewhere:
        hint = f"or name the schema that is there: {', '.join(elsewhere)}"
    raise SchemaError(f"schema is {at}, needs {needed}: run `communique db upgrade`", hint=hint)


def require_ours(
    connection: Connection,
    found: str | None,
    known: tuple[Revision, ...],
    schema: str | None = None,
) -> None:
    """Raise NotOurDatabase when the tables are somebody else's, or of a newer program."""
    if found is not None:
        if found not in {revision.id for revision in known}:
            raise NotOurDatabase(
                f"schema is at {found}, which this program does not know: "
                f"its latest is {known[-1].id if known else 'none'}.",
                hint="install the newer communique that made it",
            )
        return
    database = database_of(connection)
    present = database.occupied(connection, schema)
    if not present:
        return  # the usual case, and then nothing has to be learnt about our own names
    from .alembic_run import alone
    from .scratch import names_at_head

    with alone(connection):
        ours = names_at_head() - database.not_here()
    taken = sorted(shown for name, shown in present.items() if name in ours)
    if len(taken) == len(ours) > 0:
        raise NotOurDatabase(
            f"All {len(ours)} tables and views of ours are here, but {VERSION_TABLE} does not say "
            "at which revision.",
            hint="restore a backup, or load the record files into a new database",
        )
    if taken:
        raise NotOurDatabase(
            f"The database already has tables of our names that our migrations did not make: "
            f"{', '.join(taken)}.",
            hint=database.room_of_its_own,
        )
