"""``show``: one record."""

from __future__ import annotations

import click

from ..door import door
from ..options import lists


@door(
    "show",
    examples=[
        "communique show suleyman-soylu",
        "communique show agreement/2021-10-iran-turkey-security-mou --evidence",
    ],
)
@click.argument("slug")
@lists
def command(slug: str, format_: str, evidence: bool) -> None:
    """Show one record: its names, facts and evidence.

    SLUG is the name of an actor, office, place, topic, article, meeting, agreement or
    incident. Where two kinds share a slug, write kind/slug.
    """
    from communique.errors import UsageError

    from ..opening import asking
    from ..show import find
    from ..show.printing import print_page, print_value

    if format_ == "csv":
        raise UsageError("A record is more than one table.", hint="use --format json")
    with asking() as session:
        record = find(session, slug)
    if format_ == "table":
        print_page(record, evidence=evidence)
    else:
        print_value(record, evidence=evidence, indent=2 if format_ == "json" else None)
