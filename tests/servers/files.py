"""SQLite databases as files in one folder, with the same methods as ``Databases``."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Files:
    """Makes and removes SQLite files; each is whole in itself as long as nobody has it open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def url(self, name: str) -> str:
        """The URL of one of our files."""
        return f"sqlite:///{self._file(name)}"

    def copy(self, template: str, name: str) -> str:
        """A file with all that the template holds; a template that does not exist is empty."""
        source, target = self._file(template), self._file(name)
        assert not source.with_name(f"{source.name}-wal").exists(), f"{template} is still open"
        if source.exists():
            shutil.copyfile(source, target)
        return self.url(name)

    def make_read_only(self, name: str) -> None:
        """SQLite has no such switch for root; ``same`` tells afterwards."""

    def same(self, template: str, name: str) -> bool:
        """Whether a copy still holds what its template holds."""
        with (
            closing(sqlite3.connect(self._file(template))) as one,
            closing(sqlite3.connect(self._file(name))) as other,
        ):
            return list(one.iterdump()) == list(other.iterdump())

    def drop(self, name: str) -> None:
        """Remove a file and what SQLite keeps beside it."""
        for file in self._folder.glob(f"{name}.db*"):
            file.unlink()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.db"
