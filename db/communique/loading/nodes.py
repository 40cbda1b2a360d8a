"""A record file as a tree in which every part knows its line and column."""

from __future__ import annotations

from collections.abc import Sequence as Path_
from typing import Any, Final

from .complaints import shown


class Null:
    """What an empty plain scalar stands for; a field says whether it may be empty."""


NOTHING: Final = Null()
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that stand for nothing."""


class Scalar:
    """Text, however it was written; a field types it."""

    __slots__ = ("column", "line", "plain", "text")

    def __init__(self, text: str, line: int, column: int, plain: bool) -> None:
        self.text = text
        self.line = line
        self.column = column
        self.plain = plain


class Mapping:
    """Keys to nodes, in the file's order."""

    __slots__ = ("column", "entries", "keys", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}


class Sequence:
    """Nodes in a row."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.items: list[Node] = []


Node = Scalar | Mapping | Sequence


def plain(node: Node) -> Any:
    """The tree as dictionaries, lists and text, for a shape to validate."""
    if isinstance(node, Scalar):
        return NOTHING if node.plain and node.text in EMPTY else node.text
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    return [plain(item) for item in node.items]


def locate(node: Node, path: Path_[str | int], *, at_key: bool = False) -> Node:
    """The deepest part of the path that the file holds, or the key in front of it.

    A shape may have wrapped a single value into a list, or text into a mapping;
    then the value itself is the place.
    """
    place: Node = node
    for depth, step in enumerate(path):
        if isinstance(place, Mapping) and step in place.entries:
            if at_key and depth == len(path) - 1:
                return place.keys[str(step)]
            place = place.entries[str(step)]
        elif isinstance(place, Sequence) and isinstance(step, int) and step < len(place.items):
            place = place.items[step]
    return place


def written(path: Path_[str | int]) -> str:
    """A path as people read it: ``meetings.2021-talks.participants[0].actor``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f"{'.' if text else ''}{shown(step)}"
    return text
