"""Changing a table where ALTER TABLE cannot: SQLite makes it anew and moves the rows over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.databases import database_of
from communique.errors import SchemaError

from .views import verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .views import Op


def rebuild(
    op: Op,
    table: str,
    create: str,
    *,
    alter: Sequence[str],
    values: Mapping[str, str] | None = None,
) -> None:
    """Let a table become what ``create`` says, with its rows, indexes and triggers.

    ``create`` is the new table's whole CREATE TABLE for SQLite, frozen in the revision; ``alter``
    are the statements that do the same where tables can be altered. ``values`` gives new
    columns, or changed ones, an SQL expression over the old row. Alembic's own batch mode drops
    STRICT, unnamed CHECKs, collations, triggers and expression indexes without a word.

    The revision says ``rebuilds = True`` and sets the views that read the table aside.
    """
    database, bind = database_of(op.get_context()), op.get_bind()
    if database.alters_tables:
        for statement in alter:
            op.execute(verbatim(statement))
        return
    if not database.can_rebuild(bind):
        raise SchemaError(
            f"Dropping {table} would delete the rows that point to it.",
            hint="write rebuilds = True in the revision",
        )
    kept = bind.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger')"
        " AND sql IS NOT NULL ORDER BY type, name",
        (table,),
    ).scalars()
    again = [str(sql) for sql in kept]
    new = f"{table}_rebuilt"
    op.execute(verbatim(_renamed(create, table, new)))
    taken = {**{name: f'"{name}"' for name in _columns(op, table)}, **(values or {})}
    filled = [name for name in _columns(op, new) if name in taken]
    columns = ", ".join(f'"{name}"' for name in filled)
    expressions = ", ".join(taken[name] for name in filled)
    op.execute(verbatim(f'INSERT INTO "{new}" ({columns}) SELECT {expressions} FROM "{table}"'))
    op.execute(f'DROP TABLE "{table}"')
    # In the old way of renaming, SQLite does not rewrite what other tables and triggers say.
    op.execute("PRAGMA legacy_alter_table=ON")
    op.execute(f'ALTER TABLE "{new}" RENAME TO "{table}"')
    op.execute("PRAGMA legacy_alter_table=OFF")
    for sql in again:
        op.execute(verbatim(sql))


def _renamed(create: str, table: str, new: str) -> str:
    beginning = rf'(?i)\A(\s*CREATE TABLE\s+)"?{table}"?(?=[\s(])'
    sql, count = re.subn(beginning, rf'\g<1>"{new}"', create)
    if not count:
        raise SchemaError(
            f"A rebuild of {table} was given another table's CREATE TABLE.",
            hint="mend the revision",
        )
    return sql


def _columns(op: Op, table: str) -> list[str]:
    found = op.get_bind().exec_driver_sql(f'PRAGMA table_info("{table}")')
    return [str(row[1]) for row in found]
