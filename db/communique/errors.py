"""Everything that can go wrong, as one tree.

    CommuniqueError                 any failure this library raises on purpose
    ├── DateError                   a text is not a date of ours (also a ValueError)
    ├── UsageError                  a question that cannot be asked so
    │   ├── AmbiguousName           several records answer to one name
    │   └── SearchError             a search in the query language cannot be read
    ├── CuratedDataError            the record files are wrong; holds every complaint
    ├── LockTimeout                 another process holds the database for too long
    ├── StorageError                the disk or the server failed; nothing was kept
    └── SchemaError                 the database is not at the revision we need
        └── NotOurDatabase          its tables belong to somebody else

Each kind carries a sentence, its facts and its cure. ``exit_code`` is what the
command line answers with, so that a script can tell the kinds apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Problem(Protocol):
    """What the record files are wrong in: the loader's ``Complaint`` is one."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def hint(self) -> str | None: ...


class CommuniqueError(Exception):
    """Any failure that this library raises on purpose."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} Hint: {self.hint}" if self.hint else self.message


class DateError(CommuniqueError, ValueError):
    """A text is not a date in the EDTF forms that we read."""


class UsageError(CommuniqueError):
    """A question that cannot be asked in this way."""

    exit_code = 2


class AmbiguousName(UsageError):
    """Several records answer to one name; the caller must choose."""

    def __init__(self, name: str, slugs: Sequence[str]) -> None:
        super().__init__(
            f'"{name}" could be {", ".join(slugs)}.', hint="use one of these slugs instead"
        )
        self.name = name
        self.slugs = tuple(slugs)


class SearchError(UsageError):
    """A search cannot be read; ``position`` is where, in code points from 0."""

    def __init__(self, message: str, position: int, *, hint: str | None = None) -> None:
        super().__init__(f"{message} (at character {position + 1}).", hint=hint)
        self.position = position


class CuratedDataError(CommuniqueError):
    """The record files are wrong; ``complaints`` holds every problem of the run, sorted."""

    def __init__(self, complaints: Sequence[Problem]) -> None:
        count = len(complaints)
        super().__init__(f"{count} problem{'s' if count != 1 else ''}; nothing was written")
        self.complaints = tuple(complaints)


class LockTimeout(CommuniqueError):
    """Another process held the database for longer than we were told to wait."""

    exit_code = 3


class StorageError(CommuniqueError):
    """The disk, the file or the server failed; nothing of this run was kept."""

    exit_code = 4


class SchemaError(CommuniqueError):
    """The database is not at the schema revision that this program needs."""

    exit_code = 5


class NotOurDatabase(SchemaError):
    """The database holds tables of our names that our migrations did not make."""
