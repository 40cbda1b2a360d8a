"""Where it is written: articles as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import Select, and_, select

from . import days
from .known import by, last_day
from .matching import holds_words
from .naming import is_actor
from .ordering import ordered
from .tables import article
from .tables import outlet as publisher

if TYPE_CHECKING:
    from .days import When
    from .rows_sources import Publication


def articles(
    *,
    outlet: str | None = None,
    search: str | None = None,
    language: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Publication]:
    """Articles, the latest published first and those without a date last.

    ``outlet`` published it; ``search`` asks its title or its text for all of the words: see
    `matching`; ``language`` is a BCP 47 tag. Limits of time keep what was
    *possibly* published within them; ``known_on`` what certainly was by then.
    """
    rows = _base()
    if outlet is not None:
        rows = rows.where(is_actor(article.c.outlet_id, outlet))
    if search is not None:
        rows = rows.where(holds_words(article, search, led=outlet is not None))
    if language is not None:
        spoken = article.c.language
        rows = rows.where(and_(spoken.is_not(None), spoken == language))
    if known_on is not None:
        rows = rows.where(by(article.c.published_latest, last_day(known_on)))
    bounds = (article.c.published_earliest, article.c.published_latest)
    return days.within(rows, since, until, on, bounds)


@lru_cache(maxsize=1)
def _base() -> Select[*Publication]:
    rows = select(
        article.c.slug.label("article"),
        article.c.title.label("title"),
        publisher.c.slug.label("outlet"),
        publisher.c.name.label("outlet_name"),
        article.c.published_edtf,
        article.c.published_earliest,
        article.c.published_latest,
        article.c.updated_edtf,
        article.c.language,
        article.c.credit,
        article.c.dateline,
        article.c.url,
        article.c.external_id,
        days.newest(article.c.published_latest, article.c.published_earliest).label("day"),
        article.c.id.label("id"),
    ).select_from(article.outerjoin(publisher, publisher.c.id == article.c.outlet_id))
    return cast("Select[*Publication]", ordered(rows, undated=True))
