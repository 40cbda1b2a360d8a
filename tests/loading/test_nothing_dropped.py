"""No value of a record file is dropped in silence: no key, and no record."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from communique.databases import engine_for
from communique.loading import check, load
from communique.loading.schema import record_schema
from communique.loading.shapes.base import Shape
from tests.conftest import SEEDS
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Put = Callable[[Any], Any]

STRANGER = {"colour": "x"}


def mappings() -> dict[str, Any]:
    """For each kind of mapping a whole page, generated from the schema, with a stranger in it."""
    schema = record_schema()
    found: dict[str, Any] = {"RecordFile": STRANGER}
    seen: set[str] = set()
    waiting: list[tuple[Any, Put]] = [(schema, lambda inner: inner)]
    while waiting:
        here, put = waiting.pop(0)
        for value, inside in below(here):

            def whole(inner: Any, put: Put = put, inside: Put = inside) -> Any:
                return put(inside(inner))

            name = value.get("$ref", "").removeprefix("#/$defs/")
            if not name:
                waiting.append((value, whole))
            elif name not in seen:
                seen.add(name)
                waiting.append((schema["$defs"][name], whole))
                if "properties" in schema["$defs"][name]:
                    found[name] = whole(STRANGER)
    return found


def below(schema: Any) -> Iterator[tuple[Any, Put]]:
    """What a schema holds, and how a value of it stands in a value of this one."""
    for key, value in schema.get("properties", {}).items():
        yield value, partial(_under, key)
    if "items" in schema:
        yield schema["items"], lambda inner: [inner]
    for name in ("additionalProperties", *schema.get("patternProperties", ())):
        value = schema.get(name) or schema.get("patternProperties", {}).get(name)
        if isinstance(value, dict):
            yield value, partial(_under, "a-slug")
    for choice in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield choice, lambda inner: inner


def _under(key: str, inner: Any) -> Any:
    return {key: inner}


PAGES = mappings()


def shapes(above: type[Shape] = Shape) -> Iterator[str]:
    for shape in above.__subclasses__():
        yield shape.__name__
        yield from shapes(shape)


def test_every_kind_of_mapping_has_its_page() -> None:
    assert {name for name in shapes() if name.removesuffix("Shape") not in PAGES} == set()


@pytest.mark.parametrize("name", PAGES)
def test_an_unknown_key_is_told_in_every_kind_of_mapping(name: str, tmp_path: Path) -> None:
    # Quotes and mentions are read only beside the article that they stand in.
    beside: dict[str, Any] = {"article": {}} if {"quotes", "mentions"} & set(PAGES[name]) else {}
    (tmp_path / "a.yaml").write_text(json.dumps(beside | PAGES[name]), encoding="utf-8")

    told = [each for each in check([tmp_path]).complaints if each.code == "E401"]

    assert [each for each in told if "colour" in each.message], told


@pytest.mark.parametrize("source", ["seeds", "small"])
def test_every_record_of_the_files_is_counted(
    source: str, migrated_url: str, tmp_path: Path
) -> None:
    """What the files hold is what was added, changed, and found unchanged; by another reader."""
    folder = SEEDS if source == "seeds" else archive(tmp_path / "a")
    held = sum(records(file) for file in folder.rglob("*.yaml"))
    engine = engine_for(migrated_url)

    first = load(engine, [folder], today=TODAY)
    again = load(engine, [folder], today=TODAY)

    assert (first.added, first.changed, first.unchanged) == (held, 0, 0)
    assert (again.added, again.changed, again.unchanged) == (0, 0, held)
    if source == "small":
        edits = ("label: Fisheries}", "label: Fish}\n  sea: {label: Sea}")
        edited = load(engine, [archive(folder, edits)], today=TODAY)
        assert (edited.added, edited.changed, edited.unchanged) == (1, 1, held - 1)


def records(file: Path) -> int:
    """Records that have a name: an article, and the entries of the sections of others."""
    page = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    return sum(
        1 if section == "article" else len(entries)
        for section, entries in page.items()
        if isinstance(entries, dict)
    )
