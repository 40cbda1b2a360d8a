"""The record that a slug names, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select, union_all

from communique.errors import AmbiguousName, UsageError
from communique.models import Actor, Agreement, Article, Incident, Meeting, Office, Place, Topic
from communique.names import fold, nearest
from communique.queries.written import like

from . import actors, agreements, articles, incidents, meetings, offices, places, topics

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Subquery
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
    """The record that ``slug``, ``kind/slug``, or exactly one record's name names.

    Raises UsageError with the nearest slugs when there is none, AmbiguousName when records
    of several kinds share the slug or the name.
    """
    kind, _, slug = reference.rpartition("/")
    if kind and kind not in MODELS:
        raise UsageError(
            f'There is no kind of record called "{kind}".',
            hint=f"the kinds are {', '.join(MODELS)}",
        )
    if not kind and not _existing(session, list(MODELS), slug):
        kind, slug = _named(session, reference)
    found = _kinds(session, [kind] if kind else list(MODELS), slug, f'record called "{reference}"')
    if len(found) > 1:
        raise AmbiguousName(reference, [f"{each}/{slug}" for each in found])
    return DESCRIBE[found[0]](session, slug)


def require(session: Session, kind: str, slug: str) -> None:
    """Raise UsageError with the nearest slugs unless a record of this kind has this one.

    Without a kind, a record of any will do.
    """
    _kinds(session, [kind] if kind else list(MODELS), slug, f'{kind or "record"} called "{slug}"')


def _named(session: Session, name: str) -> tuple[str, str]:
    """The kind and slug of the one record that is written so; the name itself where none is."""
    from communique.queries import find as find_by_name

    exact = [each for each in find_by_name(session, name) if each.how == "exact"]
    if len(exact) > 1:
        raise AmbiguousName(name, [f"{each.kind}/{each.slug}" for each in exact])
    return (exact[0].kind, exact[0].slug) if exact else ("", name)


def _existing(session: Session, kinds: list[str], slug: str) -> Sequence[str]:
    named = _slugs(kinds)
    return session.execute(select(named.c.kind).where(named.c.slug == slug)).scalars().all()


def _slugs(kinds: list[str]) -> Subquery:
    return union_all(
        *(select(literal(each).label("kind"), MODELS[each].slug.label("slug")) for each in kinds)
    ).subquery()


def _kinds(session: Session, kinds: list[str], slug: str, told: str) -> Sequence[str]:
    found = _existing(session, kinds, slug)
    if not found:
        slugs = _slugs(kinds).c.slug
        alike = session.scalars(select(slugs).where(like(slugs, fold(slug)))).all()
        near = nearest(slug, alike)
        cure = f"did you mean {', '.join(near)}?" if near else None
        raise UsageError(f"There is no {told}.", hint=cure)
    return found
