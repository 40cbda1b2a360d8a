"""Working on what the host lends: an engine, an idle connection, or an open transaction."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from communique.databases import database_of, translated
from communique.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def borrowed(bind: Engine | Connection) -> Iterator[Connection]:
    """A connection of the engine, closed afterwards, or the lent connection itself.

    Failures of disk, server and locks come out as our errors.
    """
    if isinstance(bind, Connection):
        with translated(bind):
            yield bind
    elif isinstance(bind, Engine):
        with translated(bind), bind.connect() as connection:
            yield connection
    else:
        raise _not_lent(bind)


def _not_lent(thing: object) -> UsageError:
    kind = type(thing).__name__
    lends = "await session.connection()" if kind.startswith("Async") else "session.connection()"
    return UsageError(
        f"An engine or a connection is needed, not {kind}.", hint=f"a session lends one: {lends}"
    )


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """Read, and leave no transaction open that was not open before."""
    began = not connection.in_transaction()
    try:
        yield
    finally:
        if began:
            connection.rollback()


@contextmanager
def migrating(connection: Connection, schema: str | None, wait: float) -> Iterator[bool]:
    """The one transaction of a migration, locked before anything is read.

    Yields whether the transaction is the host's, who then commits it. If anything fails, the
    host's transaction is as it was before; our own is rolled back.
    """
    database = database_of(connection)
    lent = connection.in_transaction() and not database.autocommits(connection)
    with ExitStack() as stack:
        if lent:
            database.loader_lock(connection, wait)
            stack.enter_context(connection.begin_nested())
        else:
            stack.enter_context(database.foreign_keys_off(connection))
            stack.enter_context(database.begin_writing(connection, wait))
        stack.enter_context(database.migration_lock(connection, wait))
        stack.enter_context(database.in_schema(connection, schema))
        yield lent
