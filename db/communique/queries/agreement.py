"""What is agreed: agreements and their status as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import ColumnElement, Select, select

from ..dates import parse_range
from ..vocabulary import AgreementKind, AgreementStatus
from . import status as telling
from .known import agreement_known, last_day
from .naming import among, is_about
from .ordering import ordered
from .predicate import Predicate
from .tables import again, agreement, agreement_topic
from .who import bound_by
from .words import Words, chosen, is_one_of

if TYPE_CHECKING:
    from .days import When
    from .rows import Standing


def agreements(
    *,
    kind: Words | None = None,
    party: str | None = None,
    status: Words | None = None,
    on: When | None = None,
    known_on: When | None = None,
    topic: str | None = None,
) -> Select[*Standing]:
    """Agreements with their status, newest first: the view ``agreement_status`` and more.

    The ``day`` sorted by and the ``id`` follow the columns of the view.
    ``on`` asks for the status as of the end of that day, ``known_on`` for what had been
    published by then: steps reported later are left out, and so are agreements nobody had
    written of. ``topic`` includes narrower ones. See `status` for the rule.
    """
    as_of = _as_of(on, known_on)
    rows = _base(as_of)
    if kind is not None:
        rows = rows.where(is_one_of(agreement.c.kind, AgreementKind, kind, "kind"))
    if party is not None:
        rows = rows.where(bound_by(party))
    if status is not None:
        words = chosen(AgreementStatus, status, "status")
        rows = rows.where(_status(as_of).in_(words))
    if topic is not None:
        subject = again(agreement_topic, "subject")
        about = select(subject.c.agreement_id).where(is_about(subject.c.topic_id, topic))
        rows = rows.where(among(agreement.c.id, about))
    return rows


def has_status(status: Words, on: When | None = None) -> Predicate:
    """The agreement has this status, or one of these: by the end of a day, or of the record."""
    words = chosen(AgreementStatus, status, "status")
    condition = telling.has_status_in(agreement, words, _as_of(on, None))
    return Predicate("has_status", {agreement: condition})


def _as_of(on: When | None, known_on: When | None) -> telling.AsOf:
    return telling.AsOf(
        day=None if on is None else parse_range(on).latest,
        is_known=known_on is not None,
        known=None if known_on is None else last_day(known_on),
    )


@lru_cache(maxsize=256)
def _status(as_of: telling.AsOf) -> ColumnElement[AgreementStatus]:
    return telling.status(agreement, as_of)


@lru_cache(maxsize=256)
def _base(as_of: telling.AsOf) -> Select[*Standing]:
    step = telling.telling
    rows = select(
        agreement.c.slug.label("agreement"),
        agreement.c.title.label("title"),
        agreement.c.kind.label("kind"),
        _status(as_of).label("status"),
        step.c.date_edtf.label("status_edtf"),
        step.c.date_earliest.label("status_earliest"),
        step.c.date_latest.label("status_latest"),
        telling.last_action(agreement, as_of).label("last_action"),
        telling.day(agreement, as_of).label("day"),
        agreement.c.id.label("id"),
    ).select_from(agreement.outerjoin(step, telling.tells(agreement, as_of)))
    if as_of.is_known:
        rows = rows.where(agreement_known(as_of.known))
    return cast("Select[*Standing]", ordered(rows, undated=True))
