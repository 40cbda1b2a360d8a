"""What a tree names, seen before anything in it is judged: its records, and the parts of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .files import Source
from .shapes import SECTIONS, RecordFile

Path = tuple[str | int, ...]
KNOWN = RecordFile.model_fields.keys()


def records_named(source: Source, data: dict[str, Any]) -> Iterator[tuple[str, str, Path]]:
    """The kind and slug of every record, and its path."""
    folder = source.folder
    if is_one_record(folder, data):
        if other_section(folder, data) is None:
            yield folder.removesuffix("s"), source.path.stem, ()
        return
    if "article" in data:
        yield "article", article_slug(source, data["article"]), ("article",)
    for section in SECTIONS:
        records = data.get(section)
        if isinstance(records, dict):
            kind = section.removesuffix("s")
            for slug in records:
                yield kind, slug, (section, slug)


def is_one_record(folder: str, data: dict[str, Any]) -> bool:
    """In the folder of a section, a file may be the record that it is named after.

    A meeting has `topics`, and an incident has `actors`, which are names of sections too.
    """
    keys = data.keys()
    if folder not in SECTIONS or (keys and keys <= KNOWN):
        return False
    return not KNOWN & keys - SECTIONS[folder].model_fields.keys()


def other_section(folder: str, data: dict[str, Any]) -> str | None:
    """The section that a record's keys belong to, where this folder's records have others."""
    keys = data.keys()
    if keys <= SECTIONS[folder].model_fields.keys():
        return None
    return next((name for name, each in SECTIONS.items() if keys <= each.model_fields.keys()), None)


def article_slug(source: Source, data: Any) -> str:
    """The slug that an article gives itself, or else the name of its file."""
    given = data.get("slug") if isinstance(data, dict) else None
    return given if isinstance(given, str) and given else source.path.stem


def parts_pointed_at(source: Source, data: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Slugs of records at whose parts something points, and whether it is a mention."""
    for mention in _mappings(data.get("mentions")):
        yield from _slug(mention.get("of"), True)
    for tension in _mappings(data.get("tensions")):
        for statement in _mappings(tension.get("between")):
            yield from _slug(statement.get("of"), False)
            yield from _slug(statement.get("article"), False)
        yield article_slug(source, data.get("article")), False
    agreements = data.get("agreements")
    for slug, agreement in agreements.items() if isinstance(agreements, dict) else ():
        for action in _mappings(agreement.get("actions")) if isinstance(agreement, dict) else ():
            fulfils = action.get("fulfils")
            if isinstance(fulfils, str):
                yield fulfils.partition("#")[0].rpartition("/")[2] or slug, False


def _slug(reference: Any, is_mention: bool) -> Iterable[tuple[str, bool]]:
    return [(reference.rpartition("/")[2], is_mention)] if isinstance(reference, str) else ()


def _mappings(values: Any) -> Iterator[dict[str, Any]]:
    """The mappings in a list or under slugs; what else stands there is judged later."""
    if isinstance(values, dict):
        values = list(values.values())
    if isinstance(values, list):
        yield from (each for each in values if isinstance(each, dict))
