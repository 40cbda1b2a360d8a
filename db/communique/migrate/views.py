"""Creating and dropping the views of a revision, whose SQL is frozen in files.

``migrations/views/<revision>/NN_name.sql`` holds one ``CREATE VIEW name AS ...``, in SQL that
both databases read; NN orders views that read other views.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import TextClause, text

from communique import shipped
from communique.databases import database_of
from communique.errors import SchemaError

from .scratch import view_columns

if TYPE_CHECKING:
    from collections.abc import Iterator


class Op(Protocol):
    """As much of ``alembic.op`` as views need."""

    def execute(self, sqltext: Any, /) -> None: ...
    def get_bind(self) -> Any: ...
    def get_context(self) -> Any: ...


def create_views(op: Op, revision: str) -> None:
    """Create the views that are frozen for this revision."""
    for file in view_files(op, revision):
        op.execute(verbatim(file.read_text(encoding="utf-8")))


def drop_views(op: Op, revision: str) -> None:
    """Drop them, those that read others first."""
    for file in reversed(view_files(op, revision)):
        op.execute(f"DROP VIEW {view_name(file)}")


@contextmanager
def views(op: Op, before: str, after: str, *, drop: bool = False) -> Iterator[None]:
    """Change tables in the block, and let the views of ``before`` become those of ``after``.

    Where the views only gain columns at their end and the database can replace them, they stay
    in place: nobody who reads them is disturbed. Otherwise, and with ``drop`` (for a block that
    changes what a view reads), they stand aside; privileges, comments, options and owners are
    given back. Raises SchemaError, naming them, when other people's views read ours and would
    fall with them.
    """
    context = op.get_context()
    database = database_of(context)
    old = {view_name(file) for file in view_files(op, before)}
    new = {view_name(file) for file in view_files(op, after)}
    in_place = database.replaces_views and not drop and _only_appended(before, after)
    if not in_place and not context.as_sql:
        _require_no_readers(op, old)
    keeping = database.keep_views(sorted(old & new))
    for statement in keeping.before:
        op.execute(verbatim(statement))
    if not in_place:
        drop_views(op, before)
    yield
    for file in view_files(op, after):
        sql = file.read_text(encoding="utf-8")
        replaces = in_place and view_name(file) in old
        op.execute(verbatim(database.replacing(sql) if replaces else sql))
    for statement in keeping.after:
        op.execute(verbatim(statement))


def _only_appended(before: str, after: str) -> bool:
    """Whether every view of ``before`` is still there and begins with the columns it had."""
    old, new = view_columns(before), view_columns(after)
    return bool(old) and all(
        new.get(view, ())[: len(columns)] == columns for view, columns in old.items()
    )


def _require_no_readers(op: Op, views: set[str]) -> None:
    bind = op.get_bind()
    readers = database_of(bind).readers_of_views(bind, views)
    if readers:
        raise SchemaError(
            f"These views read ours and would be dropped with them: {', '.join(readers)}.",
            hint="drop them, upgrade, and create them again",
        )


def view_files(op: Op, revision: str) -> list[Path]:
    """The files of one revision's views, in the order of creation."""
    script = op.get_context().script
    home = Path(script.dir) if script is not None else shipped.migrations_path()
    found = sorted((home / "views" / revision).glob("*.sql"))
    if not found:
        raise SchemaError(
            f"Revision {revision} has no view files.", hint="install communique again"
        )
    return found


def view_name(file: Path) -> str:
    """The view that a file creates: ``07_signing.sql`` creates ``signing``."""
    return file.stem.partition("_")[2]


def verbatim(sql: str) -> TextClause:
    """SQL as it stands, in which a colon does not begin a parameter."""
    return text(sql.replace("\\", "\\\\").replace(":", "\\:"))
