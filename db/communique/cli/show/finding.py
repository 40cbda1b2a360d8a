"""The record that a slug names, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select, union_all

from communique.errors import AmbiguousName, UsageError
from communique.models import Actor, Agreement, Article, Incident, Meeting, Office, Place, Topic
from communique.names import nearest

from . import actors, agreements, articles, incidents, meetings, offices, places, topics

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from .record import Record

MODELS: dict[str, Any] = {
    "actor": Actor,
    "office": Office,
    "meeting": Meeting,
    "agreement": Agreement,
    "article": Article,
    "incident": Incident,
    "place": Place,
    "topic": Topic,
}
DESCRIBE: dict[str, Callable[[Session, str], Record]] = {
    "actor": actors.describe,
    "office": offices.describe,
    "meeting": meetings.describe,
    "agreement": agreements.describe,
    "article": articles.describe,
    "incident": incidents.describe,
    "place": places.describe,
    "topic": topics.describe,
}


def find(session: Session, reference: str) -> Record:
    """The record that ``slug`` or ``kind/slug`` names.

    Raises UsageError with the nearest slugs when there is none, AmbiguousName when records
    of several kinds share the slug.
    """
    kind, _, slug = reference.rpartition("/")
    if kind and kind not in MODELS:
        raise UsageError(
            f'There is no kind of record called "{kind}".',
            hint=f"the kinds are {', '.join(MODELS)}",
        )
    kinds = [kind] if kind else list(MODELS)
    named = union_all(
        *(select(literal(each).label("kind"), MODELS[each].slug.label("slug")) for each in kinds)
    ).subquery()
    found = session.execute(select(named.c.kind).where(named.c.slug == slug)).scalars().all()
    if len(found) > 1:
        raise AmbiguousName(reference, [f"{each}/{slug}" for each in found])
    if not found:
        near = nearest(slug, session.execute(select(named.c.slug)).scalars().all())
        cure = f"did you mean {', '.join(near)}?" if near else None
        raise UsageError(f'There is no record called "{reference}".', hint=cure)
    return DESCRIBE[found[0]](session, slug)
