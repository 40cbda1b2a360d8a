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


class Root:
    """One record tree: a YAML document, an item of its list, or a line of JSON Lines."""

    __slots__ = ("_build", "_tree", "data", "line")

    def __init__(
        self,
        build: Callable[[], Mapping],
        *,
        data: dict[str, Any] | None = None,
        tree: Mapping | None = None,
        line: int | None = None,
    ) -> None:
        self._build = build
        self._tree = tree
        self.data: dict[str, Any] = plain(self.tree) if data is None else data
        self.line = line
        """The one line on which all of it stands; None where it has several."""

    @property
    def tree(self) -> Mapping:
        """The tree with positions; raises `Refused` where only a careful reader sees a fault."""
        if self._tree is None:
            self._tree = self._build()
        return self._tree

    def node(self, path: Path, *, at_key: bool = False) -> Node:
        """The deepest node of a path that the tree holds; raises `Refused` like `tree`."""
        return locate(self.tree, path, at_key=at_key)

    def line_of(self, path: Path) -> int:
        """The line on which a part begins."""
        return self.line if self.line is not None else self.node(path).line
