"""A large archive of record files, made from a seed: every excerpt in it stands in its article.

At the default size: 10,000 articles of about 3 kB, 50,000 quotes, 20,000 meetings with 60,000
participations, 5,000 agreements with 12,000 signatures; actors are chosen by Zipf's law, as in
the news, where a few appear everywhere.
"""

from __future__ import annotations

import json
import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import yaml

STATES = 150
PERSONS = 3_000
PORTFOLIOS = ("foreign", "interior", "defence", "finance", "trade", "energy", "justice")
SYLLABLES = ("ka", "lo", "min", "ra", "tev", "şu", "ön", "bar", "dil", "es", "çe", "vi")
KNOWN = {"basis": "outside", "note": "Made up for measuring."}
FIRST_DAY = date(2000, 1, 1)
FILLER = (
    "The two sides reviewed the state of their relations and underlined the need for steady work."
    " Officials described the atmosphere as frank and constructive, without giving further detail."
    " Observers recalled that earlier rounds had ended without a result, and that patience was due."
)


class Person(NamedTuple):
    slug: str
    name: str
    office: str
    title: str
    state: str
    country: str


def write(folder: Path, articles: int = 10_000, seed: int = 1) -> Path:
    """Write the archive as JSON Lines into a folder, and answer with it."""
    folder.mkdir(parents=True, exist_ok=True)
    registry, lines = _parts(articles, seed)
    with (folder / "actors.jsonl").open("w", encoding="utf-8") as out:
        for section, records in registry.items():
            for slug, record in records.items():
                out.write(json.dumps({section: {slug: record}}, ensure_ascii=False) + "\n")
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return folder


def write_yaml(folder: Path, articles: int, seed: int = 1) -> Path:
    """Write the archive as YAML, one file for each article, its text in a file beside it."""
    registry, lines = _parts(articles, seed)
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for section, records in registry.items():
        (folder / section).mkdir()
        for slug, record in records.items():
            _dump(folder / section / f"{slug}.yaml", {section: {slug: record}})
    for line in lines:
        name = line["article"].pop("slug")
        line["article"]["text_file"] = f"{name}.txt"
        text = line["article"].pop("text")
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        _dump(folder / "articles" / f"{name}.yaml", line)
    return folder


