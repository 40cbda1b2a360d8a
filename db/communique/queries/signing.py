"""Who signed what: signatures as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Select, case, func, select, true

from ..vocabulary import AgreementKind, Level, Portfolio
from . import days, tables
from .dating import step_field_known
from .known import last_day, signature_known
from .naming import is_actor, is_country, is_in_place
from .ordering import ordered
from .tables import (
    agreement,
    bound,
    is_done,
    is_planned,
    meeting,
    office,
    signature,
    signer,
    step,
)
from .words import Words, is_one_of, of_office

if TYPE_CHECKING:
    from datetime import date

    from .days import When
    from .rows import Signing


def signings(
    *,
    level: Words | None = None,
    portfolio: Words | None = None,
    kind: Words | None = None,
    by: str | None = None,
    party: str | None = None,
    place: str | None = None,
    country: str | None = None,
    since: When | None = None,
    until: When | None = None,
    between: tuple[When, When] | None = None,
    on: When | None = None,
    known_on: When | None = None,
    planned: bool = False,
) -> Select[*Signing]:
    """Signatures, newest first: the view ``signing``, the ``day`` sorted by and the ``id``.

    ``level`` and ``portfolio`` are those of the office signed in, ``kind`` the agreement's;
    ``by`` and ``party`` take a slug or any spelling. Limits of time keep what is *possibly*
    within them. ``known_on`` keeps what had been published by then, and shows a date or a
    place whose proof is all later as unknown. ``planned`` asks for signatures foreseen
    instead of given.
    """
    rows = _base(planned) if known_on is None else _as_known(planned, last_day(known_on))
    shown = rows.selected_columns
    bounds = days.plain(shown.signed_earliest), days.plain(shown.signed_latest)
    if level is not None:
        rows = rows.where(of_office(office.c.level, Level, level, "level"))
    if portfolio is not None:
        rows = rows.where(of_office(office.c.portfolio, Portfolio, portfolio, "portfolio"))
    if kind is not None:
        rows = rows.where(is_one_of(agreement.c.kind, AgreementKind, kind, "kind"))
    if by is not None:
        rows = rows.where(is_actor(signature.c.signer_id, by))
    if party is not None:
        rows = rows.where(is_actor(signature.c.party_id, party))
    if place is not None:
        # Where it was may not have been known yet: then nobody could have asked for it.
        at = step.c.place_id if known_on is None else tables.place.c.id
        rows = rows.where(is_in_place(at, place))
    if country is not None:
        rows = rows.where(is_country(tables.place.c.country, country))
    if between is not None:
        rows = rows.where(days.possibly(*bounds, *between))
    return days.within(rows, since, until, on, bounds)


@lru_cache(maxsize=2)
def _base(planned: bool) -> Select[*Signing]:
    return _select(planned, true(), step.c.date_edtf, step.c.date_earliest, step.c.date_latest)


@lru_cache(maxsize=256)
def _as_known(planned: bool, limit: date | None) -> Select[*Signing]:
    told, placed = (step_field_known(field, step, limit) for field in ("date", "place"))
    columns = (step.c.date_edtf, step.c.date_earliest, step.c.date_latest)
    rows = _select(planned, placed, *(case((told, column)) for column in columns), undated=True)
    return rows.where(signature_known(limit))


def _select(
    planned: bool,
    placed: ColumnElement[bool],
    edtf: Any,
    earliest: Any,
    latest: Any,
    *,
    undated: bool = False,
) -> Select[*Signing]:
    rows = (
        select(
            agreement.c.slug.label("agreement"),
            agreement.c.title.label("agreement_title"),
            agreement.c.kind.label("agreement_kind"),
            step.c.kind.label("action_kind"),
            edtf.label("signed_edtf"),
            earliest.label("signed_earliest"),
            latest.label("signed_latest"),
            signer.c.slug.label("signer"),
            func.coalesce(signer.c.name, office.c.title, signature.c.described_as).label(
                "signer_name"
            ),
            office.c.slug.label("office"),
            office.c.title.label("office_title"),
            office.c.level.label("office_level"),
            office.c.portfolio.label("office_portfolio"),
            bound.c.slug.label("party"),
            bound.c.name.label("party_name"),
            meeting.c.slug.label("meeting"),
            tables.place.c.slug.label("place"),
            tables.place.c.country.label("country"),
            signature.c.basis.label("basis"),
            days.newest(latest, earliest).label("day"),
            signature.c.id.label("id"),
        )
        .select_from(
            signature.join(step, step.c.id == signature.c.action_id)
            .join(agreement, agreement.c.id == step.c.agreement_id)
            .join(bound, bound.c.id == signature.c.party_id)
            .outerjoin(signer, signer.c.id == signature.c.signer_id)
            .outerjoin(office, office.c.id == signature.c.office_id)
            .outerjoin(meeting, meeting.c.id == step.c.meeting_id)
            .outerjoin(tables.place, (tables.place.c.id == step.c.place_id) & placed)
        )
        .where(is_planned(step) if planned else is_done(step))
    )
    return cast("Select[*Signing]", ordered(rows, undated=undated))
