"""A city, country, region or venue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import Column, field
from ..wording import happening, when
from .parts import names, spellings
from .record import Record, Section, one, proofs_of, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def describe(session: Session, slug: str) -> Record:
    """How it is written, where it lies, and what happened there."""
    place = one(
        session,
        "SELECT place.name, place.kind, place.country, whole.slug AS inside FROM place"
        " LEFT JOIN place AS whole ON whole.id = place.inside_id WHERE place.slug = :slug",
        slug=slug,
    )
    fields = {key: place[key] for key in ("kind", "country", "inside")}
    events = rows(
        session,
        "SELECT record_kind, record, title, status, step, date_edtf FROM timeline"
        " WHERE place = :slug AND date_edtf IS NOT NULL"
        " ORDER BY coalesce(date_latest, date_earliest) DESC, record",
        slug=slug,
    )
    sections = [
        names(session, "place", slug),
        spellings(session, "place", slug),
        Section("events", "Here", event_columns(), events),
    ]
    return Record("place", slug, place["name"], fields, sections, proofs_of(session, "place", slug))


def event_columns() -> list[Column]:
    """What happened, when."""
    return [
        Column("Date", lambda row: when(row["date_edtf"])),
        Column("Step", happening),
        field("What", "title"),
        field("Slug", "record"),
    ]
