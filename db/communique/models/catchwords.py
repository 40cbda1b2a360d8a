"""The words of names and titles: where `find` begins."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Connection, Integer, PrimaryKeyConstraint, Table, text
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import Text
from ..columns import word as word_of
from ..databases import database_of
from ..vocabulary import CatchwordKind
from .actors import Office
from .agreements import Agreement
from .base import Base
from .incidents import Incident
from .meetings import Meeting
from .names import Name


class Catchword(Base):
    """A word of a name or title; triggers keep it in step with the key that it is a word of.

    It is an index that both databases have in the same form, and so it has no key of its own and
    no foreign key: the row that it leads to stands in the table that ``kind`` names.
    """

    __tablename__ = "catchword"
    __table_args__ = (
        PrimaryKeyConstraint("word", "kind", "of_id"),
        {
            "comment": "Words of names and titles, each with the row that has it: an index.",
            "sqlite_with_rowid": False,
        },
    )

    word: Mapped[Text] = mapped_column(comment="The word, folded; of a longer one 100 letters.")
    kind: Mapped[CatchwordKind] = word_of(CatchwordKind, "Table of the row that has the word.")
    of_id: Mapped[int] = mapped_column(Integer, comment="Key of that row.")


_TABLE = cast("Table", Catchword.__table__)
for _source in (Name, Agreement, Meeting, Incident, Office):  # it brings triggers on them
    _TABLE.add_is_dependent_on(cast("Table", _source.__table__))


@listens_for(_TABLE, "after_create")
def _create_triggers(_table: Table, connection: Connection, **_options: object) -> None:
    for statement in database_of(connection).catchwords.ddl:
        connection.execute(text(statement))


@listens_for(_TABLE, "before_drop")
def _drop_triggers(_table: Table, connection: Connection, **_options: object) -> None:
    for statement in database_of(connection).catchwords.undo:
        connection.execute(text(statement))
