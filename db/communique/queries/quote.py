"""Who said what: quotes and their speakers as an ordered statement."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import ColumnElement, Select, Text, case, func, select
from sqlalchemy import cast as in_sql

from ..vocabulary import Mode
from . import days, known, tables
from .matching import holds_words
from .naming import among, is_about, is_actor
from .ordering import ordered
from .tables import (
    again,
    agency,
    constant,
    office,
    outlet,
    quote,
    quote_speaker,
    quote_topic,
    side_taken,
    speaking,
)
from .words import Words, is_one_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import FromClause

    from .days import When
    from .rows import Statement


def quotes(
    *,
    by: str | None = None,
    about: str | None = None,
    search: str | None = None,
    mode: Words | None = None,
    via: str | None = None,
    meeting: str | None = None,
    article: str | None = None,
    since: When | None = None,
    until: When | None = None,
    on: When | None = None,
    known_on: When | None = None,
) -> Select[*Statement]:
    """Quotes, newest first, a row for each speaker: the view ``statement`` and more.

    The ``day`` sorted by, the ``id`` of the quote and its speaker's ``part`` follow the view's.
    ``search`` asks for all of its words, whole and in any spelling: see `matching`; ``about``
    includes narrower topics; ``meeting`` and ``article`` take slugs. Limits of time keep what was
    *possibly* said within them: on the quote's date, else its meeting's, and never after
    it was printed.
    """
    rows = _base()
    if by is not None:
        rows = rows.where(is_actor(quote_speaker.c.actor_id, by))
    if about is not None:
        rows = rows.where(quoted_about(about))
    if search is not None:
        led = any(each is not None for each in (by, about, via, meeting, article))
        rows = rows.where(holds_words(quote, search, led=led))
    if mode is not None:
        rows = rows.where(is_one_of(quote.c.mode, Mode, mode, "mode"))
    if via is not None:
        rows = rows.where(is_actor(quote.c.relayed_by_id, via))
    if meeting is not None:
        rows = rows.where(tables.meeting.c.slug == meeting)
    if article is not None:
        rows = rows.where(tables.article.c.slug == article)
    if known_on is not None:
        printed = tables.article.c.published_latest
        rows = rows.where(known.by(printed, known.last_day(known_on)))
    return days.within(rows, since, until, on, _bounds())


def quoted_about(topic: str) -> ColumnElement[bool]:
    """The quote of the row is about this topic or a narrower one."""
    subject = again(quote_topic, "subject")
    return among(quote.c.id, select(subject.c.quote_id).where(is_about(subject.c.topic_id, topic)))


def said(bound: str, at: FromClause) -> ColumnElement[date]:
    """The earliest or latest day on which it was said: by its own date, or else its meeting's."""
    column = f"date_{bound}"
    return case((quote.c.date_edtf.is_(None), at.c[column]), else_=quote.c[column])


def said_latest(at: FromClause, printed: FromClause) -> ColumnElement[date]:
    """The latest day on which it was said, and no later than it was printed."""
    return func.coalesce(said("latest", at), printed.c.published_latest)


@lru_cache(maxsize=1)
def _bounds() -> tuple[ColumnElement[date], ColumnElement[date]]:
    return said("earliest", tables.meeting), said_latest(tables.meeting, tables.article)


@lru_cache(maxsize=1)
def _base() -> Select[*Statement]:
    article, meeting = tables.article, tables.meeting
    earliest, latest = said("earliest", meeting), said("latest", meeting)
    number = in_sql(quote.c.position + 1, Text)
    printed = (article.c.published_latest, article.c.published_earliest)
    rows = select(
        (article.c.slug + constant("#") + number).label("quote"),
        quote.c.mode,
        quote.c.text,
        speaking.c.slug.label("speaker"),
        speaking.c.name.label("speaker_name"),
        quote.c.speaker_as_written,
        office.c.slug.label("office"),
        office.c.title.label("office_title"),
        article.c.slug.label("article"),
        outlet.c.slug.label("outlet"),
        article.c.published_edtf,
        article.c.published_earliest,
        article.c.published_latest,
        quote.c.start_char,
        quote.c.end_char,
        meeting.c.slug.label("meeting"),
        agency.c.slug.label("relayed_by"),
        quote.c.utterance,
        func.coalesce(quote.c.date_edtf, meeting.c.date_edtf).label("date_edtf"),
        earliest.label("date_earliest"),
        latest.label("date_latest"),
        side_taken.c.slug.label("on_behalf_of"),
        func.coalesce(latest, earliest, *printed).label("day"),
        quote.c.id.label("id"),
        func.coalesce(quote_speaker.c.position, 0).label("part"),
    ).select_from(
        quote.join(article, article.c.id == quote.c.article_id)
        .outerjoin(quote_speaker, quote_speaker.c.quote_id == quote.c.id)
        .outerjoin(speaking, speaking.c.id == quote_speaker.c.actor_id)
        .outerjoin(office, office.c.id == quote_speaker.c.office_id)
        .outerjoin(side_taken, side_taken.c.id == quote_speaker.c.on_behalf_of_id)
        .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
        .outerjoin(agency, agency.c.id == quote.c.relayed_by_id)
        .outerjoin(meeting, meeting.c.id == quote.c.meeting_id)
    )
    return cast("Select[*Statement]", ordered(rows, undated=True))
