"""The curator's guide: its tables are what the loader reads, its examples load."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.loading import check
from communique.loading.schema import record_schema

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "seeds/README.md"
TEXT = GUIDE.read_text(encoding="utf-8")
SCHEMA = record_schema()
SHAPES: dict[str, Any] = {
    name: shape
    for name, shape in {**SCHEMA["$defs"], "RecordFile": SCHEMA}.items()
    if "properties" in shape
}
AFTER = date(2031, 6, 1)
BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> Iterator[tuple[str, str]]:
    """The code blocks of the guide that name a file, with their content."""
    for _, name, content in BLOCK.findall(TEXT):
        yield name, content


def copied() -> list[tuple[str, str]]:
    return [(name, content) for name, content in blocks() if name.startswith("seeds/")]


def table(shape: dict[str, Any]) -> str:
    """The keys of a shape as the guide shows them."""
    required = shape.get("required", [])
    lines = ["| key | required | what it is |", "|---|---|---|"]
    for key, value in shape["properties"].items():
        need = "yes" if key in required else ""
        lines.append(f"| `{key}` | {need} | {about(value)} |")
    return "\n".join(lines)


def about(value: dict[str, Any]) -> str:
    words = [value["description"]] if "description" in value else []
    known = SCHEMA["$defs"].get(value.get("$ref", "")[8:], {}).get("enum", [])
    if known:
        words.append("One of " + ", ".join(known) + ".")
    if isinstance(value.get("default"), str):
        words.append(f"By default {value['default']}.")
    return " ".join(words)


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_every_mapping_has_its_table_of_keys(name: str) -> None:
    made = table(SHAPES[name])
    assert made in TEXT, f"the guide lacks this table, of {name}:\n{made}"


def test_no_table_is_left_of_a_mapping_that_is_gone() -> None:
    assert TEXT.count("| key | required |") == len({table(shape) for shape in SHAPES.values()})


@pytest.mark.parametrize(("name", "content"), copied())
def test_what_is_copied_from_the_archive_stands_there(name: str, content: str) -> None:
    assert content.strip()
    there = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = content.splitlines()
    windows = (there[at : at + len(wanted)] for at in range(len(there) - len(wanted) + 1))
    assert any(textwrap.dedent("\n".join(window)) == "\n".join(wanted) for window in windows)


def test_the_examples_are_a_sound_archive(tmp_path: Path) -> None:
    files: dict[str, list[str]] = defaultdict(list)
    for name, content in blocks():
        if not name.startswith("seeds/"):
            files[name].append(content)
    for name, contents in files.items():
        between = "\n" if name.endswith(".txt") else ""
        home = tmp_path / name.split("-")[0].split(".")[0]
        home.mkdir(exist_ok=True)
        (home / name).write_text(between.join(contents), encoding="utf-8")
    assert sorted(home.name for home in tmp_path.iterdir()) == ["2031", "passage"]
    for home in tmp_path.iterdir():
        report = check([home], today=None if home.name == "passage" else AFTER)
        assert [str(complaint) for complaint in report.complaints] == []
        assert report.records["meeting"] == 2


def test_the_worked_passage_is_the_articles_own() -> None:
    article = (ROOT / "seeds/articles/003_10937e741dedd795.txt").read_text(encoding="utf-8")
    passages = [content for name, content in blocks() if name == "passage.txt"]
    assert len(passages) > 1
    assert [words for words in passages if words not in article] == []


def test_every_section_has_a_chapter_and_an_example() -> None:
    for section in SCHEMA["properties"]:
        heading = "Articles" if section == "article" else section.capitalize()
        assert f"\n## {heading}\n" in TEXT
        chapter = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        assert "```yaml" in chapter, f"no example under {heading}"
