"""``compare``: one meeting in several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..door import door
from ..options import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique import Claim

    from ..answers import Row
    from ..pages import Part


@door(
    "compare",
    examples=[
        "communique compare 2021-11-15-amir-abdollahian-cavusoglu-talks",
        "communique compare 2021-10-vahidi-soylu-tehran --evidence --format json",
    ],
)
@click.argument("meeting", metavar="SLUG")
@lists
def command(meeting: str, format_: str, evidence: bool) -> None:
    """Tell what each article reports of a meeting.

    What several report, what only one does, and where two statements pull apart.
    """
    from communique import compare

    from ..column import field
    from ..meaning import meant
    from ..opening import asking
    from ..pages import plain_part, print_parts, with_names

    columns = [
        field("How they differ", "note"), field("One", "first"), field("The other", "second"),
    ]  # fmt: skip
    with asking() as session:
        found = compare(session, meant(session, "meeting", meeting))
        parts = [_part("shared", "Reported by several", found.shared, evidence=evidence)]
        for article, claims in found.only.items():
            parts.append(_part("only", f"Only in {article}", claims, evidence=evidence))
        pulls = [each._asdict() for each in found.tensions]
        parts.append(plain_part("tensions", "In tension", columns, pulls))
        if format_ == "table":
            parts = with_names(session, parts)
    own = found.meeting
    fields = {
        "meeting": own.meeting, "meeting_title": own.meeting_title, "kind": own.meeting_kind,
        "status": own.meeting_status, "date_edtf": own.date_edtf, "articles": found.articles,
    }  # fmt: skip
    print_parts(own.meeting_title, own.meeting, fields, parts, format_)


def _part(key: str, title: str, claims: Sequence[Claim], *, evidence: bool) -> Part:
    from ..answers import Answer
    from ..column import Column, field
    from ..pages import Part
    from ..proofs import fact_of

    rows: list[dict[str, Any]] = [
        {
            "fact": each.fact,
            "claim": each.text,
            "capacity": each.capacity,
            "articles": list(each.articles),
        }
        for each in claims
    ]
    columns = [Column("Fact", fact_of), Column("What", _claimed), field("As", "capacity_name")]
    proofs = [[proof._asdict() for proof in each.proofs] for each in claims] if evidence else None
    names = ("fact", "claim", "capacity", "articles")
    return Part(key, title, columns, Answer(names, rows, proofs))


def _claimed(row: Row) -> str:
    """What is claimed, a date in words."""
    from ..wording import when

    field, _, value = row["claim"].partition(": ")
    return f"date: {when(value)}" if (row["fact"], field) == ("meeting", "date") else row["claim"]
