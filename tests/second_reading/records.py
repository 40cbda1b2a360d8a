"""What the records hold of each article, in the form in which the second reading is written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

HERE = Path(__file__).parent
SECTIONS = (
    "spellings",
    "offices",
    "meetings",
    "agreements",
    "quotes",
    "incidents",
    "figures",
    "text_health",
)

Span = tuple[int, int]
Facts = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Item:
    """One thing found in an article: its words, where they stand, and what was read out of them."""

    section: str
    article: str
    words: str
    spans: tuple[Span, ...]
    facts: Facts = field(default_factory=dict)
    counts: bool = True
    """Whether the other reader had to find it; supporting excerpts only help to match."""


def few(*words: object) -> frozenset[str]:
    """The values of a fact, empty ones left out."""
    return frozenset(str(word) for word in words if word)


class Records:
    """The loaded archive, article by article."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.texts: dict[str, str] = {
            row["text_file"][:3]: row["text"]
            for row in self.rows(
                "select text_file, text from article join article_text on article_id = article.id"
            )
        }
        self.names: dict[int | None, list[str]] = defaultdict(list)
        for row in self.rows(
            "select actor_id, text from name where actor_id is not null order by position"
        ):
            self.names[row["actor_id"]].append(row["text"])

    def rows(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        return [row._asdict() for row in self.connection.execute(text(sql), values)]

    def items(self) -> Iterator[Item]:
        """Everything that the records hold."""
        yield from self.spellings()
        yield from self.offices()
        yield from self.meetings()
        yield from self.agreements()
        yield from self.quotes()
        yield from self.incidents()
        yield from self.figures()
        yield from self.text_health()

    def proofs(
        self, column: str, key: int, only: str = "coalesce(field, '') <> 'date'"
    ) -> dict[str, list[Span]]:
        """Where a thing is told: spans by article. What proves its date alone does not tell it."""
        found: dict[str, list[Span]] = defaultdict(list)
        for row in self.rows(
            f"select substr(text_file, 1, 3) as article, start_char, end_char from evidence"
            f" join article on article.id = article_id where {column} = :key and {only}"
            f" order by evidence.id",
            key=key,
        ):
            found[row["article"]].append((row["start_char"], row["end_char"]))
        return found

    def item(
        self, section: str, article: str, spans: list[Span], facts: Facts, counts: bool = True
    ) -> Item:
        words = self.texts[article][slice(*spans[0])]
        return Item(section, article, words, tuple(spans), facts, counts)

    def spellings(self) -> Iterator[Item]:
        for row in self.rows(
            "select name.id, name.text, actor.kind, actor.slug from name"
            " join actor on actor.id = actor_id"
        ):
            for article, spans in self.proofs("name_id", row["id"]).items():
                facts = {"kind": few(row["kind"]), "actor": few(row["slug"])}
                yield Item("spellings", article, row["text"], tuple(spans), facts)

    def offices(self) -> Iterator[Item]:
        for row in self.rows(
            "select name.id, level from name join office on office.id = office_id"
        ):
            for article, spans in self.proofs("name_id", row["id"]).items():
                yield self.item("offices", article, spans, {"level": few(row["level"])})
        for column, sql in (
            ("tenure_id", "select tenure.id, level from tenure join office on office_id=office.id"),
            (
                "participation_id",
                "select p.id, level from participation p join office on office_id = office.id",
            ),
            ("meeting_id", "select id, null as level from meeting"),
            ("quote_id", "select id, null as level from quote"),
        ):
            for row in self.rows(sql):
                only = "field is not null" if column == "quote_id" else "true"
                for article, spans in self.proofs(column, row["id"], only).items():
                    yield self.item("offices", article, spans, {"level": few(row["level"])}, False)
        for row in self.rows(
            "select substr(text_file, 1, 3) as article, speaker_as_written, level from quote"
            " join article on article.id = quote.article_id"
            " left join quote_speaker on quote_id = quote.id"
            " left join office on office_id = office.id"
        ):
            if words := row["speaker_as_written"]:
                at = self.texts[row["article"]].find(words)
                spans = [(at, at + len(words))]
                yield self.item(
                    "offices", row["article"], spans, {"level": few(row["level"])}, False
                )

    def meetings(self) -> Iterator[Item]:
        for row in self.rows("select * from meeting"):
            facts = {
                "kind": few(row["kind"]),
                "status": few(row["status"]),
                "date": few(row["date_edtf"]),
                "place": few(*self.places(row["place_id"])),
                "participants": frozenset(self.participants(row["id"])),
            }
            proofs = self.proofs("meeting_id", row["id"])
            for part in self.rows("select id from participation where meeting_id=:m", m=row["id"]):
                for article, spans in self.proofs("participation_id", part["id"]).items():
                    if article in proofs:
                        proofs[article] += spans
            for article, spans in proofs.items():
                yield self.item("meetings", article, spans, facts)

    def participants(self, meeting: int) -> Iterator[str]:
        """Each participant by all names, with a slash between them."""
        for row in self.rows(
            "select actor_id, described_as from participation where meeting_id = :m",
            m=meeting,
        ):
            words = [*self.names[row["actor_id"]], row["described_as"]]
            yield "/".join(word for word in words if word)

    def places(self, place: int | None) -> list[str]:
        return [
            row["text"] for row in self.rows("select text from name where place_id = :p", p=place)
        ]

    def agreements(self) -> Iterator[Item]:
        for row in self.rows("select id, kind from agreement"):
            proofs = self.proofs("agreement_id", row["id"])
            steps: dict[str, set[str]] = defaultdict(set)
            for step in self.rows(
                "select id, kind, status from agreement_action where agreement_id = :a", a=row["id"]
            ):
                for article, spans in self.proofs("agreement_action_id", step["id"]).items():
                    steps[article].add(f"{step['kind']} {step['status']}")
                    proofs[article] += spans
            for article, spans in proofs.items():
                yield self.item(
                    "agreements",
                    article,
                    spans,
                    {"kind": few(row["kind"]), "steps": frozenset(steps[article])},
                )

    def quotes(self) -> Iterator[Item]:
        for row in self.rows(
            "select quote.*, substr(text_file, 1, 3) as article from quote"
            " join article on article.id = quote.article_id"
        ):
            speakers = self.rows(
                "select actor_id from quote_speaker where quote_id=:q", q=row["id"]
            )
            known = [name for each in speakers for name in self.names[each["actor_id"]]]
            yield self.item(
                "quotes",
                row["article"],
                [(row["start_char"], row["end_char"])],
                {"mode": few(row["mode"]), "speaker": few(*known, row["speaker_as_written"])},
            )

    def incidents(self) -> Iterator[Item]:
        for row in self.rows("select id, kind from incident"):
            for article, spans in self.proofs("incident_id", row["id"]).items():
                yield self.item("incidents", article, spans, {"kind": few(row["kind"])})

    def figures(self) -> Iterator[Item]:
        for row in self.rows("select id, value, qualifier from figure"):
            for article, spans in self.proofs("figure_id", row["id"]).items():
                facts = {"value": few(row["value"]), "qualifier": few(row["qualifier"])}
                yield self.item("figures", article, spans, facts)

    def text_health(self) -> Iterator[Item]:
        for row in self.rows(
            "select substr(text_file, 1, 3) as article, kind, start_char, end_char"
            " from article_note join article on article.id = article_id"
        ):
            spans = [(row["start_char"], row["end_char"])]
            yield self.item("text_health", row["article"], spans, {"kind": few(row["kind"])})


def reading(texts: Mapping[str, str]) -> Iterator[Item]:
    """What the independent reader found."""
    for file in sorted(HERE.glob("*.json")):
        found = json.loads(file.read_text(encoding="utf-8"))
        article = file.name[:3]
        for group, actor in enumerate(found["actors"]):
            for words in actor["spellings"]:
                facts = {"kind": few(actor["kind"]), "actor": few(f"group {group + 1}")}
                yield Item("spellings", article, words, spans(texts[article], words), facts)
        for section in SECTIONS[1:]:
            for each in found[section]:
                words = each.get("excerpt") or each.get("text") or each["as_printed"]
                where = spans(texts[article], words)
                yield Item(section, article, words, where, facts_of(section, each))


def spans(article: str, words: str) -> tuple[Span, ...]:
    """Every place where the words stand."""
    found, at = [], article.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = article.find(words, at + 1)
    assert found, f"the second reading has words that the article has not: {words}"
    return tuple(found)


def facts_of(section: str, each: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    kept = ("kind", "status", "date", "mode", "value", "qualifier", "level")
    facts = {key: few(each[key]) for key in kept if key in each}
    for key in ("place", "speaker"):
        if key in each:
            facts[key] = few(each[key])
    if section == "meetings":
        facts["participants"] = few(*each["participants"])
    if section == "agreements":
        facts["steps"] = few(*(f"{step['kind']} {step['status']}" for step in each["steps"]))
    return facts
