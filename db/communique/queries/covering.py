"""Which records an article proves, and by how many excerpts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Select, func, select, union_all

from ..models import SUBJECTS
from . import days, tables
from .known import by, last_day
from .naming import is_actor
from .ordering import ordered
from .parts import arms_of_facts, record_of
from .tables import again, article, constant, evidence
from .words import Words, one_of

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from .days import When
    from .rows_sources import Coverage


def coverage(
    article: str | None = None,
    *,
    fact: Words | None = None,
    record: str | None = None,
    outlet: str | None = None,
    known_on: When | None = None,
) -> Select[*Coverage]:
    """What each article proves, by record and kind of fact: the view ``coverage`` and more.

    The newest article first; the ``id`` is that of the first excerpt. ``article`` and
    ``record`` take slugs; ``fact`` is the kind of fact, such as signature or tenure.
    """
    rows = _base()
    proven, source = _proven().c, tables.article
    if article is not None:
        # Of what each kind of proof is grouped by, so that none but the article's are.
        rows = rows.where(proven.told == article)
    if fact is not None:
        rows = rows.where(proven.fact.in_(one_of(tuple(SUBJECTS.values()), fact, "fact")))
    if record is not None:
        rows = rows.where(proven.record == record, proven.named == record.partition("#")[0])
    if outlet is not None:
        rows = rows.where(is_actor(source.c.outlet_id, outlet))
    if known_on is not None:
        rows = rows.where(by(source.c.published_latest, last_day(known_on)))
    return rows


@lru_cache(maxsize=1)
def _base() -> Select[*Coverage]:
    proven = _proven()
    rows = select(
        article.c.slug.label("article"),
        proven.c.fact,
        proven.c.record_kind,
        proven.c.record,
        proven.c.excerpts,
        days.newest(article.c.published_latest, article.c.published_earliest).label("day"),
        proven.c.id,
    ).select_from(proven.join(article, article.c.id == proven.c.article_id))
    return cast("Select[*Coverage]", ordered(rows, undated=True))


@lru_cache(maxsize=1)
def _proven() -> FromClause:
    """Excerpts counted, each kind by itself: grouping the union would sort every proof we hold."""
    return union_all(*(_arm(*each) for each in arms_of_facts())).subquery("proven")


def _arm(column: str, fact: str, parent: str) -> Select[Any]:
    """What is proven of one kind of fact, of one kind of record."""
    own, told = again(evidence.metadata.tables[fact], "fact"), again(article, "told")
    read: FromClause = evidence.join(own, own.c.id == evidence.c[column]).join(
        told, told.c.id == evidence.c.article_id
    )
    read, slug, named = record_of(fact, parent, own, read)
    return (
        select(
            evidence.c.article_id,
            told.c.slug.label("told"),
            constant(fact).label("fact"),
            constant(parent).label("record_kind"),
            slug.label("record"),
            named.c.slug.label("named"),
            func.count().label("excerpts"),
            func.min(evidence.c.id).label("id"),
        )
        .select_from(read)
        .where(evidence.c[column].is_not(None))
        .group_by(evidence.c.article_id, told.c.slug, slug, named.c.slug)
    )
