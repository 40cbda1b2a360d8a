"""What a database's full-text index can do; how it is built differs between kinds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from sqlalchemy import Connection


class FullText(ABC):
    """The index over the table ``wording``, whose words are folded before it sees them."""

    ddl: ClassVar[tuple[str, ...]]
    """What follows the creation of ``wording``: the index, and the triggers that keep it."""
    undo: ClassVar[tuple[str, ...]]
    """What comes before ``wording`` is dropped."""
    dictionary: ClassVar[tuple[tuple[str, str, str, str], ...]] = ()
    """What the data dictionary says of tables that only this kind of database has."""
    hidden: ClassVar[frozenset[str]] = frozenset()
    """Tables in which the index keeps itself, and which mean nothing to anybody else."""

    @property
    def tables(self) -> frozenset[str]:
        """Tables that only this kind of database has, for its index."""
        return frozenset(row[0] for row in self.dictionary)

    @abstractmethod
    def keep(self, connection: Connection, words: list[tuple[int, str]]) -> None:
        """Write the plain words of rows of ``wording``, each behind its row's id."""

    @abstractmethod
    def catch_up(self, connection: Connection, *, anew: bool = False) -> None:
        """Bring the index up to date in the open transaction, or make it ``anew``."""

    @abstractmethod
    def damage(self, connection: Connection) -> tuple[int, list[str]]:
        """How many texts were compared with the index, and what is wrong with it, as sentences.

        It needs a connection without an open transaction, and changes nothing.
        """
