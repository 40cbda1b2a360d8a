"""The records against a second reading of the five articles.

    python tests/second_reading/compare.py

The reader had the bare texts and did not see the records. Printed are, for each kind and article,
how much of the records the reader found (recall), how much of the reading the records have
(precision), F1, and how many of these are alike in every fact; then every difference. Why each
difference stands is in SETTLED.md.

Two findings are one when their words overlap by more than half of the shorter: a second reader
picks other words for the same thing. Facts are then compared one by one. Swap recall and precision
to measure the reading against the records.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from communique.databases import engine_for
from communique.loading import load
from communique.migrate import upgrade
from communique.names import fold
from tests.second_reading.records import SECTIONS, Item, Records, Span, reading

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True, order=True)
class Difference:
    """One thing on which the two readings do not agree."""

    section: str
    article: str
    words: str
    what: str

    def __str__(self) -> str:
        return f"{self.section} | {self.article} | {self.words} | {self.what}"


@dataclass
class Score:
    """How much of each reading the other has."""

    records: int = 0
    records_found: int = 0
    reading: int = 0
    reading_found: int = 0
    alike: int = 0
    """Findings of the reading that the records have with the same facts."""

    @property
    def recall(self) -> float:
        return self.records_found / self.records if self.records else 1.0

    @property
    def precision(self) -> float:
        return self.reading_found / self.reading if self.reading else 1.0

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.records + other.records,
            self.records_found + other.records_found,
            self.reading + other.reading,
            self.reading_found + other.reading_found,
            self.alike + other.alike,
        )


@dataclass
class Comparison:
    """Scores by kind and article, and all differences."""

    scores: dict[tuple[str, str], Score]
    differences: list[Difference]

    def total(self, section: str) -> Score:
        of_section = [score for (kind, _), score in self.scores.items() if kind == section]
        return sum(of_section, Score())


def compare() -> Comparison:
    """Load the seeds into a fresh database and compare them with the second reading."""
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{folder}/communique.db")
        try:
            upgrade(engine)
            load(engine, [SEEDS])
            with engine.connect() as connection:
                records = Records(connection)
                held, read = [*records.items()], [*reading(records.texts)]
        finally:
            engine.dispose()
    made = Comparison({}, [])
    for section in SECTIONS:
        for article in sorted(records.texts):
            ours = [item for item in held if (item.section, item.article) == (section, article)]
            theirs = [item for item in read if (item.section, item.article) == (section, article)]
            made.scores[section, article] = _score(ours, theirs)
            made.differences += sorted(set(differences(ours, theirs)))
    return made


def _score(ours: Sequence[Item], theirs: Sequence[Item]) -> Score:
    counted = [item for item in ours if item.counts]
    matches = [_best(item, ours) for item in theirs]
    return Score(
        len(counted),
        sum(_best(item, theirs) is not None for item in counted),
        len(theirs),
        sum(match is not None for match in matches),
        sum(
            match is not None and not [*_facts(item, match)]
            for item, match in zip(theirs, matches, strict=True)
        ),
    )


def differences(ours: Sequence[Item], theirs: Sequence[Item]) -> Iterator[Difference]:
    """All on which the records and the reading of one article do not agree, in one kind."""
    for item in theirs:
        match = _best(item, ours)
        if match is None:
            yield _difference(item, "only in the second reading")
        else:
            yield from _facts(item, match)
    for item in ours:
        if item.counts and _best(item, theirs) is None:
            yield _difference(item, "only in the records")
    if theirs and theirs[0].section == "spellings":
        yield from _groups(ours, theirs)


def _difference(item: Item, what: str) -> Difference:
    words = " ".join(item.words.split())
    return Difference(item.section, item.article, words, what)


def _facts(read: Item, held: Item) -> Iterator[Difference]:
    for key, value in read.facts.items():
        mine = held.facts.get(key, frozenset())
        if key == "actor" or (key == "level" and not mine):
            continue
        if key == "participants":
            value, mine = _strangers(value, mine)
        if not _same(key, value, mine):
            yield _difference(read, f"{key}: {_shown(value)}; records: {_shown(mine)}")
    if read.section == "quotes" and held.spans[0] not in read.spans:
        yield _difference(read, f"words; records: {' '.join(held.words.split())}")


def _same(key: str, value: frozenset[str], mine: frozenset[str]) -> bool:
    if key in ("speaker", "place"):
        return value == mine or any(_within(one, other) for one in value for other in mine)
    return value == mine or (key not in ("steps", "participants") and bool(value & mine))


def _strangers(read: frozenset[str], held: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The participants of each reading whom the other has not."""
    known = {name: name.split("/") for name in held}
    both = {
        (one, other)
        for one in read
        for other, names in known.items()
        if any(_within(one, name) or _within(name, one) for name in names)
    }
    return (
        read - {one for one, _ in both},
        frozenset(other.partition("/")[0] for other in held - {other for _, other in both}),
    )


