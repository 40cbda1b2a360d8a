"""Which records an article proves, and by how many excerpts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, select, union_all

from ..models import SUBJECTS
from . import days, tables
from .known import by, last_day
from .naming import is_actor
from .ordering import ordered
from .tables import again, article, evidence
from .words import Words, one_of

if TYPE_CHECKING:
    from sqlalchemy import FromClause, Table

    from .days import When
    from .rows_sources import Coverage

_PARENTS = {
    "name": ("actor", "office", "agreement", "place"),
    "tenure": ("actor",),
    "participation": ("meeting",),
    "party": ("agreement",),
    "agreement_action": ("agreement",),
    "signature": ("agreement",),
    "agreement_link": ("agreement",),
    "figure": ("incident", "agreement", "meeting", "quote"),
}
"""The records that a part may be of; every other fact is a record itself."""
_KEYS = {"tenure": "holder_id", "agreement_link": "from_agreement_id"}


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
    columns, source = rows.selected_columns, tables.article
    if article is not None:
        # A look-up of its own, so that each kind of fact is read by the article's index.
        own = select(source.c.id).where(source.c.slug == article).correlate(None)
        rows = rows.where(_proven().c.article_id == own.scalar_subquery())
    if fact is not None:
        rows = rows.where(columns.fact.in_(one_of(tuple(SUBJECTS.values()), fact, "fact")))
    if record is not None:
        rows = rows.where(columns.record == record)
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
    arms = (_arm(column, fact) for column, fact in SUBJECTS.items())
    return union_all(*arms).subquery("proven")


def _arm(column: str, fact: str) -> Select[Any]:
    own = again(evidence.metadata.tables[fact], "fact")
    subject = evidence.c[column]
    read: FromClause = evidence.join(own, own.c.id == subject)
    kind, slug, read = record_of(fact, own, read)
    grouped = [slug] if kind is None else [kind, slug]
    shown = literal(fact) if kind is None else kind
    return (
        select(
            evidence.c.article_id,
            literal(fact).label("fact"),
            shown.label("record_kind"),
            slug.label("record"),
            func.count().label("excerpts"),
            func.min(evidence.c.id).label("id"),
        )
        .select_from(read)
        .where(subject.is_not(None), evidence.c.article_id.is_not(None))
        .group_by(evidence.c.article_id, *grouped)
    )


def record_of(
    fact: str, own: FromClause, read: FromClause
) -> tuple[ColumnElement[str] | None, ColumnElement[str], FromClause]:
    """The record that a fact is of: its kind where it varies, its slug, and what is read for both.

    A quote has no slug: it goes by its article's and its number in it.
    """
    parents = _PARENTS.get(fact)
    if parents is None:
        if fact != "quote":
            return None, own.c.slug, read
        slug, read = _quoted(own, read, "home")
        return None, slug, read
    slugs: list[ColumnElement[str]] = []
    kinds: list[tuple[ColumnElement[bool], Any]] = []
    for parent in parents:
        table: Table = evidence.metadata.tables[parent]
        whole = again(table, f"{parent}_of")
        key = own.c[_KEYS.get(fact, f"{parent}_id")]
        read = read.outerjoin(whole, whole.c.id == key)
        if parent == "quote":
            number, read = _quoted(whole, read, "home_of", outer=True)
            slugs.append(number)
        else:
            slugs.append(whole.c["slug"])
        kinds.append((key.is_not(None), literal(parent)))
    if len(parents) == 1:
        return literal(parents[0]), slugs[0], read
    *some, (_, last) = kinds
    return case(*some, else_=last), func.coalesce(*slugs), read


def _quoted(
    quoted: FromClause, read: FromClause, word: str, *, outer: bool = False
) -> tuple[ColumnElement[str], FromClause]:
    home = again(tables.article, word)
    number = quoted.c.position + 1
    slug = home.c.slug + literal("#") + tables.as_text(number)
    return slug, read.join(home, and_(home.c.id == quoted.c.article_id), isouter=outer)
