"""Topics, places, actors and offices as files tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .dossier import Dossier, Told, kept
from .proofs import name, names, proofs

if TYPE_CHECKING:
    from communique.loading.rows import Row


def topic(dossier: Dossier) -> Told:
    """A subject."""
    return kept(label=dossier.head["label"], broader=dossier.slug(dossier.head["broader_id"]))


def place(dossier: Dossier) -> Told:
    """A place with its names."""
    head = dossier.head
    return kept(
        name=_main(dossier),
        kind=head["kind"],
        country=head["country"],
        inside=dossier.slug(head["inside_id"]),
        names=names(dossier, first=1),
    )


def actor(dossier: Dossier) -> Told:
    """An actor with all spellings and tenures."""
    head = dossier.head
    return kept(
        kind=head["kind"],
        name=_main(dossier),
        country=head["country"],
        description=head["description"],
        wikidata=head["wikidata"],
        names=names(dossier, first=1),
        tenures=[_tenure(dossier, row) for row in dossier.parts("tenure")],
    )


def office(dossier: Dossier) -> Told:
    """An office with its names as printed."""
    head = dossier.head
    return kept(
        title=head["title"],
        level=head["level"],
        portfolio=head["portfolio"],
        of=dossier.slug(head["of_id"]),
        single_holder=bool(head["single_holder"]),
        names=names(dossier),
    )


def _main(dossier: Dossier) -> Told:
    """The canonical name is the first; it says of what kind it is by where it stands."""
    rows = dossier.parts("name")
    told = name(dossier, rows[0]) if rows else {"text": dossier.head["name"]}
    return {key: value for key, value in told.items() if key != "kind"}


def _tenure(dossier: Dossier, row: Row) -> Told:
    return kept(
        office=dossier.slug(row.values["office_id"]),
        since=row.values["since_edtf"],
        until=row.values["until_edtf"],
        acting=bool(row.values["acting"]) or None,
        evidence=proofs(dossier, row.key),
    )
