"""A post that people hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..column import field
from .parts import names, spellings, tenure_columns
from .record import Record, Section, one, proofs_of, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def describe(session: Session, slug: str) -> Record:
    """Its rank, its field, how it is written, and who held it."""
    office = one(
        session,
        "SELECT office.title, office.level, office.portfolio, actor.slug AS of_actor,"
        " office.single_holder FROM office LEFT JOIN actor ON actor.id = office.of_id"
        " WHERE office.slug = :slug",
        slug=slug,
    )
    fields = {key: value for key, value in office.items() if key != "title"}
    fields["single_holder"] = bool(office["single_holder"])
    holders = rows(
        session,
        "SELECT actor, actor_name, since_edtf, until_edtf, acting FROM office_holding"
        " WHERE office = :slug"
        " ORDER BY actor, since_edtf IS NULL, since_edtf",
        slug=slug,
    )
    sections = [
        names(session, "office", slug),
        spellings(session, "office", slug),
        Section(
            "tenures", "Held by", [field("Who", "actor_name"), *tenure_columns(),
            field("Slug", "actor")], holders,
        ),
    ]  # fmt: skip
    return Record(
        "office", slug, office["title"], fields, sections, proofs_of(session, "office", slug)
    )
