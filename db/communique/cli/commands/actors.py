"""``actors``: who acts."""

from __future__ import annotations

from typing import Any

from communique.vocabulary import ActorKind

from ..conditions import country_option, reported
from ..door import door
from ..options import known_option, lists, name_option, words_option


@door(
    "actors",
    examples=[
        "communique actors --kind person --evidence",
        "communique actors --kind body --kind organisation --format csv",
    ],
)
@words_option("kind", ActorKind, "What they are")
@country_option("country", "Of which country")
@name_option("called", "All that answer to this name, in any spelling.")
@reported
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List persons, states, bodies and whoever else acts.

    One row per actor, by slug. See all that is recorded of one with communique dossier NAME.
    """
    from communique import actors

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced

    columns = [
        field("Name", "name"),
        Column("Kind", lambda row: spaced(row["kind"])),
        field("Country", "country"),
        field("Slug", "actor"),
    ]
    print_listing(actors, columns, options, format_=format_, evidence=evidence)
