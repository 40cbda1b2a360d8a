"""Write a revision's frozen tables and dictionary from the declared models.

A tool for the one who writes a revision that makes tables; revisions themselves only
read what it wrote, so that no later change of a model can reach back into history.
Run from the checkout: ``python migrations/freeze.py 0002``.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from pathlib import Path

from sqlalchemy import Dialect, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, SetColumnComment, SetTableComment

from communique.databases import database_named
from communique.databases.types import Day
from communique.models import declared

HOME = Path(__file__).parent
FIRST = "0001"
LATER = {"catchword": "0002", "wording": "0002"}
"""The revision of each table that the first one does not make."""


def made_by(revision: str) -> list[Table]:
    """The tables that a revision makes, parents first."""
    tables = declared().sorted_tables
    return [table for table in tables if LATER.get(table.name, FIRST) == revision]


def statements(revision: str, dialect: Dialect) -> list[str]:
    """All DDL of a revision's tables, parents first, as one database wants it."""
    found: list[str] = []
    for table in made_by(revision):
        found.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        found += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
        if dialect.supports_comments:
            found.append(str(SetTableComment(table).compile(dialect=dialect)))
            for column in table.columns:
                found.append(str(SetColumnComment(column).compile(dialect=dialect)))
    if revision == LATER["wording"]:
        database = database_named(dialect.name)
        found += [*database.full_text.ddl, *database.catchwords.ddl]
    return ["\n".join(line.rstrip() for line in s.strip().splitlines()) for s in found]


def dictionary(revision: str) -> list[tuple[str, str, str, str]]:
    """Rows of the data dictionary for tables: table, column, type, meaning."""
    rows: list[tuple[str, str, str, str]] = []
    for table in sorted(made_by(revision), key=lambda each: each.name):
        rows.append((table.name, "", "table", table.comment or ""))
        for column in table.columns:
            kind = "day" if isinstance(column.type, Day) else "text"
            if kind == "text" and column.type.python_type is int:
                kind = "integer"
            rows.append((table.name, column.name, kind, column.comment or ""))
    return rows


def view_dictionary(revision: str, tables: list[str]) -> list[tuple[str, str, str, str]]:
    """Rows of the data dictionary for views, whose meanings stand in ``columns.tsv``."""
    folder = HOME / "views" / revision
    if not folder.exists():
        return []
    with (folder / "columns.tsv").open(encoding="utf-8", newline="") as lines:
        meanings = {(row[0], row[1]): row[2] for row in csv.reader(lines, delimiter="\t")}
    database = sqlite3.connect(":memory:")
    for statement in tables + [p.read_text("utf-8") for p in sorted(folder.glob("*.sql"))]:
        database.execute(statement)
    rows: list[tuple[str, str, str, str]] = []
    for (view,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY 1"
    ):
        rows.append((view, "", "view", meanings[view, ""]))
        for _, column, kind, *_ in database.execute(f"PRAGMA table_info({view})"):
            day = column.endswith(("_earliest", "_latest"))
            number = kind == "INTEGER" or column == "excerpts"
            meaning = meanings.get((view, column)) or meanings["*", column]
            rows.append((view, column, "day" if day else "integer" if number else "text", meaning))
    database.close()
    return rows


def main(revision: str) -> None:
    """Write the folder ``tables/<revision>``."""
    folder = HOME / "tables" / revision
    folder.mkdir(parents=True, exist_ok=True)
    for name, dialect in (("sqlite", sqlite.dialect()), ("postgresql", postgresql.dialect())):
        text = ";\n\n".join(statements(revision, dialect)) + ";\n"
        (folder / f"{name}.sql").write_text(text, encoding="utf-8")
    with (folder / "dictionary.tsv").open("w", encoding="utf-8", newline="") as out:
        rows = dictionary(revision)
        rows += view_dictionary(revision, statements(revision, sqlite.dialect()))
        csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    for kind in ("sqlite", "postgresql") if revision == LATER["wording"] else ():
        if own := database_named(kind).full_text.dictionary:
            with (folder / f"dictionary_{kind}.tsv").open("w", encoding="utf-8", newline="") as out:
                csv.writer(out, delimiter="\t", lineterminator="\n").writerows(own)


if __name__ == "__main__":
    main(sys.argv[1])
