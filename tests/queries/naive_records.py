"""Agreements, words and offices in plain Python, beside the meetings of the small world."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.dates import PartialDate
from communique.models import (
    Agreement,
    AgreementAction,
    Evidence,
    Party,
    Quote,
    QuoteSpeaker,
    Signature,
    Tenure,
)
from tests.queries import naive
from tests.queries.writing import Archive

if TYPE_CHECKING:
    from datetime import date

TALK = {"discussed"}


@dataclass(frozen=True)
class Hand:
    """A signature: by whom, in which office, for which party."""

    signer: str | None
    office: str | None
    party: str


@dataclass
class Step:
    """A step of an agreement; its meeting goes by its number, its reports by their articles."""

    kind: str
    status: str
    date: str
    place: str | None
    meeting: int | None
    by: str | None
    hands: list[Hand]
    reports: list[str]
    id: int = 0


@dataclass
class Deal:
    """An agreement with its parties and steps."""

    kind: str
    parties: list[str]
    steps: list[Step]
    reports: list[str]


@dataclass
class Said:
    """Words in an article, and who spoke for whom."""

    article: str
    mode: str
    meeting: int | None
    relayed: str | None
    date: str | None
    speakers: list[tuple[str, str | None]]


@dataclass
class Held:
    """Somebody in an office."""

    holder: str
    office: str
    since: str | None
    until: str | None


@dataclass
class Records:
    """What there is beside the meetings of a world."""

    world: naive.World
    deals: list[Deal] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)

    def write(self, session: Any) -> None:
        """All of it as rows; each step learns its id, by which a timeline is sorted."""
        a = self.world.write(session)
        for number, deal in enumerate(self.deals):
            self._write_deal(a, number, deal)
        for number, said in enumerate(self.said):
            it = a.add(
                Quote, f"q{number}", article_id=a["article", said.article], start_char=0,
                end_char=1, text="x", folded="x", mode=said.mode, date=_date(said.date),
                meeting_id=_id(a, "meeting", _met(said.meeting)),
                relayed_by_id=_id(a, "actor", said.relayed),
            )  # fmt: skip
            for position, (actor, behalf) in enumerate(said.speakers):
                a.add(
                    QuoteSpeaker, f"q{number} {position}", quote_id=it, position=position,
                    actor_id=a["actor", actor], on_behalf_of_id=_id(a, "actor", behalf),
                )  # fmt: skip
        for number, held in enumerate(self.held):
            a.add(
                Tenure, f"t{number}", holder_id=a["actor", held.holder], acting=0,
                office_id=a["office", held.office], since=_date(held.since),
                until=_date(held.until),
            )  # fmt: skip

    def _write_deal(self, a: Archive, number: int, deal: Deal) -> None:
        it = a.add(Agreement, f"d{number}", title=f"d{number}", kind=deal.kind)
        for party in deal.parties:
            a.add(Party, f"d{number} {party}", agreement_id=it, actor_id=a["actor", party])
        for article in deal.reports:
            _report(a, article, agreement_id=it)
        for position, step in enumerate(deal.steps):
            step.id = a.add(
                AgreementAction, f"d{number} {position}", agreement_id=it, kind=step.kind,
                status=step.status, date=PartialDate(step.date),
                place_id=_id(a, "place", step.place), actor_id=_id(a, "actor", step.by),
                meeting_id=_id(a, "meeting", _met(step.meeting)),
            )  # fmt: skip
            for article in step.reports:
                _report(a, article, agreement_action_id=step.id)
            for hand in step.hands:
                a.add(
                    Signature, f"{step.id} {hand}", action_id=step.id, agreement_id=it,
                    signer_id=_id(a, "actor", hand.signer), described_as="somebody",
                    office_id=_id(a, "office", hand.office), party_id=a["actor", hand.party],
                    basis="stated",
                )  # fmt: skip


def _report(a: Archive, article: str, **subject: int) -> None:
    a.add(
        Evidence, f"{subject} {article}", article_id=a["article", article], start_char=0,
        end_char=1, excerpt="x", basis="stated", **subject,
    )  # fmt: skip


def _met(number: int | None) -> str | None:
    return None if number is None else f"m{number}"


def _id(a: Archive, kind: str, slug: str | None) -> int | None:
    return None if slug is None else a[kind, slug]


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)


def newest(text: str) -> date:
    """The day by which a dated row is sorted."""
    earliest, latest = naive.bounds(text)
    day = latest or earliest
    assert day is not None
    return day


def within(bounds: tuple[date | None, date | None], first: str, last: str) -> bool:
    """Some day that the bounds allow is in the period."""
    (earliest, latest), start, end = bounds, naive.bounds(first)[0], naive.bounds(last)[1]
    begins = latest is None or start is None or latest >= start
    return begins and (earliest is None or end is None or earliest <= end)


def surely(bounds: tuple[date | None, date | None], first: str, last: str) -> bool:
    """Every day that the bounds allow is in the period."""
    (earliest, latest), start, end = bounds, naive.bounds(first)[0], naive.bounds(last)[1]
    begins = start is None or (earliest is not None and earliest >= start)
    return begins and (end is None or (latest is not None and latest <= end))


def out(article: str, day: str) -> bool:
    """The article had certainly been published by then."""
    printed, limit = naive.bounds(naive.PUBLISHED[article])[1], naive.bounds(day)[1]
    return printed is not None and (limit is None or printed <= limit)


def step_known(deal: Deal, step: Step, day: str) -> bool:
    """By its own reports; without any, by those of its agreement that may tell of it."""
    if step.reports:
        return any(out(article, day) for article in step.reports)
    begun = naive.bounds(step.date)[0]

    def may_tell(article: str) -> bool:
        printed = naive.bounds(naive.PUBLISHED[article])[1]
        early = printed is not None and begun is not None and printed < begun
        return step.status != "done" or not early

    return any(out(article, day) and may_tell(article) for article in deal.reports)


def status(deal: Deal, on: str | None) -> str:
    """What the latest telling step has made of it, by the end of a day."""
    limit = None if on is None else naive.bounds(on)[1]
    told = [
        (step.kind != "proposed", newest(step.date), position, step.kind)
        for position, step in enumerate(deal.steps)
        if step.status == "done"
        and step.kind not in TALK
        and (limit is None or newest(step.date) <= limit)
    ]
    kind = max(told)[3] if told else None
    if kind in {None, "proposed"} and any(_planned_by(deal, step, limit) for step in deal.steps):
        return "planned"
    return "unknown" if kind is None else "contested" if kind == "withdrawn" else kind


def _planned_by(deal: Deal, step: Step, limit: date | None) -> bool:
    reports = [*step.reports, *deal.reports]
    first = [naive.bounds(naive.PUBLISHED[article])[0] for article in reports]
    early = not first or any(limit is None or day is None or day <= limit for day in first)
    return step.status == "planned" and early
