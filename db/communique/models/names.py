"""Every way in which a thing is written."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import Key, OptionalText, Position, Text, exactly_one_of, parent, word
from ..vocabulary import NameKind
from .base import Base


class Name(Base):
    """One way of writing an actor, office, agreement or place, as printed."""

    __tablename__ = "name"
    __table_args__ = (
        exactly_one_of("actor_id", "office_id", "agreement_id", "place_id"),
        UniqueConstraint("actor_id", "position"),
        UniqueConstraint("office_id", "position"),
        UniqueConstraint("agreement_id", "position"),
        UniqueConstraint("place_id", "position"),
        {"comment": "Every way in which a thing is written; folded is the look-up key."},
    )

    id: Mapped[Key]
    # CASCADE on each: a name is part of the record of what it names.
    actor_id: Mapped[int | None] = parent("actor", "The actor so written.", optional=True)
    office_id: Mapped[int | None] = parent("office", "The office so written.", optional=True)
    agreement_id: Mapped[int | None] = parent(
        "agreement", "The agreement so written.", optional=True
    )
    place_id: Mapped[int | None] = parent("place", "The place so written.", optional=True)
    position: Mapped[Position]
    text: Mapped[Text] = mapped_column(comment="The name as printed.")
    folded: Mapped[Text] = mapped_column(
        index=True, comment="The name as one search key: ASCII, no case."
    )
    kind: Mapped[NameKind] = word(NameKind, "How this way of writing relates to the thing.")
    language: Mapped[OptionalText] = mapped_column(comment="BCP 47 tag of the name's language.")
