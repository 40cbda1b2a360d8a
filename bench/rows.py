"""A large archive made straight as rows, for measuring questions: seconds, not minutes.

It has the shape of `archive`, and what that leaves out: outlets and agencies, second
spellings, planned meetings and steps with and without outcomes, incidents, figures, sides,
meetings within meetings. What follows from a number is the same on every run and database.
"""

from __future__ import annotations

import random
from bisect import bisect
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, Protocol

from bench.archive import FIRST_DAY, PERSONS, PORTFOLIOS, STATES, SYLLABLES
from communique.names import fold

MEDIA = 400
BODIES = 30
TOPICS = 200
DAYS = 8_000
WORDS = tuple(
    "we shall work with patience good will border security trade water energy transit customs"  # noqa: SIM905
    " students visas prisoners aviation ports railways gas power grain medicine culture".split()
)

Columns = dict[str, Any]


class Adding(Protocol):
    """Takes a row of a table, and answers with its key."""

    def __call__(self, table: str, **columns: Any) -> int: ...


class World:
    """Who there is, and what each article tells of them."""

    def __init__(self, add: Adding, chance: random.Random, agreements: int) -> None:
        self.add, self.chance, self.agreements = add, chance, agreements
        self.states = [self._actor("state", f"State {n}") for n in range(STATES)]
        self.media = [self._actor("media", f"Agency {n}") for n in range(MEDIA)]
        self.bodies = [self._actor("body", f"Council {n}") for n in range(BODIES)]
        self.cities, self.offices = [], {}
        for number, state in enumerate(self.states):
            land = self._place("country", f"Land {number}", None, "IR" if number % 2 else "TR")
            city = self._place("city", f"City {number}", land, "IR" if number % 2 else "TR")
            self.cities += [city, self._place("venue", f"Palace {number}", city, None)]
            for portfolio in PORTFOLIOS:
                self.offices[number, portfolio] = self._office(number, state, portfolio)
        self.persons = [self._person(number) for number in range(PERSONS)]
        self.named, self.held = 2 * PERSONS, PERSONS
        self.sums = list(accumulate(1 / rank for rank in range(1, PERSONS + 1)))
        broad = [self.add("topic", slug=f"field-{n}", label=f"Field {n}") for n in range(4)]
        self.topics = [
            self.add("topic", slug=f"topic-{n}", label=f"Topic {n}", broader_id=broad[n % 4])
            for n in range(TOPICS)
        ]

    def article(self, number: int) -> None:
        """An article with what it tells: two meetings, half an agreement, five quotes."""
        day = FIRST_DAY + timedelta(days=number % DAYS)
        slug = f"article-{number}"
        written = self.add(
            "article", slug=slug, title=f"Article {number}", outlet_id=self.media[number % MEDIA],
            **_dated("published", day + timedelta(days=1)), language="en", source_file=slug,
            source_line=1,
        )  # fmt: skip
        self.add("article_text", article_id=written, text=f"On this day, {slug}. " * 20)
        self._prove(written, name_id=1 + number % self.named, mentioned=True)
        self._prove(written, tenure_id=1 + number % self.held, mentioned=True)
        met, present = self._meetings(number, day, written)
        if number % self.agreements == self.agreements - 1:
            self._agreement(number, day, written, met)
        if number % 10 == 0:
            self._incident(number, day, written)
        self._quotes(number, written, met, present)

    def _prove(self, written: int, *, mentioned: bool = False, **subject: Any) -> None:
        agency = self.media[written % MEDIA] if written % 7 == 0 else None
        elsewhere = {"mentioned_in_id": written} if mentioned else {}
        self.add(
            "evidence", article_id=written, **elsewhere, position=0, start_char=0, end_char=11,
            excerpt="On this day", basis="stated", relayed_by_id=agency, **subject,
        )  # fmt: skip

    def _meetings(self, number: int, day: date, written: int) -> tuple[int, list[int]]:
        met, present = 0, []
        for each in range(2):
            planned = number % 20 == each
            fulfils = met if each and number % 40 == 0 else None
            met = self.add(
                "meeting", slug=f"meeting-{number}-{each}", **_titled(f"Talks {number}-{each}"),
                kind="summit" if number % 10 == each else "talks",
                status="planned" if planned and fulfils is None else "held",
                **_dated("date", day, wide=number % 9 == 0),
                place_id=self.chance.choice(self.cities),
                part_of_id=met if each and number % 8 == 0 else None,
                sidelines_of_id=met if each and number % 16 == 0 else None,
                after_id=met if each and number % 4 == 0 else None, fulfils_id=fulfils,
                series_id=self.bodies[number % BODIES] if number % 5 == 0 else None,
                source_file=f"article-{number}", source_line=9,
            )  # fmt: skip
            self.add(
                "meeting_topic", meeting_id=met, topic_id=self.topics[number % TOPICS], position=0
            )
            self._prove(written, meeting_id=met)
            present = self._several(3)
            for position, person in enumerate(present):
                part = self.add(
                    "participation", meeting_id=met, position=position,
                    actor_id=self.persons[person], office_id=self._held(person),
                    on_behalf_of_id=self.states[person % STATES],
                    role="participant" if position else "host", basis="stated",
                )  # fmt: skip
                if number % 5 == position:
                    self._prove(written, participation_id=part)
        return met, present

    def _agreement(self, number: int, day: date, written: int, met: int) -> None:
        name = f"Memorandum {number}"
        kind = "treaty" if number % 5 == 0 else "mou"
        it = self.add(
            "agreement", slug=f"agreement-{number}", **_titled(name), kind=kind,
            source_file=f"article-{number}", source_line=30,
        )  # fmt: skip
        self._name("agreement_id", it, name, f"{kind.upper()} no. {number}")
        self.add(
            "agreement_topic", agreement_id=it, topic_id=self.topics[number % TOPICS], position=0
        )
        signers = self._several(3 if number // 2 % 5 < 2 else 2)
        parties = [self.states[person % STATES] for person in signers]
        for position, state in enumerate(parties):
            party = self.add("party", agreement_id=it, position=position, actor_id=state)
            if number % 9 == 0:
                self._prove(written, party_id=party)
        planned = None
        if number % 3 == 0:
            planned = self._step(it, 0, "signed", "planned", day + timedelta(days=30), None, None)
            self._prove(written, agreement_action_id=planned)
        fulfilled = planned if number % 6 == 3 else None
        step = self._step(it, 1, "signed", "done", day, met, fulfilled)
        if number % 8 == 1:
            self._step(it, 2, "ratified", "done", day + timedelta(days=400), None, None)
        self._prove(written, agreement_action_id=step)
        self._prove(written, agreement_id=it)
        for position, (person, state) in enumerate(zip(signers, parties, strict=True)):
            signature = self.add(
                "signature", action_id=step, agreement_id=it, position=position,
                signer_id=self.persons[person], office_id=self._held(person), party_id=state,
                basis="stated",
            )  # fmt: skip
            if number % 7 == 0:
                self._prove(written, signature_id=signature)

    def _step(
        self, of: int, at: int, kind: str, status: str, day: date, met: int | None, plan: int | None
    ) -> int:
        return self.add(
            "agreement_action", agreement_id=of, position=at, kind=kind, status=status,
            **_dated("date", day), meeting_id=met, place_id=self.chance.choice(self.cities),
            actor_id=self.states[of % STATES] if kind == "ratified" else None, fulfils_id=plan,
        )  # fmt: skip

    def _incident(self, number: int, day: date, written: int) -> None:
        it = self.add(
            "incident", slug=f"incident-{number}", **_titled(f"Incident {number}"),
            kind="attack" if number % 20 else "border", **_dated("date", day),
            place_id=self.chance.choice(self.cities), source_file=f"article-{number}",
            source_line=40,
        )  # fmt: skip
        self._prove(written, incident_id=it)
        for position, role in enumerate(("target", "claimant")):
            self.add(
                "incident_actor", incident_id=it, position=position, role=role,
                actor_id=self.states[(number // 10 + position * 7) % STATES],
            )  # fmt: skip
        figure = self.add(
            "figure", incident_id=it, position=0, what="dead", value=str(number % 30),
            qualifier="about", claimed_by_id=self.states[number % STATES],
        )  # fmt: skip
        self._prove(written, figure_id=figure)

    def _quotes(self, number: int, written: int, met: int, present: list[int]) -> None:
        for each in range(5):
            person = present[each % 3]
            text = f"{' '.join(self.chance.choices(WORDS, k=10))} {number * 5 + each}"
            quote = self.add(
                "quote", article_id=written, position=each, start_char=each * 20,
                end_char=each * 20 + 19, text=text, folded=text,
                mode="direct" if each else "indirect",
                meeting_id=met if each else None,
                relayed_by_id=self.media[number % MEDIA] if each == 4 else None,
                utterance=f"utterance-{number - number % 2}" if each == 3 else None,
            )  # fmt: skip
            self.add(
                "quote_speaker", quote_id=quote, position=0, actor_id=self.persons[person],
                office_id=self._held(person), on_behalf_of_id=self.states[person % STATES],
            )  # fmt: skip
            if each < 2:
                self.add(
                    "quote_topic", quote_id=quote, position=0,
                    topic_id=self.topics[(number + each) % TOPICS],
                )  # fmt: skip

    def _several(self, number: int) -> list[int]:
        """Persons of as many states, the n-th chosen in proportion to 1/n."""
        found: dict[int, int] = {}
        while len(found) < number:
            person = bisect(self.sums, self.chance.random() * self.sums[-1])
            found.setdefault(person % STATES, person)
        return list(found.values())

    def _held(self, person: int) -> int:
        return self.offices[person % STATES, PORTFOLIOS[person // STATES % len(PORTFOLIOS)]]

    def _actor(self, kind: str, name: str) -> int:
        slug = name.lower().replace(" ", "-")
        it = self.add("actor", slug=slug, kind=kind, name=name, source_file="actors", source_line=1)
        self._name("actor_id", it, name, f"The {name}")
        return it

    def _person(self, number: int) -> int:
        given, family = ("".join(self.chance.choices(SYLLABLES, k=3)) for _ in range(2))
        slug, name = f"person-{number}", f"{given.title()} {family.title()} {number}"
        it = self.add(
            "actor", slug=slug, kind="person", name=name, source_file="actors", source_line=1
        )
        self._name("actor_id", it, name, f"{given[:1].upper()}. {family.title()} {number}")
        since, until = FIRST_DAY - timedelta(days=number % 900), FIRST_DAY + timedelta(days=3_000)
        ends = _dated("until", until) if number % 2 else {"until_edtf": ".."}
        self.add(
            "tenure", holder_id=it, office_id=self._held(number), position=0,
            **_dated("since", since), **ends, acting=0,
        )  # fmt: skip
        return it

    def _office(self, number: int, state: int, portfolio: str) -> int:
        title = f"{portfolio.title()} Minister of State {number}"
        it = self.add(
            "office", slug=f"{portfolio}-minister-{number}", **_titled(title),
            level="minister" if number % 3 else "deputy_minister", portfolio=portfolio,
            of_id=state, single_holder=0, source_file="offices", source_line=1,
        )  # fmt: skip
        self._name("office_id", it, title)
        return it

    def _place(self, kind: str, name: str, inside: int | None, country: str | None) -> int:
        slug = name.lower().replace(" ", "-")
        it = self.add("place", slug=slug, name=name, kind=kind, country=country, inside_id=inside)
        self._name("place_id", it, name)
        return it

    def _name(self, key: str, it: int, *texts: str) -> None:
        for position, text in enumerate(texts):
            kind = "variant" if position else "canonical"
            self.add(
                "name", **{key: it}, position=position, text=text, folded=fold(text), kind=kind
            )


def _titled(title: str) -> Columns:
    return {"title": title, "folded": fold(title)}


def _dated(prefix: str, day: date, *, wide: bool = False) -> Columns:
    """The three columns of a date: of a day, or of its month."""
    if not wide:
        text = day.isoformat()
        return {f"{prefix}_edtf": text, f"{prefix}_earliest": text, f"{prefix}_latest": text}
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return {
        f"{prefix}_edtf": f"{day:%Y-%m}",
        f"{prefix}_earliest": first.isoformat(),
        f"{prefix}_latest": last.isoformat(),
    }
