"""The words under which names and titles are listed; triggers differ between kinds of databases."""

from __future__ import annotations

from typing import NamedTuple

SOURCES = ("name", "agreement", "meeting", "incident", "office")
"""The tables whose column ``folded`` is split into words; a word's ``kind`` is one of these."""
LONGEST = 100
"""Letters of a word that are kept: an index of PostgreSQL refuses a word of some thousands."""


class Catchwords(NamedTuple):
    """How one kind of database keeps the table ``catchword`` in step with its sources."""

    ddl: tuple[str, ...]
    """What follows the creation of ``catchword``: triggers on its sources."""
    undo: tuple[str, ...]
    """What comes before ``catchword`` is dropped."""
    words: str
    """A SELECT of all words that ought to be listed, each with ``kind`` and ``of_id``."""

    @property
    def anew(self) -> tuple[str, ...]:
        """What lists all words again."""
        return ("DELETE FROM catchword", f"INSERT INTO catchword (word, kind, of_id) {self.words}")
