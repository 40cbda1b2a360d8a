"""A backup is a SQLite file, from whichever database: verified by digest before it has its name.

A copy of the files of a running SQLite database loses what stands in its log, and a dump
of a server can only be read by that server's kind. So rows are read in one transaction
and written anew; what is kept is proven by reading it back.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from communique.databases import (
    BEFORE_COMMIT,
    database_of,
    engine_for,
    place_of,
    tell_before,
    translated,
)
from communique.errors import StorageError, UsageError
from communique.migrate import require_latest, upgrade

from .copying import copy_rows, is_empty
from .digest import content_digest

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Kept(NamedTuple):
    """What a backup or a restore wrote: rows of all tables, and the digest of the content."""

    place: str
    rows: int
    digest: str


def backup(source: Engine, file: str | os.PathLike[str], *, force: bool = False) -> Kept:
    """Write the whole database into a new SQLite file, and prove it by its digest.

    The file appears under its name only when it is complete. An existing one is kept
    unless `force`. Raises UsageError, StorageError or SchemaError.
    """
    path = Path(file)
    if path.exists() and not force:
        raise UsageError(f"{path} exists.", hint="choose another name, or give --force")
    partial = path.with_name(f"{path.name}.partial")
    _remove(partial)
    ours = True
    try:  # from here on a signal may come at any moment
        try:
            # Made empty and closed to others first: a database is born readable to all.
            os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except OSError as error:
            ours = False
            raise StorageError(
                f"Cannot write {path}: {error.strerror}.",
                hint=f"check that {path.absolute().parent} is a folder in which you may write",
            ) from error
        kept = _copied(source, partial)
        _settled(partial)
        tell_before(source)
        partial.replace(path)
        _fsync(path.absolute().parent)
    finally:
        if ours:
            _remove(partial)
    return kept._replace(place=str(path))


def restore(file: str | os.PathLike[str], target: Engine) -> Kept:
    """Fill an empty database with what a backup holds, in one transaction, proven by digest.

    The target's schema is made where there is none. Raises UsageError where it holds
    records already: a backup is never mixed into them.
    """
    path = Path(file)
    if not path.is_file():
        raise StorageError(f"There is no backup at {path}.", hint="check the spelling of the path")
    if any(path.with_name(path.name + end).exists() for end in ("-wal", "-shm", "-journal")):
        raise UsageError(
            f"{path} is a database in use, or the copy of one: its newest rows are not in it.",
            hint="make a backup of the database with: communique backup FILE",
        )
    held = engine_for(f"sqlite:///{path}", read_only=True)
    try:
        with translated(held), held.connect() as source, source.begin():
            require_latest(source)
            return _filled(source, target)
    finally:
        held.dispose()


def _copied(source: Engine, partial: Path) -> Kept:
    made = engine_for(f"sqlite:///{partial}")
    try:
        upgrade(made)
        with (
            translated(source),
            source.connect() as reading,
            database_of(reading).snapshot(reading),
        ):
            require_latest(reading)
            return _filled(reading, made)
    finally:
        made.dispose()


def _filled(source: Connection, target: Engine) -> Kept:
    # Who waits to hear that the work is kept does not mean the empty tables.
    upgrade(target.execution_options(**{BEFORE_COMMIT: None}))
    expected = content_digest(source)
    with translated(target), target.connect() as writing:
        if not is_empty(writing):
            raise UsageError(
                f"{place_of(target)} holds records already.", hint="restore into an empty database"
            )
        writing.rollback()
        with database_of(writing).begin_writing(writing, 30.0):
            database_of(writing).loader_lock(writing, 30.0)
            rows = copy_rows(source, writing)
            if (found := content_digest(writing)) != expected:
                raise StorageError(
                    f"What was written to {place_of(target)} is not what was read:"
                    f" digest {found[:12]}, not {expected[:12]}. Nothing was kept."
                )
    return Kept(place_of(target), rows, expected)


def _settled(partial: Path) -> None:
    """Fold the log into the file, so that it is whole without its companions."""
    made = engine_for(f"sqlite:///{partial}")
    try:
        database_of(made).settle(made)
    finally:
        made.dispose()
    with partial.open("rb") as stream:
        os.fsync(stream.fileno())


def _fsync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(partial: Path) -> None:
    """Remove a file with all that SQLite, and the note of its writer, may have left beside it."""
    for end in ("", "-wal", "-shm", "-journal", "-writer"):
        partial.with_name(partial.name + end).unlink(missing_ok=True)
