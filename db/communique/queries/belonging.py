"""Conditions on how meetings belong together: parts, sidelines, series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select

from .naming import among, through
from .predicate import Predicate, asks
from .tables import again, meeting, participation, quote, step

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import FromClause

    from .naming import Answers
    from .predicate import Meanings


def part_of(slug: str) -> Predicate:
    """The meeting is a part of this one, or a part of its parts, however deep."""
    named = again(meeting, "named").c
    within = select(named.id).where(named.slug == slug).cte(recursive=True)
    smaller = again(meeting, "smaller").c
    parts = within.union(select(smaller.id).where(smaller.part_of_id == within.c.id))
    ids = select(parts.c.id)
    return Predicate("part_of", _of_meetings(lambda rows: among(rows.c.part_of_id, ids)))


def on_sidelines_of(slug: str | None = None) -> Predicate:
    """The meeting was on the sidelines of this one, or, without a slug, of any."""

    def aside(rows: FromClause) -> ColumnElement[bool]:
        column: ColumnElement[int] = rows.c.sidelines_of_id
        if slug is None:
            return column.is_not(None)
        named = again(meeting, "named").c
        return among(column, select(named.id).where(named.slug == slug))

    return Predicate("on_sidelines_of", _of_meetings(aside))


@asks("actor")
def in_series(ids: Answers) -> Meanings:
    """The meeting is a session of the body: of a council, a commission, a format."""
    return _of_meetings(lambda rows: among(rows.c.series_id, ids))


def _of_meetings(asked: Callable[[FromClause], ColumnElement[bool]]) -> Meanings:
    met = again(meeting, "met")
    ids = select(met.c.id).where(asked(met))
    return {
        participation: through(participation, "meeting_id", ids),
        quote: among(quote.c.meeting_id, ids),
        meeting: asked(meeting),
        step: among(step.c.meeting_id, ids),
    }
