"""Columns of the parts of composed answers, each kind of row the same on every page."""

from __future__ import annotations

from .column import Column, field
from .wording import happening, spaced, when

DATE = Column("Date", lambda row: when(row["date_edtf"]))

SPELLINGS = [
    field("Written", "spelling"),
    Column("Kind", lambda row: spaced(row["kind"])),
    field("Article", "article"),
]
OFFICES = [
    field("Office", "office_title"),
    Column("Since", lambda row: when(row["since_edtf"]) or "unknown"),
    Column("Until", lambda row: when(row["until_edtf"]) or "unknown"),
]
ATTENDANCES = [
    DATE,
    field("Who", "actor_name"),
    Column("As", lambda row: spaced(row["role"])),
    field("Meeting", "meeting_title"),
    Column("Kind", lambda row: spaced(f"{row['meeting_status']} {row['meeting_kind']}")),
]
SIGNATURES = [
    Column("Date", lambda row: when(row["signed_edtf"]) or "unknown"),
    field("Signed by", "signer_name"),
    field("For", "party_name"),
    field("Agreement", "agreement_title"),
]
AGREEMENTS = [
    field("Agreement", "title"),
    Column("Kind", lambda row: spaced(row["kind"])),
    Column("Status", lambda row: spaced(row["status"])),
    Column("Since", lambda row: when(row["status_edtf"])),
]
QUOTES = [
    field("Words", "text"),
    Column("Mode", lambda row: spaced(row["mode"])),
    Column("Where", lambda row: f"{row['quote']} [{row['start_char']}:{row['end_char']}]"),
]
INCIDENTS = [
    DATE,
    Column("Kind", lambda row: spaced(row["incident_kind"])),
    field("Incident", "incident_title"),
]
MEETINGS = [
    DATE,
    field("Meeting", "meeting_title"),
    Column("Kind", lambda row: spaced(f"{row['meeting_status']} {row['meeting_kind']}")),
    field("Place", "place_name"),
]
ENCOUNTERS = [DATE, field("Who", "a_name"), field("With", "b_name"), field("At", "meeting_title")]
PLANS = [
    Column("Planned for", lambda row: when(row["date_edtf"])),
    Column("Step", lambda row: spaced(row["step"])),
    field("Of what", "title"),
]
TIMELINE = [DATE, Column("Step", happening), field("What", "title")]
