"""Files written whole or not at all: beside their place first, then moved there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from communique.errors import StorageError


def write_whole(path: Path, content: bytes, *, mode: int | None = None, sure: bool = True) -> None:
    """Put a file in its place by one step that a reader sees fully or not at all.

    With `sure` it is on the disk before it takes the place of another. Raises StorageError
    when it cannot be written; what stood there before still does.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("wb") as stream:
            stream.write(content)
            if sure:
                stream.flush()
                os.fsync(stream.fileno())
        if mode is not None:
            partial.chmod(mode)
        partial.replace(path)
    except BaseException as error:  # a signal too leaves nothing half done
        with suppress(OSError):
            partial.unlink()
        if not isinstance(error, OSError):
            raise
        raise StorageError(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="free some space, or correct the rights of its folder",
        ) from error


class Folder:
    """A folder that is filled by us alone, and empty again if that fails."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: list[Path] = []
        self._folders: list[Path] = []

    def write(self, name: str, content: bytes) -> None:
        """Write a file under a name that may lead into folders."""
        path = self.path / name
        self._make(path.parent)
        self._files.append(path)  # before it is there, so that a signal in between undoes it too
        write_whole(path, content, sure=False)  # a new file takes nobody's place

    def _make(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make(folder.parent)
        self._folders.append(folder)
        try:
            folder.mkdir()
        except OSError as error:
            self._folders.remove(folder)
            raise StorageError(
                f"{folder} cannot be made: {error.strerror or error}.",
                hint="choose another folder, or correct the rights of this one",
            ) from error

    def undo(self) -> None:
        """Remove what was written."""
        for path in reversed(self._files):
            with suppress(OSError):
                path.unlink()
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()
