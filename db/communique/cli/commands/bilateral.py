"""``bilateral``: what two have to do with each other."""

from __future__ import annotations

from typing import Any

import click

from ..door import door
from ..options import date_option, known_option, lists


@door(
    "bilateral",
    examples=[
        "communique bilateral iran turkey",
        "communique bilateral soylu vahidi --on 2021-12-31 --evidence",
    ],
)
@click.argument("a", metavar="NAME")
@click.argument("b", metavar="NAME")
@date_option("on", "As it was by the end of this date.")
@known_option
@lists
def command(a: str, b: str, format_: str, evidence: bool, **limits: Any) -> None:
    """Tell what two have to do with each other.

    Each NAME is a slug, or a name in any spelling. Meetings of both, who met there for
    either, agreements that bind both, open plans, and all of it by date.
    """
    from sqlalchemy import select

    from communique import bilateral
    from communique.models import Actor

    from .. import composed
    from ..opening import asking
    from ..pages import part, print_parts

    with asking() as session:
        found = bilateral(session, a, b, **limits)
        both = select(Actor.slug, Actor.name).where(Actor.slug.in_([found.a, found.b]))
        names = {row.slug: row.name for row in session.execute(both)}
    shown: list[tuple[str, str, Any, Any]] = [
        ("meetings", "Meetings", composed.MEETINGS, found.meetings),
        ("encounters", "Who met", composed.ENCOUNTERS, found.encounters),
        ("agreements", "Agreements", composed.AGREEMENTS, found.agreements),
        ("plans", "Open plans", composed.PLANS, found.plans),
        ("timeline", "Timeline", composed.TIMELINE, found.timeline),
    ]
    parts = [part(*each, evidence=evidence) for each in shown]
    title = f"{names[found.a]} and {names[found.b]}"
    fields = {"a": found.a, "b": found.b} if format_ != "table" else {}
    print_parts(title, f"{found.a}, {found.b}", fields, parts, format_)
