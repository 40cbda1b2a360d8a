"""From typed records to rows: slugs, excerpts to spans, defaults, rules.

Records are resolved kind by kind, so that each finds what it refers to: who and
where first, then what happened, then what was said and proven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ..archive import Archive
from ..complaints import Complaints, shown
from ..nodes import Mapping, plain
from ..rows import KINDS
from ..validation import FileRecords, Part
from .agreements import fulfil_plans, resolve_agreement
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
    for part in parts:
        if part.kind == "agreement" and part.shape is not None:
            fulfil_plans(scopes[part.kind, part.slug], part.shape)
    _speech(homes, scopes)
    for part in parts:
        if part.kind == "tension" and part.shape is not None:
            scope = Scope(part, archive, complaints, today)
            resolve_tension(scope, part.shape)
            if scope.record.rows:
                archive.records[scope.record.key] = scope.record
    check_across(archive, scopes.values())


def _speech(homes: Iterable[FileRecords], scopes: dict[tuple[str, str], Scope]) -> None:
    told = [
        (scope, article.shape, home)
        for home in homes
        if (article := home.article)
        and article.shape
        and (scope := scopes.get(("article", article.slug)))
        and scope.part is article
    ]
    for scope, shape, home in told:
        complete_article(scope, shape, home.quotes)
    for scope, _, home in told:
        add_mentions(scope, home.mentions)


def _contradict(earlier: Part[Any], part: Part[Any], complaints: Complaints) -> None:
    """One record has one file; where a second one says otherwise, both places are named."""
    if not isinstance(earlier.node, Mapping) or not isinstance(part.node, Mapping):
        return
    for key, value in part.node.entries.items():
        other = earlier.node.entries.get(key)
        if other is not None and plain(other) != plain(value):
            place = f"{earlier.home.source.name}:{other.line}:{other.column}"
            part.complain(
                complaints,
                (key,),
                "E704",
                f"`{shown(key)}` is set otherwise at {place}",
                "keep one; what a later article proves is a `mention`",
            )


def _named_once(homes: Iterable[FileRecords], complaints: Complaints) -> list[Part[Any]]:
    """All records, each slug once within its kind; a second one is refused where it stands."""
    first: dict[tuple[str, str], Part[Any]] = {}
    for home in homes:
        for part in (*([home.article] if home.article else []), *home.records):
            earlier = first.setdefault((part.kind, part.slug), part)
            if earlier is not part:
                part.complain(
                    complaints,
                    (),
                    "E503",
                    f'{part.kind} "{shown(part.slug)}" stands already at {earlier.place}',
                    "give one of them another slug, or join them",
                )
                _contradict(earlier, part, complaints)
    return sorted(first.values(), key=lambda part: KINDS.index(part.kind))
