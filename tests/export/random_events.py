"""Who acts in a random archive, and what happens in it."""

from __future__ import annotations

from communique.vocabulary import IncidentKind, IncidentRole, LinkKind, MeetingKind, Role
from tests.export import random_words as words
from tests.export.random_choices import Choices, Told

_STEPS = ["proposed", "negotiation", "discussed", "agreed", "signed", "updated", "contested"]


class Events(Choices):
    """Registries, meetings, agreements and incidents."""

    def registries(self) -> None:
        topics = self.sections["topics"] = {}
        for number, slug in enumerate(self.topics):
            topics[slug] = {"label": self.draw(words.TITLE)}
            topics[slug] |= self.maybe(broader=self.topics[number - 1]) if number else {}
        for slug in self.places:
            self.put(
                "places",
                slug,
                name=self.name(slug),
                kind="city",
                names=self.variants(self.names[slug]),
            )
        for slug in self.states:
            names = self.variants(self.names[slug])
            self.put("actors", slug, kind="state", name=self.name(slug), names=names)
        for slug in self.offices:
            more = self.maybe(of=self.one(self.states), portfolio="foreign")
            names = self.variants()
            title = self.draw(words.TITLE)
            self.put("offices", slug, title=title, level="minister", single_holder="false",
                      names=names, **more)  # fmt: skip
        for slug in self.persons:
            tenures = [
                {"office": self.one(self.offices), "evidence": self.proofs(supports="since"),
                 **self.maybe(since="[..2001]", until="[2020..]", acting="true")}
                for _ in range(self.count(2))
            ]  # fmt: skip
            # One office at one time is one tenure.
            times = {(t["office"], t.get("since"), t.get("until")): t for t in tenures}
            tenures = list(times.values())
            self.held[slug] = [each["office"] for each in tenures]
            names = self.variants(self.names[slug])
            self.put("actors", slug, kind="person", name=self.name(slug), names=names,
                      tenures=tenures, **self.maybe(description=self.prose()))  # fmt: skip

    def meetings(self) -> None:
        for number in range(self.count(3)):
            slug, before = f"meeting-{number}", [f"meeting-{n}" for n in range(number)]
            people = [
                {"actor": each, **self.acting(each), **self.maybe(role=self.one(Role).value)}
                for each in self.some([*self.persons, *self.states])
            ]
            people += [{"described_as": self.prose()} for _ in range(self.count(2))]
            people += [{"office": self.one(self.offices)}] if self.count(1) else []
            for each in people:
                each |= self.maybe(evidence=self.proofs(), basis="inferred")
            self.put("meetings", slug, title=self.draw(words.TITLE),
                      kind=self.one(MeetingKind).value, status=self.one(["held", "planned"]),
                      date=self.one(words.DATES), participants=people,
                      topics=self.some(self.topics), evidence=self.proofs(f"meeting/{slug}"),
                      **self.happened(),
                      **(self.maybe(part_of=self.one(before)) if before else {}),
                      **(self.maybe(place=self.one(self.places)) if self.places else {}),
                      )  # fmt: skip

    def agreements(self) -> None:
        for number in range(self.count(3)):
            slug, before = f"agreement-{number}", [f"agreement-{n}" for n in range(number)]
            parties = self.some(self.states) or self.states[:1]
            actions = [self._step(parties, slug, n) for n in range(self.count(3))]
            links = [
                {"kind": self.one(LinkKind).value, "to": each, **self.maybe(evidence=self.proofs())}
                for each in self.some(before)
            ]
            bound = [{"actor": each, **self.maybe(evidence=self.proofs())} for each in parties]
            self.put("agreements", slug, title=self.draw(words.TITLE), kind="mou",
                      names=self.variants(), parties=bound, actions=actions, links=links,
                      topics=self.some(self.topics), **self.happened(),
                      evidence=self.proofs(f"agreement/{slug}"))  # fmt: skip
        # A step may fulfil the plan of an agreement that comes later, or its own.
        for agreement in self.sections.get("agreements", {}).values():
            for step in agreement.get("actions", ()):
                if step["status"] == "done" and self.plans and self.count(1):
                    step["fulfils"] = self.one(self.plans)

    def _step(self, parties: list[str], slug: str, number: int) -> Told:
        meetings = self.sections.get("meetings", {})
        status = self.one(["done", "planned", "cancelled"])
        if status == "planned":
            self.plans.append(f"{slug}#{number + 1}")
        signatures = []
        for person in self.some(self.persons):
            office = {key: value for key, value in self.acting(person).items() if key == "office"}
            signatures.append({"signer": person, **office, "party": self.one(parties)})
        signatures += [{"described_as": self.prose(), "party": parties[0]}] * self.count(1)
        # What is done was done at a meeting that took place.
        fit = [
            each for each, told in meetings.items() if status != "done" or told["status"] == "held"
        ]
        at = {"meeting": self.one(fit)} if fit and self.count(1) else {}
        on = {"date": self.one(words.DATES)} if not at or self.count(1) else {}
        place = self.maybe(place=self.one([*self.places, "none"]))
        by = self.maybe(by=self.one(self.states), evidence=self.proofs())
        return {"kind": self.one(_STEPS), "status": status, **on, **at, **place, **by,
                **({"evidence": self.proofs()} if status == "planned" else {}),
                "signatures": signatures}  # fmt: skip

    def incidents(self) -> None:
        for number in range(self.count(2)):
            slug = f"incident-{number}"
            actors = [
                {"actor": each, "role": self.one(IncidentRole).value}
                for each in self.some([*self.states, *self.persons])
            ]
            self.put("incidents", slug, title=self.draw(words.TITLE), actors=actors,
                      kind=self.one(IncidentKind).value, **self.maybe(date=self.one(words.DATES)),
                      **self.happened(), evidence=self.proofs(f"incident/{slug}"))  # fmt: skip
