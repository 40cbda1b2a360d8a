"""The record of diplomacy: all tables, indexes, views, and the dictionary of their columns.

The DDL stands frozen in ``migrations/tables/0001`` (one file for each database) and
``migrations/views/0001``, so that no later change of a model reaches back into it.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import sqlalchemy as sa
from alembic import context, op

from communique.migrate import create_views, drop_views

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

HOME = Path(__file__).resolve().parents[1]
TABLES = HOME / "tables" / revision


def upgrade() -> None:
    """Create everything, parents first."""
    for statement in _ddl():
        op.execute(statement)
    create_views(op, revision)
    _fill_dictionary()


def downgrade() -> None:
    """Drop everything, children first."""
    drop_views(op, revision)
    tables = re.findall(r"^CREATE TABLE (\w+)", "\n".join(_ddl()), re.MULTILINE)
    for name in reversed(tables):
        op.drop_table(name)


def _ddl() -> list[str]:
    file = TABLES / f"{context.get_context().dialect.name}.sql"
    return file.read_text(encoding="utf-8").rstrip().rstrip(";").split(";\n\n")


def _fill_dictionary() -> None:
    """Say what each column means; on a database with comments, views say so themselves too."""
    names = ("table_name", "column_name", "type_name", "meaning")
    table = sa.table("data_dictionary", *(sa.column(name, sa.Text) for name in names))
    with (TABLES / "dictionary.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))
    op.bulk_insert(table, [dict(zip(names, row, strict=True)) for row in rows])
    if not context.get_context().dialect.supports_comments:
        return
    views = {name for name, _, kind, _ in rows if kind == "view"}
    for name, column, _, meaning in rows:
        if name in views:
            subject = f"COLUMN {name}.{column}" if column else f"VIEW {name}"
            op.execute(f"COMMENT ON {subject} IS '{meaning.replace(chr(39), chr(39) * 2)}'")
