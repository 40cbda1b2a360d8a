"""A thousand changes by hands that know of no index, and a model of what is then searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from communique.names import fold
from tests.search.passages import Written, passages, quote, write

if TYPE_CHECKING:
    from random import Random

    from sqlalchemy import Connection

VOCABULARY = ["Çavuşoğlu", "peace", "war", "treaty", "Sana'a", "border", "NEAR", "10", "İran", "x"]


class Strangers:
    """Writes titles, texts and quotes in plain SQL; ``waiting`` are those not yet folded."""

    def __init__(self, connection: Connection, chance: Random) -> None:
        self.connection, self.chance = connection, chance
        self.articles: dict[str, Written] = {}
        self.waiting: set[tuple[str, str]] = set()
        self._made = 0

    def step(self) -> None:
        """One change of a kind that chance chooses."""
        verbs = [self.insert, self.title, self.text, self.upsert, self.delete, self.drop_quote,
                 self.drop_text, self.replace]  # fmt: skip
        self.chance.choice(verbs if self.articles else [self.insert])()

    def searched(self) -> dict[tuple[str, str], set[str]]:
        """The words of each passage that is not waiting."""
        return {
            key: set(fold(held).split())
            for key, held in passages(self.articles)
            if key not in self.waiting
        }

    def insert(self) -> None:
        self._made += 1
        slug = f"article-{self._made}"
        some = self.chance.choice([None, *(self._words() for _ in range(2))])
        new = Written(some, self._words(), [self._words() for _ in range(self.chance.randrange(3))])
        write(self.connection, {slug: new})
        self.articles[slug] = new
        self.waiting |= {("text", slug)} | ({("title", slug)} if some else set())

    def title(self) -> None:
        slug, each = self._one()
        new = self.chance.choice([None, self._words()])
        if new != each.title:
            self._changed(("title", slug), new)
        each.title = new
        self._run("UPDATE article SET title = :new WHERE slug = :slug", slug, new=new)

    def text(self) -> None:
        slug, each = self._one()
        if each.text is not None:
            new = self._words()
            if new != each.text:
                self._changed(("text", slug), new)
            each.text = new
            self._run(f"UPDATE article_text SET text = :new WHERE {OF}", slug, new=new)

    def drop_text(self) -> None:
        slug, each = self._one()
        each.text = None
        self._changed(("text", slug), None)
        self._run(f"DELETE FROM article_text WHERE {OF}", slug)

    def upsert(self) -> None:
        slug, each = self._one()
        position = self.chance.randrange(len(each.quotes) + 1)
        new = self._words()
        each.quotes[position : position + 1] = [new]
        quote(self.connection, self._id(slug), position, new)

    def replace(self) -> None:
        """What deletes a row behind the back of triggers, where there is such a thing."""
        slug, each = self._one()
        if self.connection.dialect.name == "sqlite" and each.quotes:
            each.quotes[0] = self._words()
            verb = "REPLACE"
            self._run(
                f"INSERT OR {verb} INTO quote (article_id, position, start_char, end_char, text,"
                " folded, mode) SELECT id, 0, 0, 9, :new, :folded, 'direct' FROM article"
                " WHERE slug = :slug",
                slug, new=each.quotes[0], folded=fold(each.quotes[0]),
            )  # fmt: skip

    def drop_quote(self) -> None:
        slug, each = self._one()
        if each.quotes:
            each.quotes.pop()
            self._run(
                f"DELETE FROM quote WHERE {OF} AND position = :last", slug, last=len(each.quotes)
            )

    def delete(self) -> None:
        slug, _ = self._one()
        del self.articles[slug]
        self.waiting -= {("text", slug), ("title", slug)}
        self._run("DELETE FROM article WHERE slug = :slug", slug)

    def _changed(self, key: tuple[str, str], new: str | None) -> None:
        (self.waiting.discard if new is None else self.waiting.add)(key)

    def _words(self) -> str:
        return " ".join(self.chance.choices(VOCABULARY, k=self.chance.randint(1, 6)))

    def _one(self) -> tuple[str, Written]:
        return self.chance.choice(sorted(self.articles.items(), key=lambda one: one[0]))

    def _id(self, slug: str) -> int:
        asked = text("SELECT id FROM article WHERE slug = :slug")
        return int(self.connection.execute(asked, {"slug": slug}).scalar_one())

    def _run(self, sql: str, slug: str, **values: object) -> None:
        self.connection.execute(text(sql), {"slug": slug, **values})


OF = "article_id = (SELECT id FROM article WHERE slug = :slug)"
