"""Offices that one person holds at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ....dates import PartialDate
from ...archive import Archive
from ...rows import Row, date_of
from ..scope import Scope

Days = tuple[date, date]
_ALWAYS = date.max


class Term(NamedTuple):
    """One tenure of a single-holder office, and where it is written."""

    scope: Scope
    row: Row
    since: PartialDate | None
    until: PartialDate | None

    @property
    def certain(self) -> Days | None:
        """First and last day on which it was certainly held; `until` is the last day in office."""
        if self.since is None or self.until is None or self.since.latest is None:
            return None
        last = _ALWAYS if self.until.is_still_open else self.until.earliest
        return (self.since.latest, last) if last else None

    @property
    def possible(self) -> Days | None:
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
        return f"{part.slug} ({part.place})"

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
        told = _overlaps(office, terms)
        _possible_overlaps(office, terms, told)
        _still_running(office, terms)


def _overlaps(office: str, terms: Sequence[Term]) -> set[int]:
    """Complain about terms that certainly overlap an earlier one; which they are."""
    told = set()
    for one, other, days in _overlapping(terms, lambda term: term.certain):
        told.add(id(other.row))
        other.complain(
            "E441",
            f"{other.place} and {one.place} both certainly hold {office} {_during(days)}",
            "correct since or until",
        )
    return told


def _possible_overlaps(office: str, terms: Sequence[Term], told: set[int]) -> None:
    for one, other, days in _overlapping(terms, lambda term: term.possible):
        if id(other.row) not in told:
            other.complain(
                "W441",
                f"{other.place} and {one.place} possibly hold {office} together {_during(days)}",
                "make since or until more precise, if the text allows",
            )


def _during(days: Days) -> str:
    return f"from {days[0]} on" if days[1] == _ALWAYS else f"from {days[0]} to {days[1]}"


def _overlapping(
    terms: Sequence[Term], days_of: Callable[[Term], Days | None]
) -> Iterator[tuple[Term, Term, Days]]:
    """Each term with the one of somebody else that reaches furthest into it.

    In the order of their beginnings a term overlaps an earlier one only if it overlaps
    the longest of these; so an office with thousands of holders is judged in one pass.
    """
    spans = [(days, term) for term in terms if (days := days_of(term)) is not None]
    spans.sort(key=lambda each: (*each[0], each[1].place))
    longest: list[tuple[Days, Term]] = []  # of two different holders, the longer one first
    for days, term in spans:
        earlier = next((each for each in longest if each[1].scope is not term.scope), None)
        if earlier is not None:
            last = min(earlier[0][1], days[1])
            if last - days[0] >= timedelta(days=1):  # more than the day of a handover
                yield earlier[1], term, (days[0], last)
        own = [each for each in longest if each[1].scope is term.scope]
        others = [each for each in longest if each[1].scope is not term.scope]
        mine = max([*own, (days, term)], key=lambda each: each[0][1])
        longest = sorted([mine, *others], key=lambda each: each[0][1], reverse=True)[:2]


def _still_running(office: str, terms: Sequence[Term]) -> None:
    """Warn about a term without an end behind which another one begins."""
    begun = sorted(
        (
            (term.since.earliest, term.place, term.since.latest, term)
            for term in terms
            if term.since and term.since.earliest and term.since.latest
        ),
        key=lambda each: each[:2],
    )
    starts = [start for start, *_ in begun]
    for _, _, latest, older in begun:
        later = begun[bisect_right(starts, latest) :] if older.until is None else ()
        newer = next((term for *_, term in later if term.scope is not older.scope), None)
        if newer is not None:
            older.complain(
                "W442",
                f"{older.place} has no `until`, and {newer.place} holds {office} later",
                "add `until`",
            )
