"""Files as they were read: each once, and looked at again before anything is kept."""

from __future__ import annotations

import os
from errno import EINVAL
from pathlib import Path

from .limits import DEFAULT

Mark = tuple[int, int, int]


class RunTooLarge(Exception):
    """The files of a run hold more than one run may read."""


class Watched:
    """Reads files and notices when one of them is written or replaced meanwhile."""

    def __init__(self, most_of_all: int = DEFAULT.run) -> None:
        self._marks: dict[Path, Mark] = {}
        self._left = most_of_all

    def read(self, path: Path, most: int) -> bytes:
        """The bytes of a regular file, at most one more than ``most``.

        Raises OSError, or `RunTooLarge` when the whole run has read too much.
        """
        # Opening a pipe would wait for ever, so it is looked at first and opened without waiting.
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with open(descriptor, "rb") as stream:  # noqa: PTH123  # a descriptor, not a path
            found = os.fstat(descriptor)
            if not Path(path).is_file():
                raise OSError(EINVAL, "not a regular file")
            held = stream.read(most + 1)
        self._left -= len(held)
        if self._left < 0:
            raise RunTooLarge
        self._marks[path] = _mark(found)
        return held

    def changed(self) -> list[Path]:
        """The files that are no longer what was read."""
        return sorted(path for path, mark in self._marks.items() if _now(path) != mark)


def _mark(found: os.stat_result) -> Mark:
    return found.st_size, found.st_mtime_ns, found.st_ino


def _now(path: Path) -> Mark | None:
    try:
        return _mark(path.stat())
    except OSError:
        return None
