"""Where things happen."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import Key, OptionalText, Slug, Text, self_link, word
from ..vocabulary import PlaceKind
from .base import Base
from .origin import Recorded


class Place(Recorded, Base):
    """A city, country, region or venue."""

    __tablename__ = "place"
    __table_args__ = (
        CheckConstraint("length(country) = 2", name="country_is_two_letters"),
        CheckConstraint("inside_id <> id", name="is_not_inside_itself"),
        {"comment": "Cities, countries, regions and venues."},
    )

    id: Mapped[Key]
    slug: Mapped[Slug]
    name: Mapped[Text] = mapped_column(comment="Canonical name.")
    kind: Mapped[PlaceKind] = word(PlaceKind, "What the place is.")
    country: Mapped[OptionalText] = mapped_column(
        comment="ISO 3166 alpha-2 code of the country it lies in."
    )
    inside_id: Mapped[int | None] = self_link("place", "The place that holds this one.")

    inside: Mapped[Place | None] = relationship(remote_side="Place.id", lazy="raise")
