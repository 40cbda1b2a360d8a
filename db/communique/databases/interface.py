"""What the rest of the library may ask of a database, whichever kind it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

    from communique.errors import CommuniqueError

    from .catchwords import Catchwords
    from .full_text import FullText

VERSION_TABLE = "communique_version"
WRITES = "communique_writes"
"""The execution option that makes a transaction begin as a writer."""
BEFORE_COMMIT = "communique_before_commit"
"""The execution option with a function that is called just before work is kept: by `begin_writing`
before it commits, and with `tell_before` by whoever reads a database to write files."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one foreign SELECT may use before it is stopped or cut."""

    seconds: float = 5.0
    rows: int = 1_000
    bytes: int = 5_000_000
    memory: int = 64_000_000


class Answer(NamedTuple):
    """The rows of one guarded SELECT; ``truncated`` when a limit cut them.

    ``warning`` says where the guard ends: what the connection may do that nothing here stops.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    truncated: bool
    warning: str | None = None


class Keeping(NamedTuple):
    """Statements around a change of views, so that they keep what was said and granted on them."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Database(ABC):
    """One kind of database: everything that differs between kinds is a method here."""

    name: ClassVar[str]
    room_of_its_own: ClassVar[str]
    """The cure when somebody else's tables have our names."""
    alters_tables: ClassVar[bool]
    """Whether ALTER TABLE does what other databases need a rebuild for."""
    replaces_views: ClassVar[bool]
    """Whether a view can gain columns while others read it."""
    full_text: ClassVar[FullText]
    """Its full-text index."""
    catchwords: ClassVar[Catchwords]
    """How it lists names and titles by their words."""
    script_preamble: ClassVar[str] = ""
    """What a script of migrations says before it begins its transaction."""

    def not_here(self) -> frozenset[str]:
        """Names of tables that only other kinds of databases have."""
        return frozenset()

    @abstractmethod
    def engine(self, url: URL, *, read_only: bool, wait: float) -> Engine:
        """An engine with our profile, which waits ``wait`` seconds for other writers."""

    @abstractmethod
    def async_engine(self, url: URL, *, read_only: bool, wait: float) -> AsyncEngine:
        """The same for asynchronous code; UsageError with the cure when a driver is missing."""

    @abstractmethod
    def url_in(self, url: URL, schema: str) -> URL:
        """The URL of the same database, in which our tables are in that schema."""

    @abstractmethod
    def place(self, url: URL) -> str:
        """Where the data is, in words fit for a message; never with a password."""

    @abstractmethod
    def version(self, connection: Connection) -> str:
        """The product and its version, for example ``SQLite 3.40.1``."""

    @abstractmethod
    def translate(self, error: BaseException, place: str) -> CommuniqueError | None:
        """Our error for a failure of the disk, the server or a lock; None for any other."""

    @abstractmethod
    def autocommits(self, connection: Connection) -> bool:
        """Whether the driver keeps each statement at once, whatever SQLAlchemy believes."""

    @abstractmethod
    def begin_writing(self, connection: Connection, wait: float) -> AbstractContextManager[None]:
        """One transaction that holds the right to write from its first statement.

        It commits at the end of the block and rolls back on any exception. The connection
        must have no open transaction, or be one that commits each statement itself.
        """

    @abstractmethod
    def migration_lock(self, connection: Connection, wait: float) -> AbstractContextManager[None]:
        """Keep out other migrations and loads until the transaction ends; may raise LockTimeout."""

    @abstractmethod
    def loader_lock(self, connection: Connection, wait: float) -> None:
        """Keep out other loads and migrations until the transaction ends; may raise LockTimeout."""

    @abstractmethod
    def writer(self, connection: Connection) -> str | None:
        """Which process holds the lock of loads and migrations now, in words, if that is known."""

    @abstractmethod
    def keys_used(self, connection: Connection, table: str, last: int) -> None:
        """Tell the database that surrogate keys of a table are given out up to ``last``."""

    @abstractmethod
    def snapshot(self, connection: Connection) -> AbstractContextManager[None]:
        """One reading transaction in which nothing changes, whoever writes meanwhile."""

    @abstractmethod
    def damage(self, connection: Connection) -> list[str]:
        """What the database itself finds wrong with its storage, as sentences."""

    @abstractmethod
    def settle(self, engine: Engine) -> None:
        """Bring all that was committed into the database's main file, where there is one."""

    @abstractmethod
    def insert_many(
        self,
        connection: Connection,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
    ) -> None:
        """Insert rows of numbers and text (days as ISO text) the fastest way that the driver has.

        Nothing is converted or asked back, so the rows bring their own keys.
        """

    @abstractmethod
    def take_statistics(self, connection: Connection, tables: Iterable[str]) -> None:
        """Count what the planner goes by anew, in the open transaction, after much has changed."""

    @abstractmethod
    def foreign_keys_off(self, connection: Connection) -> AbstractContextManager[None]:
        """Let tables be rebuilt without CASCADE; entered before BEGIN, left after COMMIT."""

    @abstractmethod
    def can_rebuild(self, connection: Connection) -> bool:
        """Whether a table may be rebuilt now without losing the rows that point to it."""

    @abstractmethod
    def broken_references(self, connection: Connection, tables: Collection[str]) -> list[str]:
        """Rows of these tables that point to nothing, as sentences."""

    @abstractmethod
    def schema_of(self, connection: Connection, schema: str | None) -> str | None:
        """The schema that our tables live in; UsageError when there is no such schema.

        When none is named, it is the one of the lender's ``schema_translate_map``, or else the
        first of the search_path.
        """

    @abstractmethod
    def in_schema(self, connection: Connection, schema: str | None) -> AbstractContextManager[None]:
        """Resolve plain names in that schema only, and as before when the block ends."""

    @abstractmethod
    def names(self, connection: Connection, schema: str | None = None) -> dict[str, str]:
        """Tables and views by name, each with its kind: ``table``, ``view``, ``virtual``."""

    @abstractmethod
    def occupied(self, connection: Connection, schema: str | None = None) -> dict[str, str]:
        """The names that no new table or view can have: as we would write them, and as they are."""

    def elsewhere(self, connection: Connection) -> list[str]:
        """The schemas that hold a version table of ours, where there is more than one place."""
        return []

    def keep_views(self, views: Sequence[str]) -> Keeping:
        """What to run around a change of views, so that privileges and comments stay."""
        return Keeping()

    def replacing(self, create_view: str) -> str:
        """A CREATE VIEW that changes the view when it is there."""
        return create_view

    def script_opening(self, schema: str | None, table: str, at: str | None) -> list[str]:
        """The first statements of a script's transaction, on a database at this revision.

        ``table`` is the one that says at which revision it is.
        """
        return []

    @abstractmethod
    def readers_of_views(self, connection: Connection, views: Collection[str]) -> list[str]:
        """Views of other people that would fall if these views were dropped."""

    @abstractmethod
    def blank(
        self, connection: Connection
    ) -> AbstractContextManager[tuple[Connection, str | None]]:
        """An empty database of this kind and its schema, gone when the block ends."""

    @abstractmethod
    def schema_dump(
        self,
        connection: Connection,
        *,
        schema: str | None = None,
        only: Collection[str] | None = None,
    ) -> str:
        """The schema as sorted lines, equal for equal schemas however they were made.

        ``only`` names the tables and views to describe; without it, all of them.
        """

    @abstractmethod
    def guarded_select(self, url: URL, sql: str, limits: Limits) -> Answer:
        """Answer one SELECT written by anybody, on a connection of its own that cannot write."""
