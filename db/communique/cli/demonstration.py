"""The first answer, told in full: each signature with everything that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from rich.padding import Padding
from rich.text import Text
from sqlalchemy import select

from communique import connect
from communique.models import Place
from communique.queries import evidence_for

from .proofs import lines
from .safe import one_line
from .tables import listed, show
from .wording import counted, when

if TYPE_CHECKING:
    from rich.console import RenderableType
    from sqlalchemy import URL, Select

DEFAULT = "sqlite:///communique-demo.db"
ASK_NEXT = (
    "holders --level minister --portfolio interior --of iran --on 2021-10-20",
    "agreements --status planned --on 2021-11-15 --evidence",
    "quotes --by soylu",
)


def print_signatures(url: str | URL, statement: Select[*tuple[Any, ...]]) -> None:
    """Print each signature as a paragraph: who, as what, for whom, what, when, where, and why."""
    parts: list[RenderableType] = []
    with connect(url) as session:
        rows = session.execute(statement).mappings().all()
        found = session.execute(select(Place.slug, Place.name))
        places = {place.slug: place.name for place in found}
        proofs = evidence_for(session, "signature", [row["id"] for row in rows])
    told_already: set[tuple[object, ...]] = set()
    for row in rows:
        parts.append(Text(one_line(f"{row['signer_name']}, {row['office_title']}"), style="bold"))
        told = {
            "for": row["party_name"],
            "signed": row["agreement_title"],
            "on": when(row["signed_edtf"]),
            "in": places.get(row["place"]),
        }
        parts += [
            Text(f"  {name:<7}{one_line(str(value))}") for name, value in told.items() if value
        ]
        own = {(*proof[2:4], proof.article, proof.note): proof for proof in proofs[row["id"]]}
        new = [own[span] for span in own if span not in told_already]
        told_already |= own.keys()
        # Where the file stands, and in which run it was loaded, is for later questions.
        told_by = lines(proof._asdict() | {"source_file": None} for proof in new or own.values())
        if 0 < len(new) < len(own):
            told_by.append(f"and {counted(len(own) - len(new), 'excerpt')} told above")
        parts.append(Padding(listed(told_by), (0, 0, 1, 2)))
    show(*parts)
    click.echo()


def suggestions(url: str) -> str:
    """What to ask next, ready to be copied; a URL with a password is not repeated."""
    from communique.databases import url_of

    address = url_of(url)
    lines = [f"  communique {words}" for words in ASK_NEXT]
    if address.password is None:
        lines.insert(0, f"  export COMMUNIQUE_DATABASE={address}")
    return "\n".join(["Ask next:", *lines])
