"""Check record files, or load them: read, validate, resolve, plan, apply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from os import PathLike
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

from ..databases import database_of, translated
from ..errors import CuratedDataError, LockTimeout, UsageError
from ..indexing import index_texts
from ..models import LoadRun
from ..version import __version__
from .apply import apply
from .before import Known, known, loaded_before, named
from .collisions import Refusals
from .complaints import Complaints
from .limits import DEFAULT, Limits
from .outcome import Outcome, Report
from .outgoing import Outgoing
from .plan import Plan
from .progress import Progress, unseen
from .rows import KINDS, ORDER, Key, Record
from .run import Run, without_collector
from .safeguards import (
    judge_against_stored,
    judge_changes_by_hand,
    judge_files,
    judge_lost_references,
    judge_plan,
    judge_removals,
    lost_references,
    to_remove,
)
from .spare import sparing
from .stored import Stored

Paths = Iterable[str | PathLike[str]]


_COUNTED = ("quote", "evidence")
"""Parts of records of which a check tells the number too."""
_MANY = 1_000
"""Records after whose change the planner's statistics are taken anew: below, any plan is fast."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What a load may do beyond adding and changing; see `load`."""

    prune: bool = False
    allow_removals: int | None = None
    overwrite: bool = False
    expect: str | None = None


def check(
    paths: Paths,
    *,
    today: date | None = None,
    limits: Limits = DEFAULT,
    progress: Progress | None = None,
) -> Report:
    """Read and judge record files without a database.

    Returns a `Report` with every complaint of the run. References must resolve
    within the files given. `today` is the day on which nothing held or done may
    lie ahead; by default the day it is in UTC. `limits` say how much files may hold,
    and `progress` is told how far it is.
    """
    complaints = Complaints()
    counted: Counter[str] = Counter()

    def count(records: Sequence[Record]) -> None:
        for record in records:
            counted[record.kind] += 1
            counted.update(row.key[0] for row in record.rows if row.key[0] in _COUNTED)

    with (
        without_collector(),
        closing(Run(None, complaints, _today(today), limits, progress or unseen)) as run,
    ):
        run.read([Path(path) for path in paths])
        run.resolve(count)
    found = {kind: counted[kind] for kind in KINDS if counted[kind]}
    found |= {part: counted[part] for part in _COUNTED if counted}
    return Report(tuple(complaints), len(run.sources), found, complaints.hidden)


