"""What took place at a meeting, or after one, needs that meeting to have taken place."""

from __future__ import annotations

from collections.abc import Sequence

from ....dates import Certainty
from ...archive import Archive
from ...rows import date_of
from ..scope import Scope


def steps_at_meetings_held(archive: Archive, scopes: Sequence[Scope]) -> None:
    """A step cannot be done at a meeting that is planned, proposed or cancelled."""
    for scope in scopes:
        for row in scope.record.of("agreement_action") if scope.part.kind == "agreement" else ():
            meeting = row.values.get("meeting_id")
            if meeting is None or row.values["status"] != "done":
                continue
            status = archive.values("meeting", meeting[1]).get("status")
            if status not in (None, "held"):
                scope.complain(
                    ("actions", row.values["position"], "meeting"),
                    "E449",
                    f"{row.values['kind']} is done at {meeting[1]}, which is {status}",
                    "write the meeting as held, or the step as planned",
                )


def order_within_a_day(archive: Archive, scopes: Sequence[Scope]) -> None:
    """`after` orders meetings of one day: their dates must be able to be the same."""
    for scope in scopes:
        earlier = scope.record.head.values.get("after_id") if scope.part.kind == "meeting" else None
        if earlier is None:
            continue
        mine = date_of(scope.record.head.values, "date")
        theirs = date_of(archive.values("meeting", earlier[1]), "date")
        if mine and theirs and mine.overlaps(theirs) is Certainty.IMPOSSIBLE:
            scope.complain(
                ("after",),
                "E450",
                f"{earlier[1]} ({theirs.edtf}) cannot have been on the day of this ({mine.edtf})",
                "`after` orders meetings of one day: correct a date, or drop the key",
            )
