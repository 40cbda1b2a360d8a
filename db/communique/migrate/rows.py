"""The guard that no revision loses rows without saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.databases import database_of
from communique.errors import SchemaError

from .scratch import names_by_revision

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from .history import Revision


class RowGuard:
    """Counts the rows of our tables around each revision; begins at ``revision``."""

    def __init__(self, connection: Connection, revision: str | None, *, down: bool) -> None:
        self._connection = connection
        self._down = down
        self._names = names_by_revision() if revision is not None else {}
        self._counts = self._count(revision)

    def after(self, step: Revision) -> None:
        """Raise SchemaError when the step changed a number of rows that it does not declare."""
        here = step.parent if self._down else step.id
        now = self._count(here, also=set(self._counts))
        for table, before in self._counts.items():
            after = now.get(table)
            gone = after is None and (self._down or before == 0)
            if after == before or gone or table in step.changes_rows:
                continue
            raise SchemaError(
                f"Revision {step.id} changes the rows of {table} from {before} to {after or 0} "
                "without declaring it. Nothing was kept.",
                hint=f'write changes_rows = {{"{table}"}} in the revision if that is meant',
            )
        self._counts = now

    def _count(self, revision: str | None, also: set[str] | None = None) -> dict[str, int]:
        ours = {name for name, kind in self._kinds(revision).items() if kind == "table"}
        present = database_of(self._connection).names(self._connection)
        return {
            name: int(
                self._connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
            )
            for name in sorted((ours | (also or set())) & set(present))
        }

    def _kinds(self, revision: str | None) -> dict[str, str]:
        return self._names.get(revision, {}) if revision is not None else {}
