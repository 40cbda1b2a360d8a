"""Files as they were read: each once, and looked at again before anything is kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EINVAL
from io import BufferedReader, FileIO, RawIOBase
from pathlib import Path
from stat import S_ISREG
from typing import Any, BinaryIO

from .limits import DEFAULT

Mark = tuple[int, int, int]
_AT_ONCE = 1 << 16


class RunTooLarge(Exception):
    """The files of a run hold more than one run may read."""


class Watched:
    """Reads files and notices when one of them is written or replaced meanwhile."""

    def __init__(self, most_of_all: int = DEFAULT.run) -> None:
        self._marks: dict[str, Mark] = {}
        self._digests: dict[str, bytes] = {}
        self._left = most_of_all
        self.read_of_last = 0
        """How many bytes of the file that was opened last are read."""

    @contextmanager
    def opened(self, path: Path) -> Iterator[BinaryIO]:
        """A regular file as a stream.

        Raises OSError, and the stream raises `RunTooLarge` when the whole run has read too much.
        JSON Lines do not count: they are read line by line, however many there are.
        """
        # Opening a pipe would wait for ever, so it is looked at first and opened without waiting.
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with open(descriptor, "rb", buffering=0) as stream:  # noqa: PTH123  # no path
            found = os.fstat(descriptor)
            if not S_ISREG(found.st_mode):
                raise OSError(EINVAL, "not a regular file")
            self._marks[str(path)] = _mark(found)
            self.read_of_last = 0
            counted = _Counted(stream, self, within_limit=path.suffix != ".jsonl")
            yield BufferedReader(counted, _AT_ONCE)
            self._digests[str(path)] = counted.read_so_far.digest()

    def read(self, path: Path, most: int) -> bytes:
        """The bytes of a regular file, at most one more than ``most``; raises like `opened`."""
        with self.opened(path) as stream:
            return up_to(stream, most)

    def pass_over(self, path: Path) -> None:
        """Read all of a regular file, for its digest only; raises like `opened`."""
        with self.opened(path) as stream:
            while stream.read(_AT_ONCE):
                pass

    def digest_of(self, path: Path) -> bytes | None:
        """SHA-256 of what was read of a file; None where reading it ended in an error."""
        return self._digests.get(str(path))

    @property
    def names(self) -> set[str]:
        """The paths of all files that were read."""
        return set(self._marks)

    def count(self, many: int, *, within_limit: bool) -> None:
        """Count bytes that were read."""
        self.read_of_last += many
        self._left -= many if within_limit else 0
        if self._left < 0:
            raise RunTooLarge

    def changed(self) -> list[Path]:
        """The files that are no longer what was read."""
        return sorted(Path(name) for name, mark in self._marks.items() if _now(Path(name)) != mark)


class _Counted(RawIOBase):
    """A file that tells how much of it was read."""

    def __init__(self, stream: FileIO, watched: Watched, *, within_limit: bool) -> None:
        self.read_so_far = hashlib.sha256()
        self._stream = stream
        self._watched = watched
        self._within_limit = within_limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        many = self._stream.readinto(buffer) or 0
        self.read_so_far.update(memoryview(buffer)[:many])
        self._watched.count(many, within_limit=self._within_limit)
        return many


def up_to(stream: BinaryIO, most: int) -> bytes:
    """All bytes of a stream, at most one more than ``most``.

    Room for as many as a file may have costs more than reading the few that most files have.
    """
    first = stream.read(min(_AT_ONCE, most + 1))
    return first if len(first) < _AT_ONCE else first + stream.read(most + 1 - len(first))


def _mark(found: os.stat_result) -> Mark:
    return found.st_size, found.st_mtime_ns, found.st_ino


def _now(path: Path) -> Mark | None:
    try:
        return _mark(path.stat())
    except OSError:
        return None
