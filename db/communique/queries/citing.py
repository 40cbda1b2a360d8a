"""Every proof by itself: what it proves, and the words that it rests on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Select, literal, select, union_all

from ..models import SUBJECTS
from ..vocabulary import Basis
from . import days, tables
from .known import by, last_day
from .naming import is_actor
from .ordering import ordered
from .parts import arms_of_facts, filed, record_of
from .tables import again, article, evidence
from .words import Words, is_one_of, one_of

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from .days import When
    from .rows_sources import Citation


def citations(
    article: str | None = None,
    *,
    fact: Words | None = None,
    record: str | None = None,
    record_kind: str | None = None,
    basis: Words | None = None,
    outlet: str | None = None,
    known_on: When | None = None,
) -> Select[*Citation]:
    """Proofs, those in the newest article first: the view ``citation`` and more.

    ``article`` and ``record`` take slugs, ``record_kind`` tells which record of that slug;
    ``fact`` is the kind of fact, such as signature or tenure. Behind the view's columns stand
    the record file and line that give the proof, and the latest run of the loader.
    ``known_on`` keeps what had been published by then, so no outside knowledge.
    """
    rows = _base()
    columns, source = rows.selected_columns, tables.article
    if article is not None:
        own = select(source.c.id).where(source.c.slug == article).correlate(None)
        rows = rows.where(_proofs().c.article_id == own.scalar_subquery())
    if fact is not None:
        rows = rows.where(columns.fact.in_(one_of(tuple(SUBJECTS.values()), fact, "fact")))
    if record is not None:
        rows = rows.where(columns.record == record)
    if record_kind is not None:
        rows = rows.where(columns.record_kind == record_kind)
    if basis is not None:
        rows = rows.where(is_one_of(_proofs().c["basis"], Basis, basis, "basis"))
    if outlet is not None:
        rows = rows.where(is_actor(source.c.outlet_id, outlet))
    if known_on is not None:
        rows = rows.where(by(source.c.published_latest, last_day(known_on)))
    return rows


@lru_cache(maxsize=1)
def _base() -> Select[*Citation]:
    proofs = _proofs().c
    rows = select(
        article.c.slug.label("article"),
        proofs.fact,
        proofs.record_kind,
        proofs.record,
        proofs.field,
        proofs.basis,
        proofs.excerpt,
        proofs.start_char,
        proofs.end_char,
        proofs.note,
        proofs.source_file,
        proofs.source_line,
        proofs.load_run,
        days.newest(article.c.published_latest, article.c.published_earliest).label("day"),
        proofs.id,
    ).select_from(_proofs().outerjoin(article, article.c.id == proofs.article_id))
    return cast("Select[*Citation]", ordered(rows, undated=True))


@lru_cache(maxsize=1)
def _proofs() -> FromClause:
    return union_all(*(_arm(*each) for each in arms_of_facts())).subquery("cited")


def _arm(column: str, fact: str, parent: str) -> Select[Any]:
    own = again(evidence.metadata.tables[fact], "fact")
    subject = evidence.c[column]
    read: FromClause = evidence.join(own, own.c.id == subject)
    read, slug, _ = record_of(fact, parent, own, read)
    read, (file, line, run) = filed(fact, own.c.id, read)
    return (
        select(
            evidence.c.id,
            evidence.c.article_id,
            literal(fact).label("fact"),
            literal(parent).label("record_kind"),
            slug.label("record"),
            evidence.c.field,
            evidence.c.basis,
            evidence.c.excerpt,
            evidence.c.start_char,
            evidence.c.end_char,
            evidence.c.note,
            file.label("source_file"),
            line.label("source_line"),
            run.label("load_run"),
        )
        .select_from(read)
        .where(subject.is_not(None))
    )
