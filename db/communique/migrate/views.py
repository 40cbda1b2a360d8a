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
        op.execute(_verbatim(file.read_text(encoding="utf-8")))


def drop_views(op: Op, revision: str) -> None:
    """Drop them, those that read others first."""
    for file in reversed(view_files(op, revision)):
        op.execute(f"DROP VIEW {view_name(file)}")


@contextmanager
def views(op: Op, before: str, after: str) -> Iterator[None]:
    """Change tables in the block without the views of ``before`` in the way, then make ``after``.

    Privileges on the views are given back. Raises SchemaError, naming them, when other
    people's views read ours and would fall with them.
    """
    bind = op.get_bind()
    database = database_of(bind)
    old = {view_name(file) for file in view_files(op, before)}
    new = {view_name(file) for file in view_files(op, after)}
    readers = database.readers_of_views(bind, old)
    if readers:
        raise SchemaError(
            f"These views read ours and would be dropped with them: {', '.join(readers)}.",
            hint="drop them, upgrade, and create them again",
        )
    grants = database.view_grants(bind, old & new)
    drop_views(op, before)
    yield
    create_views(op, after)
    for grant in grants:
        op.execute(_verbatim(grant))


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


def _verbatim(sql: str) -> TextClause:
    return text(sql.replace("\\", "\\\\").replace(":", "\\:"))
