"""Record trees as the loader carries them: their data at once, their positions when asked for.

A good file is never asked where its values stand, apart from the line of each record. So the
nodes that know every line and column are built, by the same reader as ever, for the first
complaint about a tree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .nodes import Mapping, Node, locate, plain

Path = Sequence[str | int]
Lines = dict[tuple[str | int, ...], int]


class Root:
    """One record tree: a YAML document, an item of its list, or a line of JSON Lines.

    ``raw`` is the text that it was read from, and ``index`` its place among the trees of a
    YAML file. ``line`` is the one line on which all of it stands; None where it has several.
    """

    __slots__ = ("_build", "_lines", "_tree", "data", "index", "line", "number", "raw")

    def __init__(
        self,
        raw: str,
        build: Callable[[], Mapping],
        *,
        data: dict[str, Any] | None = None,
        tree: Mapping | None = None,
        line: int | None = None,
        index: int = 0,
        lines: Lines | None = None,
    ) -> None:
        self.raw = raw
        self.number = 0
        self.index = index
        self.line = line
        self._build = build
        self._tree = tree
        self._lines = lines
        self.data: dict[str, Any] = plain(self.tree) if data is None else data

    @property
    def tree(self) -> Mapping:
        """The tree with positions; raises `Refused` where only a careful reader sees a fault."""
        if self._tree is None:
            self._tree = self._build()
        return self._tree

    def node(self, path: Path, *, at_key: bool = False) -> Node:
        """The deepest node of a path that the tree holds; raises `Refused` like `tree`."""
        return locate(self.tree, path, at_key=at_key)

    @property
    def lines(self) -> Lines:
        """The lines of all that stands one or two keys deep, for when the tree is not at hand."""
        if self._lines is None:
            self._lines = {(): self.tree.line}
            for section, node in self.tree.entries.items():
                self._lines[section,] = node.line
                for slug, record in node.entries.items() if isinstance(node, Mapping) else ():
                    self._lines[section, slug] = record.line
        return self._lines

    def line_of(self, path: Path) -> int:
        """The line on which a part begins."""
        if self.line is not None:
            return self.line
        known = self._lines and self._lines.get(tuple(path))
        return known or self.node(path).line
