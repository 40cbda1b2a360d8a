"""Load, edit, move, rename, delete and prune in any order, against a model in plain Python."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Engine, text

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import load
from tests.loading.archives import TODAY

SLUGS = [f"s{number}" for number in range(1, 7)]
FILES = ["a.yaml", "b.yaml", "c.yaml"]
slugs = st.sampled_from(SLUGS)
kinds = st.sampled_from(["topics", "actors"])
files = st.sampled_from(FILES)


class Held(NamedTuple):
    """A record: a topic's label and the topic above, or an actor's name and identifier."""

    text: str
    other: str | None


State = dict[tuple[str, str], Held]
"""Records by kind and slug."""


class Archive(RuleBasedStateMachine):
    """Record files, the database they are loaded into, and what both should hold."""

    url = ""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="communique-machine-"))
        self.files: dict[str, State] = {}
        self.stored: State = {}
        self.engine: Engine = engine_for(self.url)

    @initialize()
    def begin_with_nothing(self) -> None:
        with self.engine.begin() as connection:
            connection.execute(text("UPDATE topic SET broader_id = NULL"))
            for table in ("evidence", "name", "topic", "actor", "load_run"):
                connection.execute(text(f"DELETE FROM {table}"))

    def teardown(self) -> None:
        self.engine.dispose()
        shutil.rmtree(self.folder)

    @rule(file=files, kind=kinds, slug=slugs, words=st.sampled_from("ABC"), other=st.none() | slugs)
    def write(self, file: str, kind: str, slug: str, words: str, other: str | None) -> None:
        self.files.setdefault(file, {})[kind, slug] = Held(words, other)

    @rule(kind=kinds, slug=slugs)
    def delete(self, kind: str, slug: str) -> None:
        for records in self.files.values():
            records.pop((kind, slug), None)

    @rule(file=files)
    def delete_a_file(self, file: str) -> None:
        self.files.pop(file, None)

    @rule(file=files, to=files)
    def rename_a_file(self, file: str, to: str) -> None:
        if file in self.files and to not in self.files:
            self.files[to] = self.files.pop(file)

    @rule(kind=kinds, slug=slugs, to=slugs)
    def rename(self, kind: str, slug: str, to: str) -> None:
        """A new slug, wherever it stands."""
        for records in self.files.values():
            if (kind, slug) in records and (kind, to) not in records:
                records[kind, to] = records.pop((kind, slug))
            if kind == "topics":
                for key, held in records.items():
                    if key[0] == kind and held.other == slug:
                        records[key] = held._replace(other=to)

    @rule(prune=st.booleans(), allow=st.booleans(), dry_run=st.sampled_from([True, False, False]))
    def load(self, prune: bool, allow: bool, dry_run: bool) -> None:
        self._write_files()
        wanted = self._wanted()
        gone = set(self.stored) - set(wanted or {}) if prune else set()
        allowed = len(gone) if prune and allow else None
        fits = wanted is not None and self._fits(wanted, gone, allowed)
        told: list[str] = []
        try:
            outcome = load(
                self.engine, [self.folder], prune=prune, allow_removals=allowed, dry_run=dry_run, today=TODAY
            )  # fmt: skip
        except CuratedDataError as refused:
            told = [str(each) for each in refused.complaints]
            outcome = None
        assert (outcome is not None) is fits, told
        assert "E705" not in " ".join(told)
        if outcome is None or wanted is None:
            return
        added = set(wanted) - set(self.stored)
        changed = {key for key in set(wanted) - added if wanted[key] != self.stored[key]}
        assert (outcome.added, outcome.changed, outcome.removed, outcome.unchanged) == (
            len(added), len(changed), len(gone), len(wanted) - len(added) - len(changed),
        )  # fmt: skip
        if not dry_run:
            self.stored = {
                key: held for key, held in self.stored.items() if key not in gone
            } | wanted

    def _wanted(self) -> State | None:
        """What the files say together; None when that cannot be loaded."""
        every = [key for records in self.files.values() for key in records]
        if not every or len(every) > len(set(every)):
            return None
        return {key: held for records in self.files.values() for key, held in records.items()}

    def _fits(self, wanted: State, gone: set[tuple[str, str]], allowed: int | None) -> bool:
        after = {key: held for key, held in self.stored.items() if key not in gone} | wanted
        above = {key[1]: held.other for key, held in after.items() if key[0] == "topics"}
        if any(other and other not in above for other in above.values()):
            return False
        for slug in above:
            seen, here = {slug}, above[slug]
            while here is not None:
                if here in seen:
                    return False
                seen.add(here)
                here = above[here]
        items = [held.other for key, held in after.items() if key[0] == "actors" and held.other]
        if len(items) > len(set(items)):
            return False
        return not gone or allowed is not None or len(gone) * 10 <= len(self.stored)

    def _write_files(self) -> None:
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        for name, records in self.files.items():
            lines: list[str] = []
            for kind in ("topics", "actors"):
                mine = {
                    slug: held for (each, slug), held in sorted(records.items()) if each == kind
                }
                lines += [f"{kind}:", *(f"  {slug}: {_written(kind, held)}" for slug, held in mine.items())] if mine else []  # fmt: skip
            if lines:
                (self.folder / name).write_text("\n".join(lines) + "\n")

    @invariant()
    def the_database_holds_what_the_model_says(self) -> None:
        with self.engine.connect() as connection:
            topics = connection.execute(
                text("SELECT topic.slug, topic.label, above.slug FROM topic LEFT JOIN topic AS above ON above.id = topic.broader_id")
            ).all()  # fmt: skip
            actors = connection.execute(text("SELECT slug, name, wikidata FROM actor")).all()
        found = {("topics", slug): Held(label, above) for slug, label, above in topics}
        found |= {
            ("actors", slug): Held(name, item and f"s{item[1:]}") for slug, name, item in actors
        }
        assert found == self.stored


def _written(kind: str, held: Held) -> str:
    if kind == "topics":
        return f"{{label: {held.text}{f', broader: {held.other}' if held.other else ''}}}"
    item = f", wikidata: Q{held.other[1:]}" if held.other else ""
    return (
        f"{{kind: state, name: {{text: {held.text}, evidence: {{basis: outside, note: x}}}}{item}}}"
    )
