"""What was known of a field on a day: a value whose proof is all later is not known yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, case, exists, not_, or_, select

from .known import by
from .tables import again, article, evidence, incident, meeting

if TYPE_CHECKING:
    from sqlalchemy import FromClause

_proof = again(evidence, "dating")
_source = again(article, "dated_in")


def step_field_known(field: str, steps: FromClause, limit: date | None) -> ColumnElement[bool]:
    """This field of a step was known: nothing proves it apart, or some of what does was out.

    A step may take its date and its place from its meeting, so the meeting's proof of them
    counts too.
    """
    of_meeting = and_(steps.c.meeting_id.is_not(None), _proof.c.meeting_id == steps.c.meeting_id)
    own = _proof.c.agreement_action_id == steps.c.id
    return _known(and_(_proof.c.field == field, or_(own, of_meeting)), steps, limit)


def meeting_field_known(field: str, limit: date | None) -> ColumnElement[bool]:
    """This field of the meeting was known."""
    own = and_(_proof.c.field == field, _proof.c.meeting_id == meeting.c.id)
    return _known(own, meeting, limit)


def incident_field_known(field: str, limit: date | None) -> ColumnElement[bool]:
    """This field of the incident was known."""
    own = and_(_proof.c.field == field, _proof.c.incident_id == incident.c.id)
    return _known(own, incident, limit)


def dates(rows: FromClause, known: ColumnElement[bool] | None = None) -> tuple[Any, Any, Any]:
    """The three columns of a date; empty where it was not known."""
    columns = (rows.c.date_edtf, rows.c.date_earliest, rows.c.date_latest)
    edtf, earliest, latest = (
        column if known is None else case((known, column)) for column in columns
    )
    return edtf.label("date_edtf"), earliest.label("date_earliest"), latest.label("date_latest")


def _known(
    about: ColumnElement[bool], outer: FromClause, limit: date | None
) -> ColumnElement[bool]:
    apart = exists(select(_proof.c.id).where(about).correlate(outer))
    out = (
        select(_proof.c.id)
        .join(_source, _source.c.id == _proof.c.article_id)
        .where(about, by(_source.c.published_latest, limit))
        .correlate(outer)
    )
    return or_(not_(apart), exists(out))
