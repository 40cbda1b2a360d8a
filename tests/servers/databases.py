"""Databases on a server, each copied from a template, all of them ours by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
from psycopg import sql
from sqlalchemy import make_url

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


class Databases:
    """Makes and drops databases ``<prefix>_<name>``, through any database of the server."""

    def __init__(self, server_url: str, prefix: str) -> None:
        self._url = make_url(server_url)
        self._prefix = prefix
        plain = self._url.set(drivername="postgresql")
        self._door = psycopg.connect(
            plain.render_as_string(hide_password=False), autocommit=True, connect_timeout=10
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._door.close()

    def url(self, name: str) -> str:
        """The URL of one of our databases."""
        return self._url.set(database=f"{self._prefix}_{name}").render_as_string(
            hide_password=False
        )

    def blank(self, name: str) -> str:
        """A new database; it sorts in Turkish if the server can: a forgotten COLLATE shows."""
        plain = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'").format(
            self._called(name)
        )
        try:
            self._door.execute(plain + sql.SQL(" LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'"))
        except psycopg.errors.FeatureNotSupported:
            self._door.execute(plain)
        return self.url(name)

    def copy(self, template: str, name: str) -> str:
        """A new database with all that the template holds, while nobody is connected to that."""
        self._door.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                self._called(name), self._called(template)
            )
        )
        return self.url(name)

    def make_read_only(self, name: str) -> None:
        """Let every later transaction in the database be read-only, as a net under the tests."""
        self._door.execute(
            sql.SQL("ALTER DATABASE {} SET default_transaction_read_only = on").format(
                self._called(name)
            )
        )

    def drop(self, name: str) -> None:
        """Remove a database, whoever may still be connected to it."""
        self._door.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(self._called(name))
        )

    def drop_all(self) -> None:
        """Remove every database of our prefix; for a server that goes on living after us."""
        rows = self._door.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"{self._prefix}_"]
        ).fetchall()
        for (name,) in rows:
            self.drop(name.removeprefix(f"{self._prefix}_"))

    def _called(self, name: str) -> sql.Identifier:
        return sql.Identifier(f"{self._prefix}_{name}")
