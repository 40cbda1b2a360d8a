"""Check record files, or load them: read, validate, resolve, plan, apply."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from os import PathLike
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

from ..databases import database_of, translated
from ..errors import CuratedDataError, LockTimeout
from ..indexing import index_texts
from ..models import LoadRun
from ..version import __version__
from .apply import apply
from .archive import Archive
from .builder import DEFAULT
from .complaints import Complaint, Complaints, Refused
from .files import content, find
from .plan import Change, Plan, plan
from .reader import trees
from .resolver import resolve
from .rows import KINDS
from .safeguards import (
    judge_against_stored,
    judge_changes_by_hand,
    judge_files,
    judge_plan,
    judge_removals,
    to_remove,
)
from .stored import Stored
from .validation import FileRecords, validate

Paths = Iterable[str | PathLike[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: complaints in the order of files and lines, and what was read."""

    complaints: tuple[Complaint, ...]
    files: int
    records: dict[str, int]

    @property
    def errors(self) -> tuple[Complaint, ...]:
        """Complaints that refuse a load."""
        return tuple(each for each in self.complaints if not each.is_warning)

    @property
    def warnings(self) -> tuple[Complaint, ...]:
        """Complaints that let it pass."""
        return tuple(each for each in self.complaints if each.is_warning)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load did, or would do: numbers of records, and each change.

    ``digest`` is of the content of the files, ``plan`` of what it did to the database.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    changes: tuple[Change, ...]
    warnings: tuple[Complaint, ...]
    digest: str
    plan: str
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Orders:
    """What a load may do beyond adding and changing; see `load`."""

    prune: bool = False
    allow_removals: int | None = None
    overwrite: bool = False
    expect: str | None = None


def check(paths: Paths, *, today: date | None = None) -> Report:
    """Read and judge record files without a database.

    Returns a `Report` with every complaint of the run. References must resolve
    within the files given. `today` is the day on which nothing held or done may
    lie ahead; by default the day it is in UTC.
    """
    complaints = Complaints()
    archive, files = _prepare([Path(path) for path in paths], Archive(), complaints, today)
    records = Counter(kind for kind, _ in archive.records)
    for record in archive.records.values():
        records["quote"] += sum(1 for _ in record.of("quote"))
        records["evidence"] += sum(1 for _ in record.of("evidence"))
    return Report(tuple(complaints), files, dict(records))


def load(
    target: Engine,
    paths: Paths,
    *,
    dry_run: bool = False,
    prune: bool = False,
    allow_removals: int | None = None,
    overwrite: bool = False,
    expect: str | None = None,
    wait: float = 30.0,
    today: date | None = None,
) -> Outcome:
    """Load record files into a database, in one transaction: all of them or nothing.

    References resolve within the files and in the database. A record whose content
    is stored already is left alone. With `dry_run` the outcome is told and nothing is
    written; its `plan`, given back as `expect`, lets a load do that and nothing else.

    With `prune` the files are the whole archive: records that they do not hold are
    removed, never one that is referred to, and more than a tenth of all only when
    `allow_removals` is their exact number. A record that was changed by hand in the
    database is not overwritten without `overwrite`. `wait` is how long, in seconds,
    another loader is waited for.

    Raises:
        CuratedDataError: the files are wrong, or the plan is refused; it holds every complaint.
        LockTimeout: another loader held the database for longer than `wait`.
        StorageError: the database failed; nothing was kept.

    """
    places = [Path(path) for path in paths]
    orders = Orders(prune, allow_removals, overwrite, expect)
    started = _now()
    with translated(target), target.connect() as connection:
        if dry_run:
            with connection.begin():
                return _planned(connection, places, orders, today)[0]
        database = database_of(connection)
        with _naming_the_writer(target), database.begin_writing(connection, wait):
            database.loader_lock(connection, wait)
            outcome, work, stored = _planned(connection, places, orders, today)
            apply(connection, work, stored)
            index_texts(connection)
            _keep_run(connection, started, places, outcome)
    return dataclasses.replace(outcome, dry_run=False)


@contextmanager
def _naming_the_writer(target: Engine) -> Iterator[None]:
    """Say who holds the database when it was waited for in vain."""
    try:
        with translated(target):
            yield
    except LockTimeout as error:
        with target.connect() as asking:
            if (writer := database_of(asking).writer(asking)) is None:
                raise
        raise LockTimeout(f"{error.message} It is {writer}.", hint=error.hint) from error


def _planned(
    connection: Connection, paths: Sequence[Path], orders: Orders, today: date | None
) -> tuple[Outcome, Plan, Stored]:
    stored, complaints = Stored(connection), Complaints()
    archive, _ = _prepare(paths, Archive(stored), complaints, today)
    if complaints.errors:
        raise CuratedDataError(list(complaints))
    removed = to_remove(archive, stored) if orders.prune else []
    work = plan(archive, stored, removed)
    total = sum(len(stored.heads(kind)) for kind in KINDS)
    judge_against_stored(work, stored, complaints)
    judge_removals(archive, removed, total, orders.allow_removals, complaints)
    judge_changes_by_hand(work, stored, complaints, overwrite=orders.overwrite)
    judge_plan(work, orders.expect, complaints)
    judge_files(archive, complaints)
    if complaints.errors:
        raise CuratedDataError(list(complaints))
    outcome = Outcome(
        len(work.added),
        len(work.changed),
        len(work.removed),
        work.unchanged,
        tuple(work.changes),
        tuple(complaints),
        _digest(archive),
        work.digest,
        dry_run=True,
    )
    return outcome, work, stored


def _prepare(
    paths: Sequence[Path], archive: Archive, complaints: Complaints, today: date | None
) -> tuple[Archive, int]:
    homes: list[FileRecords] = []
    sources = find(paths, complaints)
    for source in sources:
        held = content(source, complaints, archive.watched, DEFAULT.bytes)
        if held is None:
            continue
        for root in trees(source.name, held):
            if isinstance(root, Refused):
                complaints.add(root.complaint)
                archive.not_read(source.name, held.decode("utf-8", "replace"))
            else:
                homes.append(validate(source, root, complaints))
    resolve(homes, archive, complaints, today or datetime.now(UTC).date())
    return archive, len(sources)


def _digest(archive: Archive) -> str:
    """SHA-256 over the content of the loaded records, whatever the order of files."""
    lines = [
        f"{kind}/{slug} {archive.records[kind, slug].digest}"
        for kind, slug in sorted(archive.records)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _keep_run(
    connection: Connection, started: str, paths: Sequence[Path], outcome: Outcome
) -> None:
    connection.execute(
        insert(LoadRun).values(
            started=started,
            finished=_now(),
            source=", ".join(path.as_posix() for path in paths),
            digest=outcome.digest,
            added=outcome.added,
            changed=outcome.changed,
            removed=outcome.removed,
            unchanged=outcome.unchanged,
            version=__version__,
        )
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
