"""Where a record is written of: the articles, and how many independent origins they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select, union_all

from ..errors import AmbiguousName, UsageError
from ..names import fold, nearest
from . import sourcing, tables
from .days import newest
from .known import by, last_day
from .tables import agency, outlet
from .written import like

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from .days import When

KINDS: dict[str, Table] = {
    "meeting": tables.meeting,
    "agreement": tables.agreement,
    "incident": tables.incident,
    "actor": tables.actor,
    "office": tables.office,
    "place": tables.place,
}


class Source(NamedTuple):
    """An article that reports a record, through which agency if any, and by how many excerpts.

    ``origin`` is where the report comes from: the agency, else the outlet, else the credit
    line, else the article itself.
    """

    article: str
    title: str | None
    outlet: str | None
    relayed_by: str | None
    credit: str | None
    published_edtf: str | None
    excerpts: int
    origin: str


class Sources(NamedTuple):
    """What a record rests on; two articles with one origin are one independent source."""

    record_kind: str
    record: str
    articles: list[Source]
    origins: list[str]


def sources(session: Session, record: str, *, known_on: When | None = None) -> Sources:
    """The articles that report a record, the first published first, and their independent origins.

    ``record`` is a slug, or ``kind/slug`` where two kinds share one. An article stands once
    for each agency that it relays.
    """
    kind, slug = named_record(session, record)
    proof, source = sourcing.proof, sourcing.source
    day = newest(source.c.published_latest, source.c.published_earliest)
    rows = (
        select(
            source.c.slug,
            source.c.title,
            outlet.c.slug,
            agency.c.slug,
            source.c.credit,
            source.c.published_edtf,
            func.count(),
            func.coalesce(agency.c.slug, outlet.c.slug, source.c.credit, source.c.slug),
        )
        .select_from(
            proof.join(source, source.c.id == proof.c.article_id)
            .outerjoin(outlet, outlet.c.id == source.c.outlet_id)
            .outerjoin(agency, agency.c.id == proof.c.relayed_by_id)
        )
        .where(proof.c.id.in_(sourcing.proofs_of(KINDS[kind], slug)))
        .group_by(source.c.id, outlet.c.slug, agency.c.slug)
        .order_by(day.is_(None), day, source.c.slug, agency.c.slug.is_not(None), agency.c.slug)
    )
    if known_on is not None:
        rows = rows.where(by(source.c.published_latest, last_day(known_on)))
    found = [Source(*row) for row in session.execute(rows)]
    return Sources(kind, slug, found, sorted({each.origin for each in found}))


def named_record(session: Session, record: str) -> tuple[str, str]:
    """The kind and slug of a record, given as a slug or as ``kind/slug``."""
    kind, _, slug = record.rpartition("/")
    if kind and kind not in KINDS:
        raise UsageError(
            f'"{kind}" is no kind of record.', hint=f"The kinds are: {', '.join(KINDS)}"
        )
    asked = [kind] if kind else list(KINDS)
    found = [
        each
        for each in asked
        if session.scalar(select(KINDS[each].c.id).where(KINDS[each].c.slug == slug))
    ]
    if len(found) > 1:
        raise AmbiguousName(record, [f"{each}/{slug}" for each in found])
    if not found:
        raise _unknown(session, record, slug, asked)
    return found[0], slug


def _unknown(session: Session, record: str, slug: str, asked: list[str]) -> UsageError:
    slugs = [KINDS[kind].c.slug for kind in asked]
    alike = union_all(*(select(each).where(like(each, fold(slug))) for each in slugs))
    known = list(session.scalars(alike))
    meant = ", ".join(f'"{each}"' for each in nearest(slug, known))
    cure = f"did you mean {meant}?" if meant else "`communique find` looks for names"
    return UsageError(f'No record is called "{record}".', hint=cure)
