"""Who held which office: tenures as an ordered statement, and how certain they are on a day."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVarTuple, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    false,
    not_,
    null,
    or_,
    select,
    true,
    type_coerce,
)

from ..databases.types import Word
from ..dates import Certainty, PartialDate, held, parse_range, restore
from ..dates.partial import STILL
from ..vocabulary import Level, Portfolio
from . import days, tables
from .known import last_day, tenure_known
from .naming import is_actor, is_office
from .ordering import ordered
from .tables import constant, holder, owner, tenure
from .words import Words, is_one_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import FromClause, Row

    from .days import When
    from .rows import Holding

Ts = TypeVarTuple("Ts")
_other = tenure.alias("other")


def holders(
    *,
    level: Words | None = None,
    portfolio: Words | None = None,
    of: str | None = None,
    office: str | None = None,
    actor: str | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Holding]:
    """Tenures, the latest begun first: the view ``office_holding``, and more.

    Columns are those of the view, ``certainty``, the ``day`` sorted by and the ``id``. With
    ``on``, tenures that cannot be on that day are left out, by their own dates or because one
    holds the office at a time and somebody else certainly held it from the day before to the
    day after; ``certainty`` tells ``certainly`` from ``possibly``; without, it is None. A
    missing end is not known, and ``until_edtf`` of ``..`` means still held. The bounds decide
    here; `narrowed` goes by the dates as written. ``known_on`` keeps tenures that had been
    published by then, and goes by these alone.
    """
    asked = None if on is None else parse_range(on)
    known, limit = known_on is not None, None if known_on is None else last_day(known_on)
    rows = _base() if asked is None else _on(asked.earliest, asked.latest, known, limit)
    post = tables.office.c
    if level is not None:
        rows = rows.where(is_one_of(post.level, Level, level, "level"))
    if portfolio is not None:
        rows = rows.where(is_one_of(post.portfolio, Portfolio, portfolio, "portfolio"))
    if of is not None:
        rows = rows.where(is_actor(post.of_id, of))
    if office is not None:
        rows = rows.where(is_office(tenure.c.office_id, office))
    if actor is not None:
        rows = rows.where(is_actor(tenure.c.holder_id, actor))
    if known:
        rows = rows.where(tenure_known(tenure, limit))
    return rows


def narrowed(rows: Iterable[Row[*Ts]], on: When) -> list[Row[*Ts]]:
    """The rows that their dates as written allow on this day.

    Bounds enclose a date: one of four Wednesdays is not a Thursday between them. Works for
    tenures, and for rows with a date, whose date must have a day in common with this one.
    """
    asked = parse_range(on)
    return [row for row in rows if _allows(row._mapping, asked)]


def _allows(row: Any, on: PartialDate) -> bool:
    if "since_edtf" in row:
        since, until = (_date(row, prefix) for prefix in ("since", "until"))
        return held(since, until, on).can_be
    date = _date(row, "signed" if "signed_edtf" in row else "date")
    return date is None or date.overlaps(on).can_be


def _date(row: Any, prefix: str) -> PartialDate | None:
    return restore(*(row[f"{prefix}_{part}"] for part in ("edtf", "earliest", "latest")))


@lru_cache(maxsize=1)
def _base() -> Select[*Holding]:
    return _select(null())


@lru_cache(maxsize=256)
def _on(
    earliest: date | None, latest: date | None, known: bool, limit: date | None
) -> Select[*Holding]:
    sure = _certainly(tenure, earliest, latest)
    certainty = case(
        (sure, constant(Certainty.CERTAINLY.value)), else_=constant(Certainty.POSSIBLY.value)
    )
    others = _others(earliest, latest)
    if known:
        others = others.where(tenure_known(_other, limit))
    taken = and_(tables.office.c.single_holder == 1, exists(others))
    # Two who are both certain contradict each other, and neither is hidden.
    return _select(certainty).where(_possibly(earliest, latest), or_(sure, not_(taken)))


def _others(earliest: date | None, latest: date | None) -> Select[int]:
    """Tenures of somebody else who certainly held the office then, and no handover was near."""
    return (
        select(_other.c.id)
        .where(
            _other.c.office_id == tenure.c.office_id,
            _other.c.holder_id != tenure.c.holder_id,
            _certainly(_other, earliest, latest, around=True),
        )
        .correlate(tenure)
    )


def _possibly(earliest: date | None, latest: date | None) -> ColumnElement[bool]:
    """The bounds of the tenure of the row allow some of these days."""
    begun, over = tenure.c.since_earliest, tenure.c.until_latest
    return and_(
        true() if latest is None else or_(begun.is_(None), begun <= latest),
        true() if earliest is None else or_(over.is_(None), over >= earliest),
    )


def _certainly(
    rows: FromClause, earliest: date | None, latest: date | None, *, around: bool = False
) -> ColumnElement[bool]:
    """The tenure had begun by the first of these days and lasted to the last.

    With ``around`` also on the day before the first and on the day after the last.
    """
    begun, over = rows.c.since_latest, rows.c.until_earliest
    if earliest is None:
        return false()
    begins = and_(begun.is_not(None), begun < earliest if around else begun <= earliest)
    still = and_(rows.c.until_edtf.is_not(None), rows.c.until_edtf == STILL)
    if latest is None:
        return and_(begins, still)
    lasts = and_(over.is_not(None), over > latest if around else over >= latest)
    return and_(begins, or_(still, lasts))


def _select(certainty: ColumnElement[Any]) -> Select[*Holding]:
    office = tables.office
    rows = select(
        holder.c.slug.label("actor"),
        holder.c.name.label("actor_name"),
        office.c.slug.label("office"),
        office.c.title.label("office_title"),
        office.c.level.label("office_level"),
        office.c.portfolio.label("office_portfolio"),
        owner.c.slug.label("of_actor"),
        tenure.c.since_edtf,
        tenure.c.since_earliest,
        tenure.c.since_latest,
        tenure.c.until_edtf,
        tenure.c.until_earliest,
        tenure.c.until_latest,
        tenure.c.acting,
        type_coerce(certainty, Word(Certainty)).label("certainty"),
        days.newest(tenure.c.since_latest, tenure.c.since_earliest).label("day"),
        tenure.c.id.label("id"),
    ).select_from(
        tenure.join(holder, holder.c.id == tenure.c.holder_id)
        .join(office, office.c.id == tenure.c.office_id)
        .outerjoin(owner, owner.c.id == office.c.of_id)
    )
    return cast("Select[*Holding]", ordered(rows, undated=True))
