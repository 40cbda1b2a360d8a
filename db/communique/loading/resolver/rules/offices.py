"""Offices that one person holds at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ....dates import PartialDate
from ...archive import Archive
from ...rows import Row, date_of
from ..scope import Scope

_ALWAYS = date.max


class Term(NamedTuple):
    """One tenure of a single-holder office, and where it is written."""

    scope: Scope
    row: Row
    since: PartialDate | None
    until: PartialDate | None

    @property
    def certain(self) -> tuple[date, date] | None:
        """First and last day on which it was certainly held; `until` is the last day in office."""
        if self.since is None or self.until is None or self.since.latest is None:
            return None
        last = _ALWAYS if self.until.is_still_open else self.until.earliest
        return (self.since.latest, last) if last and last >= self.since.latest else None

    @property
    def possible(self) -> tuple[date, date] | None:
        """First and last day on which it may have been held, where both are stated.

        An open set such as ``[..2021-10-27]`` says when an office is attested, not when it
        began: it says nothing about others.
        """
        if self.since is None or self.until is None or self.since.earliest is None:
            return None
        last = _ALWAYS if self.until.is_still_open else self.until.latest
        return (self.since.earliest, last) if last else None

    @property
    def place(self) -> str:
        """The holder, and the file and line of the record."""
        part = self.scope.part
        return f"{part.slug} ({part.home.source.name}:{part.node.line})"

    def complain(self, code: str, message: str, hint: str) -> None:
        """Complain about this tenure."""
        self.scope.complain(("tenures", self.row.values["position"]), code, message, hint)


def single_holders(archive: Archive, scopes: Sequence[Scope]) -> None:
    """Two certain holders of a single-holder office contradict; two possible ones warn."""
    held: dict[str, list[Term]] = defaultdict(list)
    for scope in scopes:
        if scope.part.kind == "actor":
            for row in scope.record.of("tenure"):
                office = row.values["office_id"][1]
                if archive.values("office", office).get("single_holder"):
                    dates = date_of(row.values, "since"), date_of(row.values, "until")
                    held[office].append(Term(scope, row, *dates))
    for office, terms in held.items():
        for number, later in enumerate(terms):
            for earlier in terms[:number]:
                _compare(office, earlier, later)


def _compare(office: str, one: Term, other: Term) -> None:
    if one.scope is other.scope:
        return
    if one.certain and other.certain and (both := _overlap(one.certain, other.certain)):
        other.complain(
            "E441",
            f"{other.place} and {one.place} both certainly hold {office} from {both[0]}"
            f" to {both[1]}",
            "correct since or until",
        )
        return
    if one.possible and other.possible and (both := _overlap(one.possible, other.possible)):
        other.complain(
            "W441",
            f"{other.place} and {one.place} possibly hold {office} together from {both[0]}"
            f" to {both[1]}",
            "make since or until more precise, if the text allows",
        )
        return
    for older, newer in ((one, other), (other, one)):
        if _still_running(older, newer):
            older.complain(
                "W442",
                f"{older.place} has no `until`, and {newer.place} holds {office} later",
                "add `until`",
            )


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> tuple[date, date] | None:
    """The days of both, where they are more than the one day of a handover."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if last - first >= timedelta(days=1) else None


def _still_running(older: Term, newer: Term) -> bool:
    begun, taken = older.since, newer.since
    return bool(
        older.until is None
        and begun
        and begun.earliest
        and begun.latest
        and taken
        and taken.earliest
        and taken.latest
        and begun.latest < taken.earliest
    )
