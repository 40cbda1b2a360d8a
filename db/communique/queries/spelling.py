"""How things are written: spellings as printed, article by article, as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import Select, and_, exists, func, or_, select

from ..databases.membership import OneOfFew
from ..vocabulary import NameKind
from . import days
from .known import by, last_day
from .naming import is_actor, is_office
from .ordering import ordered
from .tables import actor, again, agreement, article, evidence, name, office, place
from .words import Words, is_one_of

if TYPE_CHECKING:
    from .days import When
    from .rows_sources import Spelling

_of = {
    "actor_id": again(actor, "actor_named"),
    "office_id": again(office, "office_named"),
    "agreement_id": again(agreement, "agreement_named"),
    "place_id": again(place, "place_named"),
}


def spellings(
    *,
    actor: str | None = None,
    office: str | None = None,
    record: str | None = None,
    kind: Words | None = None,
    in_article: str | None = None,
    known_on: When | None = None,
) -> Select[*Spelling]:
    """Names as articles print them, the newest article first: one row per name and article.

    ``actor`` and ``office`` take any spelling, ``record`` the slug of whatever is named,
    ``in_article`` an article's. ``start_char`` is where the name was first read there; the
    ``id`` is the name's and, with ``part``, the article's, makes the order total.
    """
    rows = _base()
    if actor is not None:
        rows = rows.where(is_actor(name.c.actor_id, actor))
    if office is not None:
        rows = rows.where(is_office(name.c.office_id, office))
    if record is not None:
        rows = rows.where(or_(*(OneOfFew(name.c[key], _slugged(key, record)) for key in _of)))
    if kind is not None:
        rows = rows.where(is_one_of(name.c.kind, NameKind, kind, "kind"))
    if in_article is not None:
        rows = rows.where(article.c.slug == in_article)
    if known_on is not None:
        rows = rows.where(by(article.c.published_latest, last_day(known_on)))
    return rows


def _slugged(key: str, slug: str) -> Select[int]:
    called = again(_of[key], "called").c
    return select(called.id).where(called.slug == slug)


@lru_cache(maxsize=1)
def _base() -> Select[*Spelling]:
    named = evidence.join(name, name.c.id == evidence.c.name_id).join(
        article, article.c.id == evidence.c.article_id
    )
    for key, table in _of.items():
        named = named.outerjoin(table, table.c.id == name.c[key])
    who, post, deal, where = _of.values()
    rows = select(
        func.coalesce(*(table.c.slug for table in _of.values())).label("record"),
        func.coalesce(who.c.name, post.c.title, deal.c.title, where.c.name).label("name"),
        name.c.text.label("spelling"),
        name.c.kind.label("kind"),
        name.c.language.label("language"),
        article.c.slug.label("article"),
        evidence.c.start_char.label("start_char"),
        days.newest(article.c.published_latest, article.c.published_earliest).label("day"),
        name.c.id.label("id"),
        article.c.id.label("part"),
    ).select_from(named)
    rows = rows.where(~exists(_earlier().correlate(evidence)))
    return cast("Select[*Spelling]", ordered(rows, undated=True))


def _earlier() -> Select[int]:
    """Proof of the same name in the same article that stands before: the first one is shown.

    Not by grouping: all proofs of all names would be grouped before one name is chosen.
    """
    before = again(evidence, "before").c
    own = evidence.c
    same = and_(before.name_id == own.name_id, before.article_id == own.article_id)
    sooner = or_(
        before.start_char < own.start_char,
        and_(before.start_char.is_not(None), own.start_char.is_(None)),
        and_(
            or_(
                before.start_char == own.start_char,
                and_(before.start_char.is_(None), own.start_char.is_(None)),
            ),
            before.id < own.id,
        ),
    )
    return select(before.id).where(same, sooner)
