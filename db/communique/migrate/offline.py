"""Migrations as SQL text, for administrators who let nobody else change their schemas."""

from __future__ import annotations

from io import StringIO

from communique.databases import VERSION_TABLE, database_named
from communique.errors import UsageError

from .alembic_run import write_revisions
from .history import history, position_of


def offline_sql(
    revision_range: str = "head", dialect: str = "postgresql", *, schema: str | None = None
) -> str:
    """The SQL script that takes a database from one revision to another, in one transaction.

    ``revision_range`` is ``START:END``, or ``END`` alone for a database without our tables; it
    may lead down. A database that is not at START refuses the script. ``schema`` is for
    PostgreSQL. Raises UsageError where only the program itself can do it safely.
    """
    database = database_named(dialect)
    known = history()
    first, _, last = revision_range.rpartition(":")
    start, end = position_of(first or None, known), position_of(last, known)
    down = end < start
    steps = known[end:start] if down else known[start:end]
    for step in steps:
        if step.rebuilds and not database.alters_tables:
            raise UsageError(
                f"Revision {step.id} rebuilds a table, which a script cannot do safely here.",
                hint="run `communique db upgrade` on the database instead",
            )
    ids = ["base", *(one.id for one in known)]
    out = StringIO()
    write_revisions(out, ids[start], ids[end], database.name, down=down)
    script = out.getvalue()
    if "BEGIN;" not in script:
        return script  # there is nothing to do
    before, begin, after = script.partition("BEGIN;\n")
    at = ids[start] if start else None
    opening = "\n".join(database.script_opening(schema, VERSION_TABLE, at))
    if not end:
        work, _, _ = after.rpartition("COMMIT;")
        after = f"{work}DROP TABLE {VERSION_TABLE};\n\nCOMMIT;\n"
    return f"{database.script_preamble}{before}{begin}\n{opening}\n{after}"
