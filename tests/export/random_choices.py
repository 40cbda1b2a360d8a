"""Choices of a random archive: its cast, its articles, and proofs out of their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from communique.loading.texts import ArticleText
from communique.vocabulary import NoteKind, Qualifier
from tests.export import random_words as words

if TYPE_CHECKING:
    from collections.abc import Callable

Told = dict[str, Any]


class Choices:
    """What every part of the archive is made with."""

    def __init__(self, draw: Callable[[Any], Any]) -> None:
        self.draw = draw
        self.sections: dict[str, dict[str, Told]] = {}
        self.said: list[Told] = []
        """Statements that a tension may pull apart."""
        self.plans: list[str] = []
        self.held: dict[str, list[str]] = {}

    def one(self, among: Any) -> Any:
        return self.draw(st.sampled_from(list(among)))

    def some(self, among: Any, most: int = 3) -> list[Any]:
        among = list(among)
        if not among:
            return []
        return list(self.draw(st.lists(st.sampled_from(among), max_size=most, unique=True)))

    def maybe(self, **given: Any) -> Told:
        """Some of the keys."""
        return {key: value for key, value in given.items() if self.draw(st.booleans())}

    def count(self, most: int, least: int = 0) -> int:
        return int(self.draw(st.integers(least, most)))

    def prose(self) -> str:
        return str(self.draw(words.PROSE))

    def cast(self) -> None:
        self.states = [f"state-{n}" for n in range(self.count(3, 1))]
        self.persons = [f"person-{n}" for n in range(self.count(3, 1))]
        self.places = [f"place-{n}" for n in range(self.count(2))]
        self.offices = [f"office-{n}" for n in range(self.count(3, 1))]
        self.topics = [f"topic-{n}" for n in range(self.count(3))]
        self.names = {
            slug: f"{self.one(words.NAMES)} {slug[0]}{number}"
            for number, slug in enumerate((*self.states, *self.persons, *self.places))
        }

    def articles(self) -> None:
        """Texts in which every name stands; the first is undated, the last may have no proof."""
        self.texts: dict[str, ArticleText] = {}
        self.heads: dict[str, Told] = {}
        for number in range(self.count(3, 1)):
            slug = f"article-{number}"
            body = words.text_with(self.draw, list(self.names.values()))
            self.texts[slug] = ArticleText(slug, body)
            self.heads[slug] = {"slug": slug}
            if number:
                self.heads[slug] |= self.maybe(published=self.one(words.PUBLISHED))
            self.heads[slug] |= self.maybe(
                title=self.draw(words.TITLE), language="fa", credit=self.prose(), updated="2020"
            )
        self.homes = list(self.texts)
        self.bare = len(self.texts) - 1 if len(self.texts) > 1 and self.count(1) else -1
        if self.bare >= 0:
            self.homes.pop()
        for slug in self.homes:
            self.heads[slug] |= self.maybe(
                evidence=[self.proof(supports="published")],
                notes=[
                    {"kind": self.one(NoteKind).value, **self.excerpt(slug)}
                    for _ in range(self.count(2, 1))
                ],
            )

    def excerpt(self, article: str, *, fits: Callable[[str], bool] = bool) -> Told:
        """Words of an article, with their number where they stand there more than once."""
        text = self.texts[article]
        says = self.one(each for each in words.excerpts(text) if fits(each))
        often = len(text.occurrences(says))
        return {"says": says, **({"nth": self.count(often, 1)} if often > 1 else {})}

    def proof(self, article: str | None = None, **given: Any) -> Told:
        if article is None and not self.count(5):
            return {"basis": "outside", "note": self.prose(), **self.maybe(as_of="2011-07")}
        article = article or self.one(self.homes)
        more = self.maybe(note=self.prose(), as_of=self.one(words.DATES), basis="inferred", **given)
        return {"article": article, **self.excerpt(article), **more}

    def proofs(self, of: str | None = None, **given: Any) -> list[Told]:
        """At least one proof, the first of them with an excerpt of the undated article."""
        found = [self.proof(self.homes[0], **given)]
        found += [self.proof(**given) for _ in range(self.count(2))]
        if of:
            self.said += [{"of": of, **each} for each in found if "says" in each]
        return found

    def name(self, slug: str) -> Told:
        return {"text": self.names[slug], "evidence": {"article": self.one(self.homes)}}

    def variants(self, *but: str) -> list[Told]:
        """Further names, each found in a text."""
        found: dict[str, Told] = {}
        for _ in range(self.count(2)):
            article = self.one(self.homes)
            if not any(words.is_name(each) for each in words.excerpts(self.texts[article])):
                continue
            text = self.excerpt(article, fits=words.is_name)
            more = self.maybe(kind="short", language="ar")
            proof = {"article": article, **text}
            found[text["says"]] = {"text": text["says"], **more, "evidence": proof}
        return [each for text, each in found.items() if text not in but]

    def put(self, section: str, slug: str, **told: Any) -> None:
        kept = {key: value for key, value in told.items() if value not in ([], None)}
        self.sections.setdefault(section, {})[slug] = kept

    def acting(self, person: str) -> Told:
        """In which office somebody acts: told, left to the loader, or in none on purpose."""
        offices = sorted(set(self.held.get(person, [])))
        choices: list[Told] = [{"office": "none"}, *({"office": each} for each in offices)]
        office = self.one([*choices, {}] if len(offices) < 2 else choices)
        return {**office, **self.maybe(on_behalf_of=self.one([*self.states, "none"]))}

    def happened(self) -> Told:
        return self.maybe(
            figures=[
                {
                    "what": self.prose(),
                    "value": self.one(["3", "2.50", "182000"]),
                    "qualifier": self.one(Qualifier).value,
                    **self.one([{"by": self.one(self.states)}, {"by_as_written": "he"}, {}]),
                    **self.maybe(evidence=self.proofs(), unit=self.prose()),
                }
            ],
        )
