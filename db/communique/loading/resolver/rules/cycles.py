"""No record may lead back to itself, whichever way it refers to its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...archive import Archive
from ...complaints import listed
from ...rows import Key
from ..scope import Path, Scope

_REFERENCES = {
    "place": ("inside",),
    "topic": ("broader",),
    "meeting": ("part_of", "sidelines_of", "after", "fulfils"),
    "agreement": ("amends", "implements", "supersedes", "updates"),
}


def no_cycles(archive: Archive, scopes: Sequence[Scope]) -> None:
    """Complain once about each circle of references of one kind."""
    for kind, references in _REFERENCES.items():
        ours = {scope.record.key: scope for scope in scopes if scope.part.kind == kind}
        for reference in references:
            starts = (key for key, scope in ours.items() if _leads_on(scope, reference))
            for circle in _circles(archive, starts, reference):
                # A circle that was whole in the database before is no fault of these files.
                told = min((key for key in circle if archive.is_of_run(key)), default=None)
                if told not in ours:  # it is told with the records of another window
                    continue
                path: Path = ("links",) if kind == "agreement" else (reference,)
                first = circle.index(told)
                whole = [*circle[first:], *circle[: first + 1]]
                ours[told].complain(
                    path,
                    "E506",
                    f"{reference} goes in a circle: {listed((key[1] for key in whole), ' -> ')}",
                    "remove one of these references",
                )


def _leads_on(scope: Scope, reference: str) -> bool:
    """Whether a record refers to its like at all; most do not."""
    record = scope.record
    if record.kind == "agreement":
        return next(record.of("agreement_link"), None) is not None
    return record.head.values.get(f"{reference}_id") is not None


def _circles(archive: Archive, starts: Iterable[Key], reference: str) -> Iterator[list[Key]]:
    """Each way that returns to where it has been; every record is looked at once."""
    done: set[Key] = set()
    for start in starts:
        way: dict[Key, Iterator[Key]] = {}
        here: Key | None = start
        while here is not None:
            if here not in way and here not in done:
                way[here] = iter(_targets(archive, here, reference))
            elif here in way:
                keys = list(way)
                yield keys[keys.index(here) :]
            here = None
            while way and here is None:
                last = next(reversed(way))
                here = next(way[last], None)
                if here is None:
                    way.pop(last)
                    done.add(last)


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
