"""Rules across records: what no single record can see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...dates import PartialDate
from ..archive import Archive
from ..rows import Row, date_of
from .scope import Scope


def check_across(archive: Archive, scopes: Iterable[Scope]) -> None:
    """Complain where records contradict one another."""
    scopes = list(scopes)
    _spellings(scopes)
    _holders(archive, scopes)


def _spellings(scopes: Iterable[Scope]) -> None:
    """One spelling claimed by two actors: both load, never merged by name."""
    claims: dict[str, list[tuple[Scope, Row]]] = defaultdict(list)
    for scope in scopes:
        if scope.part.kind == "actor":
            for row in scope.record.of("name"):
                claims[row.values["folded"]].append((scope, row))
    for claimed in claims.values():
        slugs = sorted({scope.part.slug for scope, _ in claimed})
        if len(slugs) > 1:
            scope, row = max(
                claimed, key=lambda each: (each[0].part.home.source.name, each[0].part.node.line)
            )
            scope.complain(
                (),
                "W509",
                f'"{row.values["text"]}" is a name of ' + " and ".join(slugs),
                "both load; check that they are two",
            )


def _holders(archive: Archive, scopes: Iterable[Scope]) -> None:
    """Two certain holders of a single-holder office on the same days."""
    held: dict[str, list[tuple[Scope, Row]]] = defaultdict(list)
    for scope in scopes:
        if scope.part.kind == "actor":
            for row in scope.record.of("tenure"):
                office = row.values["office_id"][1]
                if archive.values("office", office).get("single_holder"):
                    held[office].append((scope, row))
    for office, tenures in held.items():
        for number, (scope, row) in enumerate(tenures):
            for other, earlier in tenures[:number]:
                if scope is not other:
                    _compare(office, scope, row, other, earlier)


def _compare(office: str, scope: Scope, row: Row, other: Scope, earlier: Row) -> None:
    mine, theirs = _certain(row), _certain(earlier)
    if mine is None or theirs is None:
        return
    first, last = max(mine[0], theirs[0]), min(mine[1], theirs[1])
    if first < last:  # a handover on one day is no overlap
        place = f"{other.part.home.source.name}:{other.part.node.line}"
        scope.complain(
            ("tenures", row.values["position"]),
            "E441",
            f"{scope.part.slug} and {other.part.slug} ({place}) both certainly hold {office}"
            f" from {first} to {last}",
            "correct since or until",
        )


def _certain(row: Row) -> tuple[str, str] | None:
    """The days, as ISO text, on which a tenure was certainly held."""
    since: PartialDate | None = date_of(row.values, "since")
    until: PartialDate | None = date_of(row.values, "until")
    if since is None or until is None or since.latest is None:
        return None
    if until.is_still_open:
        return since.latest.isoformat(), "9999-12-31"
    if until.earliest is None or until.earliest < since.latest:
        return None
    return since.latest.isoformat(), until.earliest.isoformat()
