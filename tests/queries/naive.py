"""A small world and what conditions mean in it, in plain Python: slow, obvious, no SQL.

The same world is written to a database, and both must agree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.dates import PartialDate, parse_range
from communique.models import (
    Actor,
    Article,
    Evidence,
    Meeting,
    Name,
    Office,
    Participation,
    Place,
)  # fmt: skip
from communique.names import fold
from tests.queries.writing import Archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy.orm import Session

ACTORS = {"avaria": "state", "borduria": "state", "ana": "person", "boris": "person"}
PLACES: dict[str, str | None] = {"land": None, "town": "land", "hall": "town", "isle": None}
COUNTRIES = {"land": "IR", "town": "IR", "hall": None, "isle": "TR"}
OFFICES = {
    "minister-a": ("minister", "interior", "avaria"),
    "envoy-b": ("ambassador", None, "borduria"),
}
ALONE = "minister-a"
"""The office that one holds at a time."""
ARTICLES = ("early", "late", "undated")
PUBLISHED = {"early": "2020-02", "late": "2021", "undated": None}


@dataclass(frozen=True)
class Part:
    """Somebody's part in a meeting."""

    actor: str | None
    office: str | None
    behalf: str | None
    role: str


@dataclass(frozen=True)
class Report:
    """A proof: of a meeting, or of one of its parts."""

    article: str
    basis: str
    part: int | None
    relayed: str | None


@dataclass
class Met:
    """A meeting with its parts and reports; others are named by their number."""

    kind: str
    status: str
    date: str
    place: str | None
    parts: list[Part]
    reports: list[Report]
    whole: int | None = None
    beside: int | None = None
    series: str | None = None


@dataclass
class World:
    """Meetings, who is also called "Common", and which outlet printed which article."""

    meetings: list[Met]
    common: frozenset[str]
    outlets: dict[str, str | None] = field(default_factory=dict)

    def called(self, text: str) -> set[str]:
        """The actors that answer to a text: the one of that slug, or all so named."""
        if text in ACTORS:
            return {text}
        key = fold(text)
        return {each for each in ACTORS if key == fold(each)} | (
            set(self.common) if key == "common" else set()
        )

    def write(self, session: Session) -> Archive:
        """The same world as rows, and what knows their ids."""
        a = Archive(session)
        for slug, kind in ACTORS.items():
            number = a.add(Actor, slug, kind=kind, name=slug.title())
            for text in [slug.title(), *(["Common"] if slug in self.common else [])]:
                a.add(
                    Name,
                    f"{slug} {text}",
                    actor_id=number,
                    text=text,
                    folded=fold(text),
                    kind="variant",
                )
        for slug, inside in PLACES.items():
            number = a.add(
                Place, slug, name=slug.title(), kind="city", country=COUNTRIES[slug],
                inside_id=a["place", inside] if inside else None,
            )  # fmt: skip
            a.add(
                Name,
                f"place {slug}",
                place_id=number,
                text=slug.title(),
                folded=slug,
                kind="canonical",
            )
        for slug, (level, portfolio, of) in OFFICES.items():
            a.add(
                Office, slug, title=slug, level=level, portfolio=portfolio,
                single_holder=int(slug == ALONE), of_id=a["actor", of],
            )  # fmt: skip
        for slug in ARTICLES:
            out, day = self.outlets.get(slug), PUBLISHED[slug]
            a.add(
                Article, slug, published=PartialDate(day) if day else None,
                outlet_id=a["actor", out] if out else None,
            )  # fmt: skip
        for number, met in enumerate(self.meetings):
            self._write(a, number, met)
        return a

    def _write(self, a: Archive, number: int, met: Met) -> None:
        def link(kind: str, slug: str | None) -> int | None:
            return a[kind, slug] if slug is not None else None

        it = a.add(
            Meeting, f"m{number}", title=f"m{number}", kind=met.kind, status=met.status,
            date=PartialDate(met.date), place_id=link("place", met.place),
            part_of_id=link("meeting", None if met.whole is None else f"m{met.whole}"),
            sidelines_of_id=link("meeting", None if met.beside is None else f"m{met.beside}"),
            series_id=link("actor", met.series),
        )  # fmt: skip
        for position, part in enumerate(met.parts):
            a.add(
                Participation, f"{number} {position}", meeting_id=it, described_as="somebody",
                actor_id=link("actor", part.actor), office_id=link("office", part.office),
                on_behalf_of_id=link("actor", part.behalf), role=part.role, basis="stated",
            )  # fmt: skip
        for position, report in enumerate(met.reports):
            subject = (
                {"meeting_id": it}
                if report.part is None
                else {"participation_id": a["participation", f"{number} {report.part}"]}
            )
            a.add(
                Evidence, f"{number} {position}", article_id=a["article", report.article],
                start_char=position, end_char=position + 1, excerpt="x", basis=report.basis,
                relayed_by_id=link("actor", report.relayed), **subject,
            )  # fmt: skip


def acts(text: str) -> Callable[[World, Met], bool]:
    return lambda world, met: any(
        {part.actor, part.behalf} & world.called(text) for part in met.parts
    )


def takes_side(text: str) -> Callable[[World, Met], bool]:
    def says(world: World, met: Met) -> bool:
        named = world.called(text)
        states = {each for each in named if ACTORS[each] == "state"}
        return any(part.behalf in named or part.actor in states for part in met.parts)

    return says


def lies_in(place: str) -> Callable[[World, Met], bool]:
    def says(world: World, met: Met) -> bool:
        at = met.place
        while at is not None:
            if at == place:
                return True
            at = PLACES[at]
        return False

    return says


def belongs_to(number: int) -> Callable[[World, Met], bool]:
    def says(world: World, met: Met) -> bool:
        whole = met.whole
        while whole is not None:
            if whole == number:
                return True
            whole = world.meetings[whole].whole
        return False

    return says


def bounds(text: str | None) -> tuple[date | None, date | None]:
    return (None, None) if text is None else (parse_range(text).earliest, parse_range(text).latest)


def possibly(met: Met, first: str, last: str) -> bool:
    (earliest, latest), start, end = bounds(met.date), bounds(first)[0], bounds(last)[1]
    begins = latest is None or start is None or latest >= start
    return begins and (earliest is None or end is None or earliest <= end)


def certainly(met: Met, first: str, last: str) -> bool:
    (earliest, latest), start, end = bounds(met.date), bounds(first)[0], bounds(last)[1]
    begins = start is None or (earliest is not None and earliest >= start)
    return begins and (end is None or (latest is not None and latest <= end))


def known(met: Met, day: str) -> bool:
    limit = bounds(day)[1]
    published = (bounds(PUBLISHED[report.article])[1] for report in met.reports)
    return any(out is not None and (limit is None or out <= limit) for out in published)


def origins(world: World, met: Met) -> set[Any]:
    return {
        report.relayed or world.outlets.get(report.article) or ("article", report.article)
        for report in met.reports
    }


def order(world: World, numbers: list[int]) -> list[str]:
    """Newest first, as every list."""

    def rank(number: int) -> tuple[int, int]:
        earliest, latest = bounds(world.meetings[number].date)
        day = latest or earliest
        assert day is not None
        return -day.toordinal(), number

    return [f"m{number}" for number in sorted(numbers, key=rank)]
