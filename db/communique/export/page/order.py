"""The order of keys: that of the shapes which the loader reads with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from communique.loading.shapes import SECTIONS, RecordFile

from .layout import Branch, Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

Shape = type[BaseModel]


def in_order(branch: Branch, shape: Shape) -> None:
    """Sort the keys of each mapping that has no comments among them; others keep their order.

    The order of a file's sections, of records and of list items is the author's and stays.
    """
    if not branch.mapping:
        for item in branch.entries:
            if isinstance(item.value, Branch):
                in_order(item.value, shape)
        return
    if shape is not RecordFile and not branch.tail and not any(map(_is_commented, branch.entries)):
        ranks = _ranks(shape)
        branch.entries.sort(key=lambda entry: ranks.get(_name(entry), len(ranks)))
    for entry in branch.entries:
        inner = _inner(shape, _name(entry))
        if inner is None or not isinstance(entry.value, Branch):
            continue
        if shape is RecordFile and _name(entry) in SECTIONS:
            for record in entry.value.entries:
                if isinstance(record.value, Branch):
                    in_order(record.value, inner)
        else:
            in_order(entry.value, inner)


def _is_commented(entry: Entry) -> bool:
    return any(entry.above)


def _name(entry: Entry) -> str:
    return (entry.key or "").strip("\"'")


def _ranks(shape: Shape) -> Mapping[str, int]:
    own = [name for name in shape.__annotations__ if name in shape.model_fields]
    names = [*own, *(name for name in shape.model_fields if name not in own)]
    return {name: rank for rank, name in enumerate(names)}


def _inner(shape: Shape, key: str) -> Shape | None:
    found = shape.model_fields.get(key)
    return _shape_in(found.annotation) if found else None


def _shape_in(annotation: Any) -> Shape | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if (found := _shape_in(argument)) is not None:
            return found
    return None
