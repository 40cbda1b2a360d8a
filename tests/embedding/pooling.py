"""A connection as a pooler lends it that pools transactions: after each, another server session.

What such a pooler (pgbouncer, say) takes from its clients is all that outlives a transaction:
settings of the session, its locks, and prepared statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Engine, NullPool, create_engine, make_url

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pooled(psycopg.Connection[Any]):
    """Two sessions of the server, of which each transaction uses the other one."""

    behind: psycopg.Connection[Any] | None = None

    def wait(self, *arguments: Any, **options: Any) -> Any:
        """Wait as ever, and change places when no transaction is open."""
        try:
            return super().wait(*arguments, **options)
        finally:
            other = self.behind
            if other and self.pgconn.transaction_status == TransactionStatus.IDLE:
                self.pgconn, other.pgconn = other.pgconn, self.pgconn

    def close(self) -> None:
        """Close both."""
        super().close()
        if self.behind:
            self.behind.close()


def pooled(url: str, **options: Any) -> Engine:
    """An engine as a host makes it that has a pooler before its server, and so no pool itself."""
    address = make_url(url).set(drivername="postgresql+psycopg")
    _, arguments = address.get_dialect()().create_connect_args(address)

    def connect() -> Pooled:
        door = Pooled.connect(**arguments, **options)
        door.behind = psycopg.connect(**arguments, **options)
        return door

    return create_engine(address, creator=connect, poolclass=NullPool)


def sessions(engine: Engine) -> Iterator[list[tuple[str, str]]]:
    """What each server session behind one connection has set for itself."""
    asked = "SELECT name, setting FROM pg_settings WHERE source = 'session' ORDER BY name"
    with engine.connect() as connection:
        for _ in range(2):
            yield [(str(row[0]), str(row[1])) for row in connection.exec_driver_sql(asked)]
            connection.rollback()
