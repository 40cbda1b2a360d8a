"""``plans``: what was planned, and what became of it."""

from __future__ import annotations

from typing import Any

from ..conditions import placed, reported
from ..door import door
from ..options import date_option, known_option, lists, name_option, period


@door(
    "plans",
    examples=[
        "communique plans --overdue-on 2021-12-31",
        "communique plans --reported-on 2021-11-15 --open-on 2021-12-31 --evidence",
    ],
)
@date_option("overdue-on", "Its last possible day was over by this date, without an outcome.")
@date_option("open-on", "No outcome of it is recorded by the end of this date.")
@date_option("reported-on", "An article of this date tells of it.")
@name_option("actor", "Who is involved: a slug, or a name in any spelling.")
@placed
@period
@reported
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List planned meetings and steps, and what came of them.

    The latest planned for comes first. A plan has an outcome when a later record says that
    it fulfils the plan.
    """
    from communique import plans

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced, when

    columns = [
        Column("Planned for", lambda row: when(row["date_edtf"])),
        Column("Step", lambda row: spaced(row["step"])),
        field("Of what", "title"),
        field("Slug", "record"),
        Column("Outcome", lambda row: row["fulfilled_by"] or "none"),
    ]
    print_listing(plans, columns, options, format_=format_, evidence=evidence)
