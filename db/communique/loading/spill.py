"""Values put aside on disk, so that a run needs as much memory for a million records as for a few.

The file has no name, so nothing is left of it whatever ends the program.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

from ..errors import StorageError


class Spill:
    """A file of plain values, each found again by the number that `put` gave it."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  # by `close`
        self._end = 0

    def close(self) -> None:
        """Give the room on the disk back."""
        self._file.close()

    def put(self, value: Any) -> int:
        """Put a value aside: text, bytes, numbers, None, and tuples, lists and mappings of these.

        Raises ValueError for anything else, and StorageError when the disk is full.
        """
        content = marshal.dumps(value)
        at = self._end
        try:
            self._file.seek(at)
            self._file.write(len(content).to_bytes(8, "little") + content)
        except OSError as error:
            raise StorageError(
                f"The folder for temporary files cannot take more: {error.strerror}.",
                hint="make room there, or name another folder in TMPDIR",
            ) from error
        self._end = at + 8 + len(content)
        return at

    def get(self, at: int) -> Any:
        """The value that was put aside."""
        self._file.seek(at)
        return marshal.loads(self._file.read(int.from_bytes(self._file.read(8), "little")))

    def __iter__(self) -> Iterator[Any]:
        at = 0
        while at < self._end:
            yield self.get(at)
            self._file.seek(at)
            at += 8 + int.from_bytes(self._file.read(8), "little")
