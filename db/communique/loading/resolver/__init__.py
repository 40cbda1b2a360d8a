"""From typed records to rows: slugs, excerpts to spans, defaults, rules.

Records are resolved kind by kind, so that each finds what it refers to: who and
where first, then what happened, then what was said and proven.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any

from ..archive import Archive
from ..complaints import Complaints, shown
from ..nodes import Mapping, plain
from ..rows import KINDS, Record
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
_TURN = {kind: turn for turn, kind in enumerate((*_RESOLVERS, "tension"))}


def resolve(
    homes: Sequence[FileRecords],
    archive: Archive,
    complaints: Complaints,
    today: date,
    kinds: Collection[str] = KINDS,
) -> list[Record]:
    """Fill the archive with records of these kinds; what is wrong goes to the complaints.

    Answers with the records, those that are refused left out.
    """
    parts = [part for part in _named_once(homes, archive, complaints) if part.kind in kinds]
    archive.refused |= {(part.kind, part.slug) for part in parts}
    scopes: dict[tuple[str, str], Scope] = {}
    for part in parts:
        if part.kind != "tension" and part.shape is not None:
            scope = resolved(part, archive, complaints, today)
            archive.records[scope.record.key] = scope.record
            archive.refused.discard(scope.record.key)
            scopes[scope.record.key] = scope
    for part in parts:
        if part.kind == "agreement" and part.shape is not None:
            fulfil_plans(scopes[part.kind, part.slug], part.shape)
    _speech(homes, scopes)
    found = [scope.record for scope in scopes.values()]
    for part in parts:
        if part.kind == "tension" and part.shape is not None:
            scope = Scope(part, archive, complaints, today)
            resolve_tension(scope, part.shape)
            if scope.record.rows:
                archive.records[scope.record.key] = scope.record
                found.append(scope.record)
    check_across(archive, scopes.values())
    return found


def resolved(part: Part[Any], archive: Archive, complaints: Complaints, today: date) -> Scope:
    """One record alone: what refers to its like, and what is said in an article, is left open."""
    scope = Scope(part, archive, complaints, today)
    _RESOLVERS[part.kind](scope, part.shape)
    return scope


def with_speech(scope: Scope, home: FileRecords) -> Record:
    """An article's record with its quotes, and with what it proves elsewhere."""
    _speech([home], {scope.record.key: scope})
    return scope.record


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


def _contradict(earlier: Mapping, place: str, part: Part[Any], complaints: Complaints) -> None:
    """One record has one file; where a second one says otherwise, both places are named."""
    mine = part.node
    for key, value in mine.entries.items() if isinstance(mine, Mapping) else ():
        other = earlier.entries.get(key)
        if other is not None and plain(other) != plain(value):
            part.complain(
                complaints,
                (key,),
                "E704",
                f"`{shown(key)}` is set otherwise at {place}:{other.line}:{other.column}",
                "keep one; what a later article proves is a `mention`",
            )


def _named_once(
    homes: Iterable[FileRecords], archive: Archive, complaints: Complaints
) -> list[Part[Any]]:
    """All records, each slug once within its kind; a second one is refused where it stands."""
    survey = archive.survey
    found: list[Part[Any]] = []
    for home in homes:
        for part in (*([home.article] if home.article else []), *home.records):
            first = survey.home((part.kind, part.slug))
            if first == home.root.number:
                found.append(part)
                continue
            source, root = survey.held(first)
            path = survey.path_of((part.kind, part.slug))
            part.complain(
                complaints,
                (),
                "E503",
                f'{part.kind} "{shown(part.slug)}" stands already at'
                f" {source.name}:{root.line_of(path)}",
                "give one of them another slug, or join them",
            )
            if isinstance(earlier := root.node(path), Mapping):
                _contradict(earlier, source.name, part, complaints)
    return sorted(found, key=lambda part: _TURN[part.kind])
