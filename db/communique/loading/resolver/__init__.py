"""From typed records to rows: slugs, excerpts to spans, defaults, rules.

Records are resolved kind by kind, so that each finds what it refers to: who and
where first, then what happened, then what was said and proven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ..archive import Archive
from ..complaints import Complaints
from ..rows import KINDS
from ..validation import FileRecords, Part
from .agreements import resolve_agreement
from .articles import complete_article, resolve_article
from .events import resolve_incident, resolve_meeting
from .mentions import add_mentions, resolve_tension
from .registries import resolve_actor, resolve_office, resolve_place, resolve_topic
from .rules import check_across
from .scope import Scope

_RESOLVERS: dict[str, Callable[[Scope, Any], None]] = {
    "article": resolve_article,
    "topic": resolve_topic,
    "place": resolve_place,
    "actor": resolve_actor,
    "office": resolve_office,
    "meeting": resolve_meeting,
    "agreement": resolve_agreement,
    "incident": resolve_incident,
}


def resolve(
    homes: Iterable[FileRecords], archive: Archive, complaints: Complaints, today: date
) -> None:
    """Fill the archive with the records of the files; what is wrong goes to the complaints."""
    homes = list(homes)
    parts = _named_once(homes, complaints)
    archive.refused |= {(part.kind, part.slug) for part in parts}
    scopes: dict[tuple[str, str], Scope] = {}
    for kind in _RESOLVERS:
        for part in parts:
            if part.kind != kind or part.shape is None:
                continue
            scope = Scope(part, archive, complaints, today)
            _RESOLVERS[kind](scope, part.shape)
            archive.records[scope.record.key] = scope.record
            archive.refused.discard(scope.record.key)
            scopes[scope.record.key] = scope
    _speech(homes, scopes)
    for part in parts:
        if part.kind == "tension" and part.shape is not None:
            scope = Scope(part, archive, complaints, today)
            resolve_tension(scope, part.shape)
            if scope.record.rows:
                archive.records[scope.record.key] = scope.record
    check_across(archive, scopes.values())


def _speech(homes: Iterable[FileRecords], scopes: dict[tuple[str, str], Scope]) -> None:
    told = [home for home in homes if home.article and ("article", home.article.slug) in scopes]
    for home in told:
        if home.article and home.article.shape:
            scope = scopes["article", home.article.slug]
            complete_article(scope, home.article.shape, home.quotes)
    for home in told:
        if home.article:
            add_mentions(scopes["article", home.article.slug], home.mentions)


def _named_once(homes: Iterable[FileRecords], complaints: Complaints) -> list[Part[Any]]:
    """All records, each slug once within its kind; a second one is refused where it stands."""
    first: dict[tuple[str, str], Part[Any]] = {}
    for home in homes:
        for part in (*([home.article] if home.article else []), *home.records):
            earlier = first.setdefault((part.kind, part.slug), part)
            if earlier is not part:
                place = f"{earlier.home.source.name}:{earlier.node.line}"
                part.complain(
                    complaints,
                    (),
                    "E503",
                    f'{part.kind} "{part.slug}" stands already at {place}',
                    "give one of them another slug, or join them",
                )
    return sorted(first.values(), key=lambda part: KINDS.index(part.kind))
