"""Check record files, or load them: read, validate, resolve, plan, apply."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from os import PathLike
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

from ..databases import database_of, translated
from ..errors import CuratedDataError
from ..models import LoadRun
from ..version import __version__
from .apply import apply
from .archive import Archive
from .builder import DEFAULT
from .complaints import Complaint, Complaints, Refused
from .files import content, find
from .plan import Change, Plan, plan
from .reader import read
from .resolver import resolve
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
    """What a load did, or would do: numbers of records, and each change."""

    added: int
    changed: int
    removed: int
    unchanged: int
    changes: tuple[Change, ...]
    warnings: tuple[Complaint, ...]
    digest: str
    dry_run: bool


def check(paths: Paths, *, today: date | None = None) -> Report:
    """Read and judge record files without a database.

    Returns a `Report` with every complaint of the run. References must resolve
    within the files given. `today` is the day on which nothing held or done may
    lie ahead; by default the day it is in UTC.
    """
    archive, complaints, files = _prepare(paths, Archive(), today)
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
    wait: float = 30.0,
    today: date | None = None,
) -> Outcome:
    """Load record files into a database, in one transaction: all of them or nothing.

    References resolve within the files and in the database. A record whose content
    is stored already is left alone. `wait` is how long, in seconds, another loader
    is waited for. With `dry_run` the outcome is told and nothing is written.

    Raises:
        CuratedDataError: the files are wrong; it holds every complaint.
        LockTimeout: another loader held the database for longer than `wait`.
        StorageError: the database failed; nothing was kept.

    """
    places = [Path(path) for path in paths]
    started = _now()
    with translated(target), target.connect() as connection:
        if dry_run:
            with connection.begin():
                return _planned(connection, places, today)[0]
        with database_of(connection).begin_writing(connection, wait):
            outcome, work, stored = _planned(connection, places, today)
            apply(connection, work, stored)
            _keep_run(connection, started, places, outcome)
    return dataclasses.replace(outcome, dry_run=False)


def _planned(
    connection: Connection, paths: Sequence[Path], today: date | None
) -> tuple[Outcome, Plan, Stored]:
    stored = Stored(connection)
    archive, complaints, _ = _prepare(paths, Archive(stored), today)
    if complaints.errors:
        raise CuratedDataError(list(complaints))
    work = plan(archive, stored)
    outcome = Outcome(
        len(work.added),
        len(work.changed),
        0,
        work.unchanged,
        tuple(work.changes),
        tuple(complaints),
        _digest(archive),
        dry_run=True,
    )
    return outcome, work, stored


def _prepare(paths: Paths, archive: Archive, today: date | None) -> tuple[Archive, Complaints, int]:
    complaints = Complaints()
    homes: list[FileRecords] = []
    sources = find([Path(path) for path in paths], complaints)
    for source in sources:
        held = content(source, complaints, DEFAULT.bytes)
        if held is None:
            continue
        try:
            homes += [validate(source, root, complaints) for root in read(source.name, held)]
        except Refused as refused:
            complaints.add(refused.complaint)
    resolve(homes, archive, complaints, today or datetime.now(UTC).date())
    return archive, complaints, len(sources)


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
