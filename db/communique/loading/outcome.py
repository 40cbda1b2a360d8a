"""What a check found, and what a load did."""

from __future__ import annotations

from dataclasses import dataclass

from .complaints import Complaint
from .plan import Change


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: complaints in the order of files and lines, and what was read."""

    complaints: tuple[Complaint, ...]
    files: int
    records: dict[str, int]
    hidden: int = 0
    """Files and folders that were passed over because their names begin with a dot."""

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
    hidden: int = 0
