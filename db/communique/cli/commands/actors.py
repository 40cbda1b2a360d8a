"""``actors``: who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.vocabulary import ActorKind

from ..conditions import reported
from ..door import door
from ..options import known_option, lists, name_option, words_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from communique import PartialDate

    from ..answers import Row
    from ..listing import Proven


@door(
    "actors",
    examples=[
        "communique actors --kind person --evidence",
        "communique actors --kind body --kind organisation --format csv",
    ],
)
@words_option("kind", ActorKind, "What they are")
@name_option("country", "Of which country: an ISO 3166 code, such as TR.")
@name_option("called", "All that answer to this name, in any spelling.")
@known_option
@reported
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
    print_listing(
        actors, columns, options, format_=format_, evidence=evidence, prove=_by_their_names
    )


def _by_their_names(session: Session, rows: Sequence[Row], known_on: PartialDate | None) -> Proven:
    """An actor is proven by where one of its names is printed."""
    from collections import defaultdict

    from sqlalchemy import select

    from communique import evidence_for
    from communique.models import Name

    wanted = {row["id"] for row in rows}
    found = session.execute(select(Name.id, Name.actor_id).where(Name.actor_id.is_not(None)))
    names = {name: actor for name, actor in found if actor is not None and actor in wanted}
    held: dict[int, list[Row]] = defaultdict(list)
    for name, proofs in evidence_for(session, "name", names, known_on=known_on).items():
        held[names[name]] += [proof._asdict() for proof in proofs]
    claims: list[Row] = [
        {"claim": f"{row['name']} is written of", "capacity": None} for row in rows
    ]
    return [held[row["id"]] for row in rows], claims
