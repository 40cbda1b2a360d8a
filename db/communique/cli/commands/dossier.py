"""``dossier``: all of one actor."""

from __future__ import annotations

from typing import Any

import click

from ..door import door
from ..options import date_option, known_option, lists


@door(
    "dossier",
    examples=[
        "communique dossier soylu",
        "communique dossier 'Mevlüt Çavuşoğlu' --known-on 2021-11-15 --evidence --format json",
    ],
)
@click.argument("actor", metavar="NAME")
@date_option("on", "As it was by the end of this date, and the offices held on it.")
@known_option
@lists
def command(actor: str, format_: str, evidence: bool, **limits: Any) -> None:
    """Tell all that is recorded of one actor.

    NAME is a slug, or a name in any spelling. Offices, meetings, signatures, agreements,
    words, incidents, and whom it met; --evidence prints under each what it rests on.
    """
    from communique import dossier

    from .. import composed
    from ..opening import asking
    from ..pages import part, plain_part, print_parts
    from ..pairs import columns

    with asking() as session:
        found = dossier(session, actor, **limits)
    own = found.actor
    fields = {
        "actor": own.actor, "name": own.name, "kind": own.kind, "country": own.country,
        "description": own.description, "wikidata": own.wikidata,
    }  # fmt: skip
    shown: list[tuple[str, str, Any, Any]] = [
        ("spellings", "Spellings", composed.SPELLINGS, found.spellings),
        ("offices", "Offices", composed.OFFICES, found.offices),
        ("attendances", "Took part or was represented", composed.ATTENDANCES, found.attendances),
        ("signatures", "Signatures", composed.SIGNATURES, found.signatures),
        ("agreements", "Party to", composed.AGREEMENTS, found.agreements),
        ("quotes", "Words", composed.QUOTES, found.quotes),
        ("incidents", "Incidents", composed.INCIDENTS, found.incidents),
    ]
    parts = [part(*each, evidence=evidence) for each in shown]
    pairs = [each._asdict() for each in found.counterparts]
    parts.append(plain_part("counterparts", "Met", columns("Meetings"), pairs))
    print_parts(own.name, own.actor, fields, parts, format_)
