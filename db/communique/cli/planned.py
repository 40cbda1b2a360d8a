"""What a load would do, line by line: a sign and a word for each record, its fields old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.loading import Change, Outcome

SIGNS = {"added": "+", "changed": "~", "removed": "-"}
WIDTH = 80
"""Columns of a line that is not broken in two."""
LONGEST = 72
"""Characters of a value; the rest is cut."""
LEAD = 20
"""Characters before the first difference that stay where a long value is cut."""
_FOLLOWS = {"earliest", "latest", "sha256"}
"""Columns that the loader fills from others, by the last word of their names."""


def lines(changes: Iterable[Change]) -> Iterator[str]:
    """Added records first, then changed ones, then removed ones; each by its kind and slug."""
    order = list(SIGNS)
    for change in sorted(changes, key=lambda each: (order.index(each.verb), each.kind, each.slug)):
        yield f"{SIGNS[change.verb]} {change.verb:<7} {one_line(f'{change.kind}/{change.slug}')}"
        for name, old, new in sorted(change.fields, key=lambda field: field[0]):
            if not _follows(name):
                yield from _field(_called(name, change.kind), *_values(old, new))


def _field(name: str, old: str, new: str) -> Iterator[str]:
    line = f"    {name}: {old} -> {new}"
    yield from [line] if len(line) <= WIDTH else [f"    {name}:", f"      {old}", f"   -> {new}"]


def summary(outcome: Outcome) -> str:
    """How many records a load touched, or would touch."""
    done = "would be " if outcome.dry_run else ""
    return (
        f"{outcome.added} {done}added, {outcome.changed} {done}changed,"
        f" {outcome.removed} {done}removed, {outcome.unchanged} unchanged"
    )


def _follows(name: str) -> bool:
    return name.rpartition(".")[2].rpartition("_")[2] in _FOLLOWS


def _called(name: str, kind: str) -> str:
    """A field by the name that a curator knows: ``meeting.date_edtf`` is the date."""
    return one_line(name.removeprefix(f"{kind}.").removesuffix("_edtf").removesuffix("_id"))


def _values(old: Any, new: Any) -> tuple[str, str]:
    """Both values so that where they differ is seen, however long they are."""
    told = [_told(value) for value in (old, new)]
    alike = next((at for at, (a, b) in enumerate(zip(*told, strict=False)) if a != b), 0)
    start = max(alike - LEAD, 0) if max(map(len, told)) > LONGEST else 0
    return _cut(told[0], start, old), _cut(told[1], start, new)


def _cut(text: str, start: int, value: Any) -> str:
    if value is None or isinstance(value, tuple):
        return text
    shown = f"…{text[start + 1 :]}" if start else text
    return f'"{shown}"' if len(shown) <= LONGEST else f'"{shown[: LONGEST - 1]}…"'


def _told(value: Any) -> str:
    if value is None:
        return "(none)"
    # A tuple is the key of the row that is pointed at.
    return _pointed(value) if isinstance(value, tuple) else one_line(str(value))


def _pointed(key: tuple[Any, ...]) -> str:
    """A record by kind and slug, a part by its place in one: ``meeting/x, participation 2``."""
    if len(key) == 2:
        return one_line(f"{key[0]}/{key[1]}")
    return f"{_pointed(key[1])}, {key[0]} {key[-1] + 1}"
