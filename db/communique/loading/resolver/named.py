"""Whether an article names somebody, by any recorded spelling or by an office."""

from __future__ import annotations

from collections.abc import Iterator

from ...names import fold
from ..archive import Archive
from ..rows import Key, Record
from ..texts import ArticleText


def names(archive: Archive, text: ArticleText, actor: str, office: Key | None) -> bool:
    """Whether a name of the actor, or of an office of theirs, stands in the text.

    Spellings are looked for as written first, then folded: case and accents are no
    other name. An actor that was refused is not judged.
    """
    record = archive.record("actor", actor)
    if record is None:
        return True
    tried = []
    for each in _spellings(archive, record, office):
        if text.occurrences(each, 1):
            return True
        tried.append(each)
    return any(f" {key} " in text.folded for key in map(fold, tried) if key)


def _spellings(archive: Archive, record: Record, office: Key | None) -> Iterator[str]:
    yield from (row.values["text"] for row in record.of("name"))
    held: set[Key] = {row.values["office_id"] for row in record.of("tenure")}
    for key in sorted(held | {office} if office else held):
        post = archive.record(*key)
        if post is not None:
            yield post.head.values["title"]
            yield from (row.values["text"] for row in post.of("name"))
