"""What is said in the articles of a random archive, and what they prove of other records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.vocabulary import Mode
from tests.export.random_choices import Told
from tests.export.random_events import Events

if TYPE_CHECKING:
    from collections.abc import Iterator


class Speech(Events):
    """Quotes, mentions and tensions."""

    everything: dict[str, dict[str, Told]]
    """All records by section, wherever their files are."""

    def speech(self, article: str) -> Told:
        """The quotes and mentions of one article's file."""
        quotes = [self._group(article) for _ in range(self.count(3))]
        mentions = [self._mention() for _ in range(self.count(4))]
        return {
            **({"quotes": quotes} if quotes else {}),
            **({"mentions": mentions} if mentions else {}),
        }

    def _group(self, article: str) -> Told:
        setting = self._setting()
        by = [{"actor": each, **self.acting(each)} for each in self.some(self.persons, 2)]
        remarks = [self._remark(article) for _ in range(self.count(3, 1))]
        return {**({"by": by} if by else {}), **setting, "remarks": remarks}

    def _setting(self) -> Told:
        meetings = self.everything.get("meetings", {})
        return self.maybe(
            as_written=self.prose(),
            via=self.one(self.states),
            note=self.prose(),
            date="2012-12",
            topics=self.some(self.topics),
            evidence=self.proofs(),
            **({"meeting": self.one(meetings)} if meetings else {}),
        )

    def _remark(self, article: str) -> Told:
        mode, excerpt = self.one(Mode).value, self.excerpt(article)
        self.said.append({"of": "quote", "article": article, "says": excerpt["says"]})
        excerpt[mode] = excerpt.pop("says")
        more = self.maybe(utterance="one-remark", language="tr")
        return {**excerpt, **more, **self._setting(), **self.happened()}

    def _mention(self) -> Told:
        of, part = self.one([*((f"article/{each}", {}) for each in self.texts), *self._targets()])
        return {"of": of, **part, **self.proof()}

    def _targets(self) -> Iterator[tuple[str, Told]]:
        """What a mention can point at, each part by its number or by its word."""
        for section, records in self.everything.items():
            kind = section.removesuffix("s")
            for slug, told in records.items():
                if kind in ("meeting", "agreement", "incident"):
                    yield f"{kind}/{slug}", {}
                for key, word, selector in (
                    ("participants", "actor", "participant"),
                    ("parties", "actor", "party"),
                    ("tenures", "", "tenure"),
                    ("actions", "", "action"),
                    ("names", "text", "name"),
                ):
                    for number, each in enumerate(told.get(key, ()), start=1):
                        yield f"{kind}/{slug}", {selector: each.get(word, str(number))}
                for number, step in enumerate(told.get("actions", ()), start=1):
                    for n, _ in enumerate(step["signatures"], start=1):
                        yield f"{kind}/{slug}", {"action": str(number), "signature": str(n)}

    def tensions(self) -> None:
        """Two statements that are not the same pull apart."""
        found = {(each["of"], each["article"], each["says"]): each for each in self.said}
        for number in range(self.count(2)):
            pair = self.some(found, 2)
            if len(pair) < 2:
                return
            between = []
            for key in pair:
                of, article, says = key
                often = sum(
                    (each["of"], each["article"], each["says"]) == key for each in self.said
                )
                nth = {"nth": self.count(often, 1)} if often > 1 else {}
                between.append({"of": of, "article": article, "says": says, **nth})
                del found[key]
            self.put("tensions", f"tension-{number}", between=between, **self.maybe(note="x"))