def load(
    target: Engine,
    paths: Paths,
    *,
    dry_run: bool = False,
    prune: bool = False,
    allow_removals: int | None = None,
    overwrite: bool = False,
    expect: str | None = None,
    schema: str | None = None,
    wait: float = 30.0,
    today: date | None = None,
    limits: Limits = DEFAULT,
    progress: Progress | None = None,
) -> Outcome:
    """Load record files into a database, in one transaction: all of them or nothing.

    References resolve within the files and in the database. A record whose content
    is stored already is left alone, and files that were loaded before, to the byte, into
    what the database holds still are not looked into again. With `dry_run` the outcome is
    told and nothing is written; its `plan`, given back as `expect`, lets a load do that and
    nothing else.

    With `prune` the files are the whole archive: records that they do not hold are
    removed, never one that is referred to, and more than a tenth of all only when
    `allow_removals` is their exact number. A record that was changed by hand in the
    database is not overwritten without `overwrite`. `schema` is the PostgreSQL schema
    that holds our tables. `wait` is how long, in seconds, another loader is waited for,
    `limits` say how much files may hold, and `progress` is told how far it is.

    Raises:
        CuratedDataError: the files are wrong, or the plan is refused; it holds every complaint.
        LockTimeout: another loader held the database for longer than `wait`.
        StorageError: the database failed; nothing was kept.
        UsageError: what is lent is no engine, or asynchronous.

    """
    if not isinstance(target, Engine):
        raise UsageError(
            f"An engine is needed that is not asynchronous, and not {type(target).__name__}.",
            hint="in asynchronous code: await asyncio.to_thread(load, create_engine(...), paths)",
        )
    places = [Path(path) for path in paths]
    orders = Orders(prune, allow_removals, overwrite, expect)
    usual = today is None and limits is DEFAULT
    again = usual and expect is None and not prune
    started = _now()
    # Each time the collector is let loose, it goes through all that the run holds.
    with without_collector(), translated(target), target.connect() as connection:
        database = database_of(connection)
        if dry_run:
            with connection.begin(), database.in_schema(connection, schema):
                stored, complaints = Stored(connection), Complaints()
                if again and (same := loaded_before(stored, places, progress or unseen)):
                    return replace(same.outcome, dry_run=True)
                with closing(
                    Run(stored, complaints, _today(today), limits, progress or unseen)
                ) as run:
                    run.read(places)
                    work = Plan(stored, run.survey)
                    _judged(run, work, orders)
                    return _outcome(work, complaints, dry_run=True)
        with (
            _naming_the_writer(target),
            database.begin_writing(connection, wait),
            database.in_schema(connection, schema),
        ):
            database.loader_lock(connection, wait)
            stored, complaints = Stored(connection), Complaints()
            if again and (same := loaded_before(stored, places, progress or unseen)):
                sparing(index_texts)(connection)
                _keep_run(connection, started, places, *same)
                return same.outcome
            with (
                closing(Run(stored, complaints, _today(today), limits, progress or unseen)) as run,
                closing(Outgoing(stored, run.survey)) as outgoing,
            ):
                run.read(places)
                work = Plan(stored, run.survey, outgoing)
                _judged(run, work, orders)
                refusals = Refusals(outgoing, run.survey)
                sparing(apply)(connection, work, outgoing, refusals, progress or unseen)
                judge_files(run.archive, complaints)
                _raise(complaints)
                sparing(index_texts)(connection)
                outcome = _outcome(work, complaints, dry_run=False)
                left = known(stored, outcome, run.sources, run.archive.watched) if usual else None
            _keep_run(connection, started, places, outcome, left)
            if outcome.added + outcome.changed + outcome.removed >= _MANY:
                database.take_statistics(connection, ORDER)
    return outcome


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


@sparing
def _judged(run: Run, work: Plan, orders: Orders) -> None:
    """Resolve the files into a plan that may be applied; raises what stands in its way."""
    stored, complaints = work.stored, run.complaints
    gone = to_remove(run.survey, stored) if orders.prune else []
    leaving = set(gone)
    lost: list[tuple[Record, Key]] = []

    def take(records: Sequence[Record]) -> None:
        lost.extend(lost_references(records, leaving))
        if not complaints.errors:
            work.take(records)

    run.resolve(take)
    _raise(complaints)
    work.remove(stored.some(gone))
    total = sum(len(stored.heads(kind)) for kind in KINDS)
    judge_lost_references(lost, complaints)
    judge_against_stored(work, stored, complaints)
    judge_removals(len(gone), total, orders.allow_removals, complaints)
    judge_changes_by_hand(work, stored, complaints, overwrite=orders.overwrite)
    judge_plan(work, orders.expect, complaints)
    judge_files(run.archive, complaints)
    _raise(complaints)


def _raise(complaints: Complaints) -> None:
    if complaints.errors:
        raise CuratedDataError(list(complaints))


def _outcome(work: Plan, complaints: Complaints, *, dry_run: bool) -> Outcome:
    return Outcome(
        work.added.total(),
        len(work.changed),
        len(work.removed),
        work.unchanged,
        tuple(work.changes),
        tuple(complaints),
        work.content_digest,
        work.digest,
        dry_run,
        complaints.hidden,
    )


def _today(given: date | None) -> date:
    return given or datetime.now(UTC).date()


def _keep_run(
    connection: Connection,
    started: str,
    paths: Sequence[Path],
    outcome: Outcome,
    left: Known | None,
) -> None:
    connection.execute(
        insert(LoadRun).values(
            started=started,
            finished=_now(),
            source=named(paths),
            digest=outcome.digest,
            added=outcome.added,
            changed=outcome.changed,
            removed=outcome.removed,
            unchanged=outcome.unchanged,
            version=__version__,
            files_sha256=left and left.files,
            archive_sha256=left and left.archive,
        )
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
