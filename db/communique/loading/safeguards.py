"""What stops a plan before it is applied: removals, changes by hand, a plan gone stale.

Each is a complaint like any other, so that a refused load says all that is in its way.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .archive import Archive
from .complaints import Complaint, Complaints, shown
from .plan import Plan
from .rows import KINDS, Key, Record
from .stored import Stored

LARGEST_SHARE = 10
"""Removing more than one record in so many needs the exact number; a tenth, as in per cent."""


def to_remove(archive: Archive, stored: Stored) -> list[Record]:
    """The stored records that the files no longer hold, referring ones first."""
    return [
        record
        for kind in reversed(KINDS)
        for slug in sorted(stored.heads(kind))
        if (kind, slug) not in archive.records and (record := stored.record(kind, slug)) is not None
    ]


def judge_removals(
    archive: Archive,
    removed: list[Record],
    total: int,
    allowed: int | None,
    complaints: Complaints,
) -> None:
    """Refuse to remove what is still referred to, or more than a tenth without the number."""
    gone = {record.key for record in removed}
    for record in archive.records.values():
        for key in sorted({home for row in record.rows for home in _homes(row.values.values())}):
            if key in gone:
                complaints.add(
                    Complaint(
                        record.written,
                        record.line or 1,
                        1,
                        "E507",
                        f"{record.kind}.{record.slug}",
                        f"refers to {key[0]} {key[1]}, which the files no longer hold",
                        f"keep {key[0]} {key[1]} in the files, or remove this reference too",
                    )
                )
    many = len(removed) * LARGEST_SHARE > total
    if removed and len(removed) != allowed and (many or allowed is not None):
        complaints.add(
            Complaint(
                "(database)",
                1,
                1,
                "E702",
                "",
                f"{len(removed)} of {total} records would be removed",
                f"if that is meant, give --allow-removals {len(removed)}",
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


def _loaded(stored: Stored, record: Record) -> str | None:
    return stored.heads(record.kind)[record.slug].digest


def _by_hand(record: Record, cure: str, complaints: Complaints) -> None:
    complaints.add(
        Complaint(
            record.written,
            record.line or 1,
            1,
            "E703",
            f"{record.kind}.{record.slug}",
            "was changed by hand in the database",
            f"{cure}, or load with --overwrite to lose it",
        )
    )


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
            while len(value) > 2:
                value = value[1]
            yield value
