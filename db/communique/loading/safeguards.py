"""What stops a plan before it is applied: removals, changes by hand, a plan gone stale.

Each is a complaint like any other, so that a refused load says all that is in its way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .archive import Archive
from .complaints import Complaint, Complaints, shown
from .plan import Plan
from .resting import losses
from .rows import KINDS, Key, Record, home_of
from .stored import Stored
from .survey import Survey

LARGEST_SHARE = 10
"""Removing more than one record in so many needs the exact number; a tenth, as in per cent."""

MOST_LOST = 5
"""Removed records that are still referred to, up to which each reference is told by itself."""


def to_remove(survey: Survey, stored: Stored) -> list[Key]:
    """The stored records that the files no longer hold, referring ones first."""
    return [
        (kind, slug)
        for kind in reversed(KINDS)
        for slug in sorted(stored.heads(kind))
        if slug not in survey.names[kind]
    ]


def lost_references(records: Iterable[Record], gone: set[Key]) -> Iterator[tuple[Record, Key]]:
    """What the records of a window still refer to although it would be removed."""
    for record in records if gone else ():
        homes = {home for row in record.rows for home in _homes(row.values.values())}
        for key in sorted(homes & gone):
            yield Record(record.kind, record.slug, record.file, record.line, [], record.source), key


def judge_lost_references(lost: list[tuple[Record, Key]], complaints: Complaints) -> None:
    """Refuse to remove what is still referred to."""
    if len({key for _, key in lost}) > MOST_LOST:
        _told_of_a_part(lost, complaints)
        return
    for record, key in lost:
        _told(
            record,
            "E507",
            f"refers to {key[0]} {key[1]}, which the files no longer hold",
            f"keep {key[0]} {key[1]} in the files, or remove this reference too",
            complaints,
        )


def judge_removals(removed: int, total: int, allowed: int | None, complaints: Complaints) -> None:
    """Refuse to remove more than a tenth without the number."""
    many = removed * LARGEST_SHARE > total
    if removed and removed != allowed and (many or allowed is not None):
        complaints.add(
            Complaint(
                "(database)",
                1,
                1,
                "E702",
                "",
                f"{removed} of {total} records would be removed",
                f"if that is meant, give --allow-removals {removed}",
            )
        )


def _told_of_a_part(lost: list[tuple[Record, Key]], complaints: Complaints) -> None:
    """Say once that the files are a part of the archive: each reference would say it again."""
    keys = sorted({key for _, key in lost})
    kind, slug = keys[0]
    complaints.add(
        Complaint(
            "(database)",
            1,
            1,
            "E507",
            "",
            f"{len({record.key for record, _ in lost})} records of the files refer to {len(keys)}"
            f" that the files no longer hold, such as {kind} {slug}",
            "with --prune give all the files of the archive; without it these are loaded alone",
        )
    )


def judge_changes_by_hand(
    work: Plan, stored: Stored, complaints: Complaints, *, overwrite: bool
) -> None:
    """Refuse to overwrite what somebody changed in the database itself."""
    if overwrite:
        return
    for record in work.changed:
        held = stored.record(record.kind, record.slug)
        # Somebody who brought the same change into the file has nothing to lose.
        if held and held.digest not in (_loaded(stored, record), record.digest):
            _by_hand(record, "put that change into the file", complaints)
    for record in work.removed:
        if record.digest != _loaded(stored, record):
            _by_hand(record, "write it into a file", complaints)


def judge_against_stored(work: Plan, stored: Stored, complaints: Complaints) -> None:
    """Refuse what stored records, which these files do not hold, have or need."""
    for name, table, columns in (
        ("wikidata", "actor", ("wikidata",)),
        ("between", "tension", ("first_id", "second_id")),
    ):
        wanted = {
            tuple(record.head.values.get(column) for column in columns): record
            for record in work.rivals
            if record.kind == table and record.head.values.get(columns[0])
        }
        for other in stored.every(table) if wanted else ():
            held = tuple(other.head.values.get(column) for column in columns)
            if held in wanted and not work.is_touched(other.key):
                _told(
                    wanted[held],
                    "E512",
                    f"{table} {other.slug} has this `{name}` already in the database",
                    "correct one of them, or join the two records",
                    complaints,
                )
    for each in losses(work, stored):
        _told(*each, complaints)


def _told(record: Record, code: str, message: str, hint: str, complaints: Complaints) -> None:
    complaints.add(
        Complaint(
            record.written,
            record.line or 1,
            1,
            code,
            f"{record.kind}.{record.slug}",
            message,
            hint,
        )
    )


def _loaded(stored: Stored, record: Record) -> str | None:
    return stored.heads(record.kind)[record.slug].digest


def _by_hand(record: Record, cure: str, complaints: Complaints) -> None:
    message = "was changed by hand in the database"
    _told(record, "E703", message, f"{cure}, or load with --overwrite to lose it", complaints)


def judge_files(archive: Archive, complaints: Complaints) -> None:
    """Refuse when a file was written while it was being loaded."""
    for path in archive.watched.changed():
        complaints.add(
            Complaint(
                path.as_posix(),
                1,
                1,
                "E309",
                "",
                "changed while it was being loaded",
                "load again",
            )
        )


def judge_plan(work: Plan, expected: str | None, complaints: Complaints) -> None:
    """Refuse a plan that is not the one that was shown."""
    if expected is not None and expected != work.digest:
        complaints.add(
            Complaint(
                "(database)",
                1,
                1,
                "E701",
                "",
                f"the plan is {work.digest[:12]}, not {shown(expected, 20)}: the files or the"
                " database changed since the dry run",
                "look at a new dry run",
            )
        )


def _homes(values: Iterable[Any]) -> Iterable[Key]:
    for value in values:
        if isinstance(value, tuple):
            yield home_of(value)
