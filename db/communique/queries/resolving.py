"""From a name in any spelling to the one slug that it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ..errors import AmbiguousName, UsageError
from ..names import fold, nearest
from .naming import answering
from .tables import actor, office, place
from .written import spelled_like

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.orm import Session


def resolve_actor(session: Session, text: str) -> str:
    """The slug of the actor that answers to a slug or spelling.

    AmbiguousName lists the slugs when several do; UsageError says which spellings are
    nearest when none does.
    """
    return _resolved(session, actor, "actor_id", text)


def resolve_office(session: Session, text: str) -> str:
    """The slug of the office that answers to a slug or title; errors as for an actor."""
    return _resolved(session, office, "office_id", text)


def resolve_place(session: Session, text: str) -> str:
    """The slug of the place that answers to a slug or name; errors as for an actor."""
    return _resolved(session, place, "place_id", text)


def _resolved(session: Session, table: Table, key: str, text: str) -> str:
    answers = answering(table.name, text)
    found = select(table.c.slug).where(table.c.id.in_(answers)).order_by(table.c.slug)
    slugs = list(session.scalars(found))
    if len(slugs) > 1:
        raise AmbiguousName(text, slugs)
    if not slugs:
        # An office's title need not be printed anywhere; its words are its slug's.
        worded = select(table.c.slug).where(table.c.slug == fold(text).replace(" ", "-"))
        slugs = list(session.scalars(worded))
    if not slugs:
        raise _unknown(session, table, key, text)
    return str(slugs[0])


def _unknown(session: Session, table: Table, key: str, text: str) -> UsageError:
    alike = spelled_like(session, table, key, text)
    meant = ", ".join(f'"{each}"' for each in nearest(text, alike))
    cure = f"did you mean {meant}?" if meant else "give a slug or a name as it is written"
    return UsageError(f'No {table.name} answers to "{text}".', hint=cure)