def _within(part: str, whole: str) -> bool:
    return f" {fold(part)} " in f" {fold(whole)} "


def _groups(ours: Iterable[Item], theirs: Sequence[Item]) -> Iterator[Difference]:
    """One actor of one reader that is two of the other."""
    actor = {item.words: item.facts["actor"] for item in ours}
    pairs = {(item.facts["actor"], actor[item.words]) for item in theirs if item.words in actor}
    for item in theirs:
        mine = {held for read, held in pairs if read == item.facts["actor"]}
        read_as = {read for read, held in pairs if held == actor.get(item.words)}
        if len(mine) > 1 or len(read_as) > 1:
            yield _difference(item, "joined with other spellings than in the records")


def _best(item: Item, others: Sequence[Item]) -> Item | None:
    if item.section == "spellings":
        return next((other for other in others if other.words == item.words), None)
    rated = [(_overlap(item, other), len(others) - n, other) for n, other in enumerate(others)]
    share, _, best = max(rated, default=(0.0, 0, item), key=lambda each: each[:2])
    return best if share > 0.5 else None


def _overlap(one: Item, other: Item) -> float:
    """The share of the shorter words that both have; agreeing facts and equal length break ties."""
    share = max((_common(a, b) for a in one.spans for b in other.spans), default=0.0)
    if share <= 0.5:
        return share
    keys = one.facts.keys() & other.facts.keys()
    agreeing = sum(bool(one.facts[key] & other.facts[key]) for key in keys)
    likeness = max(
        _common(a, b) * min(a[1] - a[0], b[1] - b[0]) / max(a[1] - a[0], b[1] - b[0])
        for a in one.spans
        for b in other.spans
    )
    return share + agreeing / 10 + likeness / 10


def _common(a: Span, b: Span) -> float:
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / min(a[1] - a[0], b[1] - b[0])


def _shown(values: Iterable[str]) -> str:
    return ", ".join(sorted(values)) or "none"


def report(made: Comparison) -> Iterator[str]:
    """The lines that the script prints."""
    yield f"{'kind':12} {'article':8} {'recall':>12} {'precision':>14} {'F1':>7} {'alike':>6}"
    for section in SECTIONS:
        rows = [
            (article, score) for (kind, article), score in made.scores.items() if kind == section
        ]
        for article, score in [*rows, ("all", made.total(section))]:
            yield (
                f"{section:12} {article:8} {score.records_found:4}/{score.records:<3}"
                f"{score.recall:5.2f} {score.reading_found:5}/{score.reading:<3}"
                f"{score.precision:5.2f} {score.f1:7.2f} {score.alike:6}"
            )
    yield f"\n{len(made.differences)} differences, settled in SETTLED.md:"
    yield from (f"- {difference}" for difference in made.differences)


if __name__ == "__main__":
    for line in report(compare()):
        sys.stdout.write(f"{line}\n")