class _Spelled(yaml.CSafeDumper):
    """Writes out what stands twice: record files have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dump(path: Path, data: dict[str, Any]) -> None:
    with path.open("w", encoding="utf-8") as out:
        yaml.dump(data, out, Dumper=_Spelled, allow_unicode=True, sort_keys=False, width=10**9)


def _parts(articles: int, seed: int) -> tuple[dict[str, Any], Iterator[dict[str, Any]]]:
    chance = random.Random(seed)
    persons = _persons(chance)
    chooser = _Zipf(persons, chance)
    return _registry(persons), (_article(number, chooser, chance) for number in range(articles))


class _Zipf:
    """Chooses persons so that the n-th is chosen in proportion to 1/n."""

    def __init__(self, persons: list[Person], chance: random.Random) -> None:
        self.persons = persons
        self.sums = list(accumulate(1 / rank for rank in range(1, len(persons) + 1)))
        self.chance = chance

    def several(self, count: int) -> list[Person]:
        found: dict[str, Person] = {}
        states: set[str] = set()
        while len(found) < count:
            person = self.persons[bisect(self.sums, self.chance.random() * self.sums[-1])]
            if person.state not in states:
                found[person.slug] = person
                states.add(person.state)
        return list(found.values())


def _countries() -> list[str]:
    from iso3166 import countries

    return [country.alpha2 for country in countries][:STATES]


def _persons(chance: random.Random) -> list[Person]:
    countries = _countries()
    persons = []
    for number in range(PERSONS):
        given, family = ("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
        state, portfolio = number % STATES, PORTFOLIOS[number // STATES % len(PORTFOLIOS)]
        persons.append(
            Person(
                f"person-{number}",
                f"{given} {family} {number}",
                f"{portfolio}-minister-{state}",
                f"{portfolio.capitalize()} Minister",
                f"state-{state}",
                countries[state],
            )
        )
    return persons


def _registry(persons: list[Person]) -> dict[str, Any]:
    actors: dict[str, Any] = {}
    offices: dict[str, Any] = {}
    for number, country in enumerate(_countries()):
        name = {"text": f"State {number}", "evidence": KNOWN}
        actors[f"state-{number}"] = {"kind": "state", "name": name, "country": country}
        for portfolio in PORTFOLIOS:
            offices[f"{portfolio}-minister-{number}"] = {
                "title": f"{portfolio.capitalize()} Minister of State {number}",
                "level": "minister",
                "portfolio": portfolio,
                "of": f"state-{number}",
                "single_holder": "false",
            }
    for person in persons:
        actors[person.slug] = {
            "kind": "person",
            "name": {"text": person.name, "evidence": KNOWN},
            "tenures": [{"office": person.office, "since": "[..2000-01-01]", "evidence": KNOWN}],
        }
    places = {
        f"city-{n}": {"name": {"text": f"City {n}", "evidence": KNOWN}, "kind": "city"}
        for n in range(STATES)
    }
    topics = {f"topic-{n}": {"label": f"Topic {n}"} for n in range(40)}
    return {"actors": actors, "offices": offices, "places": places, "topics": topics}


def _article(number: int, chooser: _Zipf, chance: random.Random) -> dict[str, Any]:
    day = FIRST_DAY + timedelta(days=number % 8_000)
    text: list[str] = []
    meetings: dict[str, Any] = {}
    present: list[Person] = []
    for each in range(2):
        present = chooser.several(3)
        city = chance.randrange(STATES)
        says = (
            f"{present[0].title} {present[0].name} received his guests in City {city}, round {each}"
        )
        text += [f"{says}, on {day:%d %B %Y}.", FILLER]
        meetings[f"meeting-{number}-{each}"] = {
            "title": f"Talks {number}-{each}",
            "kind": "talks",
            "status": "held",
            "date": day.isoformat(),
            "place": f"city-{city}",
            "topics": [f"topic-{number % 40}"],
            "participants": [
                {"actor": p.slug, "office": p.office, "role": "participant"} for p in present
            ],
            "evidence": says,
        }
    line: dict[str, Any] = {
        "article": {
            "slug": f"article-{number}",
            "title": f"Article {number}",
            "published": (day + timedelta(days=1)).isoformat(),
            "language": "en",
        },
        "meetings": meetings,
    }
    if number % 2:
        parties = chooser.several(3 if number // 2 % 5 < 2 else 2)
        says = f"They signed memorandum number {number} on the same day"
        text.append(says + ".")
        line["agreements"] = {
            f"agreement-{number}": {
                "title": f"Memorandum {number}",
                "kind": "mou",
                "parties": [p.state for p in parties],
                "topics": [f"topic-{number % 40}"],
                "actions": [
                    {
                        "kind": "signed",
                        "status": "done",
                        "date": day.isoformat(),
                        "signatures": [
                            {"signer": p.slug, "office": p.office, "party": p.state}
                            for p in parties
                        ],
                        "evidence": says,
                    }
                ],
            }
        }
    quotes = []
    for each in range(5):
        speaker = present[each % 3]
        words = f"We shall work on matter {number * 5 + each} with patience and good will,"
        text += [f'"{words}" {speaker.name} said.', FILLER if each % 2 else ""]
        quotes.append(
            {
                "by": {"actor": speaker.slug, "office": speaker.office},
                "meeting": f"meeting-{number}-1",
                "remarks": [{"direct": words}],
            }
        )
    line["quotes"] = quotes
    while sum(map(len, text)) < 2_900:
        text.append(FILLER)
    line["article"]["text"] = "\n".join(text) + "\n"
    return line
