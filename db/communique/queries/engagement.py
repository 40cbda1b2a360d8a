"""Somebody's day: their meetings in the order in which these are told to have taken place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sqlalchemy import Select, func, select

from . import days, tables
from .dating import dates, meeting_field_known
from .known import last_day, meeting_known
from .meeting import with_place
from .tables import again, constant, earlier, meeting, place
from .who import attendees

if TYPE_CHECKING:
    from sqlalchemy import CTE

    from .days import When
    from .rows_events import Engagement

LONGEST = 100
"""Meetings of one day that follow each other; a ring of them ends here."""


def engagements(
    actor: str, *, on: When | None = None, known_on: When | None = None
) -> Select[*Engagement]:
    """The meetings of an actor as they followed each other, the oldest first.

    ``turn`` counts the meetings that are told to have gone before on the same day: the
    archive holds a stated order only, and what has the same turn may have been in any.
    ``on`` keeps what is *possibly* of that day. ``known_on`` keeps what had been published
    by then, and shows a date or a place whose proof is all later as unknown, what has no date
    last. It has no pages: a day is short.
    """
    known, limit = known_on is not None, None if known_on is None else last_day(known_on)
    edtf, earliest, latest = dates(meeting, meeting_field_known("date", limit) if known else None)
    chain = _chain(actor)
    turn = func.max(chain.c.turn)
    turns = select(chain.c.first, turn.label("turn")).group_by(chain.c.first).subquery("turns")
    day = days.newest(latest.element, earliest.element)
    rows = (
        select(
            meeting.c.slug.label("meeting"),
            meeting.c.title.label("meeting_title"),
            meeting.c.kind.label("meeting_kind"),
            meeting.c.status.label("meeting_status"),
            edtf,
            earliest,
            latest,
            place.c.slug.label("place"),
            place.c.country.label("country"),
            earlier.c.slug.label("after"),
            turns.c.turn.label("turn"),
            meeting.c.id.label("id"),
        )
        .select_from(
            with_place(
                meeting.join(turns, turns.c.first == meeting.c.id), limit, known=known
            ).outerjoin(earlier, earlier.c.id == meeting.c.after_id)
        )
        .order_by(day.nulls_last() if known else day, turns.c.turn, meeting.c.id)
    )
    if known:
        rows = rows.where(meeting_known(limit))
    return cast("Select[*Engagement]", days.within(rows, None, None, on))


def _chain(actor: str) -> CTE:
    """Each meeting of the actor with all that went before it, and how far before."""
    none = constant(0)
    steps = select(
        meeting.c.id.label("first"), meeting.c.after_id.label("before"), none.label("turn")
    ).where(attendees(actor))
    chain = steps.cte("chain", recursive=True)
    before = again(tables.meeting, "before")
    further = select(chain.c.first, before.c.after_id, chain.c.turn + 1).where(
        before.c.id == chain.c.before, chain.c.turn < LONGEST
    )
    return chain.union_all(further)
