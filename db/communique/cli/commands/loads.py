"""``loads``: the runs of the loader."""

from __future__ import annotations

from ..door import door
from ..options import prints_rows, uses_database

NAMES = (
    "id", "started", "finished", "source", "digest", "added", "changed", "removed", "unchanged",
    "version",
)  # fmt: skip


@door("loads", examples=["communique loads", "communique loads --format json"])
@prints_rows
@uses_database
def command(format_: str) -> None:
    """List the runs of the loader.

    The latest comes first. A run has a row here only when it was finished and kept.
    """
    from sqlalchemy import select

    from communique.models import LoadRun

    from ..answers import Answer, print_answer
    from ..column import Column, field
    from ..opening import asking

    columns = [
        Column("Started (UTC)", lambda row: str(row["started"])[:19].replace("T", " ")),
        field("Added", "added"),
        field("Changed", "changed"),
        field("Removed", "removed"),
        field("Same", "unchanged"),
        field("Source", "source"),
    ]
    with asking() as session:
        wanted = select(*(getattr(LoadRun, name) for name in NAMES)).order_by(LoadRun.id.desc())
        rows = session.execute(wanted).mappings().all()
    print_answer(Answer(NAMES, rows), columns, format_)
