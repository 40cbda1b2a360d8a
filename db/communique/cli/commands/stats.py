"""``stats``: how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..door import door
from ..options import prints_rows, uses_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique import Stats

BOUNDS = {"from": " at the earliest", "to": " at the latest"}
"""Dates of articles are the outermost that their own dates allow; none of them need be so."""
NAMES = ("what", "number", "of_which")


@door("stats", examples=["communique stats", "communique stats --format json"])
@prints_rows
@uses_database
def command(format_: str) -> None:
    """Count what the database holds, by kind.

    One row per table: its rows, and how many there are of each kind. Proofs are counted by
    how they were read; articles by the days on which the first and the last can have appeared.
    """
    from communique import stats

    from ..answers import Answer, print_answer
    from ..column import Column
    from ..opening import asking
    from ..wording import spaced

    with asking() as session:
        rows = list(_rows(stats(session)))
    columns = [
        Column("What", lambda row: spaced(row["what"])),
        Column("Number", lambda row: f"{row['number']:,}"),
        Column("Of which", _of_which),
    ]
    print_answer(Answer(NAMES, rows), columns, format_)


def _rows(counted: Stats) -> Iterator[dict[str, Any]]:
    """Records of several kinds first, then the other tables."""
    first, last = counted.published
    dated = {"from": first, "to": last, "undated": counted.undated_articles}
    parts = counted.kinds | {"article": dated, "evidence": counted.evidence}
    for what in sorted(counted.tables, key=lambda table: (table not in parts, table)):
        yield {"what": what, "number": counted.tables[what], "of_which": parts.get(what, {})}


def _of_which(row: Any) -> str:
    from ..wording import spaced

    told = [
        f"{spaced(word)} {value}{BOUNDS.get(word, '')}" for word, value in row["of_which"].items()
    ]
    return ", ".join(told)
