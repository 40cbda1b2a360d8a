"""Random small archives that a loader accepts: all kinds of records, each with its proof.

    @given(archives())
    def test_something(files: dict[str, bytes]) -> None:
        folder = written(tmp_path, files)

Every choice is Hypothesis's, so that a failing archive shrinks. Events take place from 2010
to 2012; articles appear later, or on no known day. `TODAY` is a day after all of it.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from communique.loading.gate import fault_in
from tests.export.random_choices import Told
from tests.export.random_speech import Speech

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = date(2026, 1, 1)


def written(folder: Path, files: dict[str, bytes]) -> Path:
    """The files in a folder, which is made for them."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@st.composite
def archives(draw: Callable[[Any], Any]) -> dict[str, bytes]:
    """The record files and texts of a random archive, by their names from its folder."""
    return _Archive(draw).files()


class _Archive(Speech):
    def files(self) -> dict[str, bytes]:
        self.cast()
        self.articles()
        self.registries()
        self.meetings()
        self.agreements()
        self.incidents()
        self.everything = {section: dict(told) for section, told in self.sections.items()}
        files: dict[str, bytes] = {}
        pages = {slug: self._page(slug, files) for slug in self.texts}
        self._at_home(pages)
        for slug in self.homes:
            pages[slug][1].update(self.speech(slug))
        self.tensions()
        files |= {name: _line(page) for name, page in pages.values()}
        for section, records in self.sections.items():
            together = self.count(1)
            for slug, told in records.items():
                name = f"{section}/{'all' if together else slug}.jsonl"
                files[name] = files.get(name, b"") + _line({section: {slug: told}})
        return files

    def _page(self, slug: str, files: dict[str, bytes]) -> tuple[str, Told]:
        """An article's file, and its text, which is put among the files or into the record."""
        head, text = self.heads[slug], self.texts[slug].text
        name = self.one([f"articles/{slug}.jsonl", f"reports/{slug}/{slug}.jsonl"])
        where = self.one(["text.txt", f"{slug}.txt", "../texts/report.txt", ""])
        if slug not in self.homes:
            head |= self.maybe(text_sha256=hashlib.sha256(text.encode()).hexdigest())
        elif where or fault_in(text):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), where or "a/b.txt"))
            if path in files:
                where, path = f"{slug}.txt", posixpath.join(posixpath.dirname(name), f"{slug}.txt")
            head["text_file"] = where or "a/b.txt"
            files[path] = text.encode()
        else:
            head["text"] = text
        return name, {"article": head}

    def _at_home(self, pages: dict[str, tuple[str, Told]]) -> None:
        """Move some records into the file of an article, which is then the default source."""
        for section, records in self.sections.items():
            for slug in list(records):
                home = self.one(self.homes)
                if self.count(1) and section != "topics":
                    told = _without(home, records.pop(slug))
                    pages[home][1].setdefault(section, {})[slug] = told


def _without(home: str, told: Any) -> Any:
    if isinstance(told, dict):
        return {
            key: _without(home, value)
            for key, value in told.items()
            if (key, value) != ("article", home)
        }
    return [_without(home, each) for each in told] if isinstance(told, list) else told


def _line(page: Told) -> bytes:
    return json.dumps(page, ensure_ascii=False).encode() + b"\n"
