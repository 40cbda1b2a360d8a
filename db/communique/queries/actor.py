"""Who acts: actors as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import Select, select

from ..vocabulary import ActorKind
from .known import actor_known, last_day
from .naming import is_actor, is_country
from .ordering import by_slug
from .tables import actor
from .words import Words, is_one_of

if TYPE_CHECKING:
    from .days import When
    from .rows_sources import Profile


def actors(
    *,
    kind: Words | None = None,
    country: str | None = None,
    called: str | None = None,
    known_on: When | None = None,
) -> Select[*Profile]:
    """Actors, by slug: persons, states, organisations, bodies, armed groups, media.

    ``called`` takes a slug or a name in any spelling, and keeps all that answer to it;
    ``known_on`` those that had been written of by then.
    """
    rows = _base()
    if kind is not None:
        rows = rows.where(is_one_of(actor.c.kind, ActorKind, kind, "kind"))
    if country is not None:
        rows = rows.where(is_country(actor.c.country, country))
    if called is not None:
        rows = rows.where(is_actor(actor.c.id, called))
    if known_on is not None:
        rows = rows.where(actor_known(last_day(known_on)))
    return rows


@lru_cache(maxsize=1)
def _base() -> Select[*Profile]:
    rows = select(
        actor.c.slug.label("actor"),
        actor.c.name.label("name"),
        actor.c.kind.label("kind"),
        actor.c.country.label("country"),
        actor.c.description.label("description"),
        actor.c.wikidata.label("wikidata"),
        actor.c.id.label("id"),
    )
    return cast("Select[*Profile]", by_slug(rows, actor.c.slug))
