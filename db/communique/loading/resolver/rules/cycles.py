"""No record may lead back to itself, whichever way it refers to its like."""

from __future__ import annotations

from collections.abc import Sequence

from ...archive import Archive
from ...rows import Key
from ..scope import Path, Scope

_REFERENCES = {
    "place": ("inside",),
    "topic": ("broader",),
    "meeting": ("part_of", "sidelines_of", "after", "fulfils"),
}
_ORDERED_LINKS = ("amends", "implements", "supersedes", "updates")


def no_cycles(archive: Archive, scopes: Sequence[Scope]) -> None:
    """Complain at each record from which a chain of one kind of reference returns to it."""
    for scope in scopes:
        for reference in _REFERENCES.get(scope.part.kind, ()):
            _follow(archive, scope, reference, (reference,))
        if scope.part.kind == "agreement":
            for kind in _ORDERED_LINKS:
                _follow(archive, scope, kind, ("links",))


def _follow(archive: Archive, scope: Scope, reference: str, path: Path) -> None:
    start = scope.record.key
    ways: list[list[Key]] = [[start]]
    seen = {start}
    while ways:
        way = ways.pop()
        for target in _targets(archive, way[-1], reference):
            if target == start and len(way) > 1:
                if start == min(way):  # told once, at the first of the records in it
                    chain = " -> ".join(str(key[1]) for key in [*way, start])
                    scope.complain(
                        path,
                        "E506",
                        f"{reference} goes in a circle: {chain}",
                        "remove one of these references",
                    )
                return
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])


def _targets(archive: Archive, key: Key, reference: str) -> list[Key]:
    record = archive.record(*key)
    if record is None:
        return []
    if key[0] == "agreement":
        return [
            row.values["to_agreement_id"]
            for row in record.of("agreement_link")
            if row.values["kind"] == reference
        ]
    target = record.head.values.get(f"{reference}_id")
    return [target] if target else []
