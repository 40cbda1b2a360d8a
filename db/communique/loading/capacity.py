"""Offices as held at the time: who can have acted in which office on a date.

A tenure is *excluded* only when the dates leave no way; what is merely
possible passes, because honest dates are often wide.
"""

from __future__ import annotations

from ..dates import PartialDate
from ..dates.tenure import may_be_held
from .archive import Archive, TenureFacts
from .complaints import listed, shown


def possible(archive: Archive, actor: str, on: PartialDate | None) -> list[TenureFacts]:
    """The tenures of somebody that are not excluded on a date; all of them without a date."""
    return [
        tenure
        for tenure in archive.tenures(actor)
        if on is None or may_be_held(tenure.since, tenure.until, on)
    ]


def problem(archive: Archive, actor: str, office: str, on: PartialDate | None) -> str | None:
    """Why somebody cannot have acted in an office on a date, or None when they can have."""
    every = archive.tenures(actor)
    for tenure in every:
        if tenure.office == office and (on is None or may_be_held(tenure.since, tenure.until, on)):
            return None
    tenures = [tenure for tenure in every if tenure.office == office]
    name = shown(archive.values("actor", actor).get("name", actor))
    title = shown(archive.values("office", office).get("title", office))
    if on is None or not tenures:
        return f"{name} is not recorded as ever holding the office {title}"
    terms = listed(_term(tenure) for tenure in tenures)
    return f"{name} cannot have been {title} on {on.edtf}: held it {terms}"


def _term(tenure: TenureFacts) -> str:
    since = f"since {tenure.since.edtf}" if tenure.since else "since an unknown day"
    return f"{since} until {tenure.until.edtf}" if tenure.until else since
