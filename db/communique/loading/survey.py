"""The first pass over a run's files: which record stands in which tree.

The trees themselves wait for the second pass, in memory while they are few and on disk
otherwise. So every reference can be judged when it is met, whatever file it leads to, and
memory grows by the slugs alone.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from .files import Source
from .limits import Limits
from .naming import Path, is_one_record, parts_pointed_at, records_named
from .reader import restored
from .roots import Root
from .rows import KINDS, Key
from .spill import Spill

REGISTRIES = frozenset({"topics", "places", "actors", "offices"})
"""Sections that stay in memory for the whole run: everything else refers to them."""
_YAML_WEIGHS = 4
"""A tree with positions is so much heavier than the data of a line."""


class Held(NamedTuple):
    """One tree, and the file that it is from."""

    source: Source
    root: Root


class Survey:
    """All that the files name, and each tree by its number."""

    def __init__(self, limits: Limits) -> None:
        self.names: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        """By kind and slug: the number of a record, for which `tree_of` has its tree's."""
        self.tree_of = array("l")
        """The tree in which each record stands first."""
        self.pointed_at: set[str] = set()
        """Slugs of records at whose parts others point."""
        self.mentioning: dict[str, list[int]] = defaultdict(list)
        """By slug: the trees that add proofs to a record from elsewhere."""
        self.registries: list[int] = []
        self.only_registries = bytearray()
        """Of each tree whether it holds nothing else, so that it need not be gone through again."""
        self.tensions: list[int] = []
        self._limits = limits
        self._sources: list[Source] = []
        self._source_of = array("l")
        self._few: list[Root] = []
        self._weight = 0
        self._spill: Spill | None = None
        self._at = array("q")
        self._text: tuple[str, int] = ("", -1)

    def close(self) -> None:
        """Let go of the trees."""
        if self._spill is not None:
            self._spill.close()

    def __len__(self) -> int:
        return len(self._source_of)

    @property
    def is_small(self) -> bool:
        """Whether all trees are in memory, to be resolved together."""
        return self._spill is None

    def add(self, source: Source, root: Root) -> None:
        """Note what a tree holds, and keep it for the second pass."""
        number = root.number = len(self)
        if not self._sources or self._sources[-1] is not source:
            self._sources.append(source)
        self._source_of.append(len(self._sources) - 1)
        for kind, slug, _ in records_named(source, root.data):
            if slug not in self.names[kind]:
                self.names[kind][slug] = len(self.tree_of)
                self.tree_of.append(number)
        for slug, is_mention in parts_pointed_at(source, root.data):
            self.pointed_at.add(slug)
            if is_mention:
                self.mentioning[slug].append(number)
        folder = source.folder
        is_registry = folder in REGISTRIES and is_one_record(folder, root.data)
        self.only_registries.append(is_registry or root.data.keys() <= REGISTRIES)
        if REGISTRIES & root.data.keys() or folder in REGISTRIES:
            self.registries.append(number)
        if "tensions" in root.data or folder == "tensions":
            self.tensions.append(number)
        self._keep(root)

    def home(self, key: Key) -> int:
        """The number of the tree in which a record stands first."""
        return self.tree_of[self.names[key[0]][key[1]]]

    def held(self, number: int) -> Held:
        """A tree by its number."""
        source = self._sources[self._source_of[number]]
        return Held(source, self._few[number] if self._spill is None else self._back(number))

    def windows(self) -> Iterator[list[Held]]:
        """All trees in their order, as many at a time as memory is meant for.

        Of a large run those that hold only registries are left out: they went before.
        """
        window: list[Held] = []
        weight = 0
        for number in range(len(self)):
            if self._spill is not None and self.only_registries[number]:
                continue
            window.append(self.held(number))
            weight += _weight(window[-1].root)
            if self._spill is not None and weight >= self._limits.window:
                yield window
                window, weight = [], 0
        if window:
            yield window

    def put_aside(self, content: bytes) -> int:
        """Keep on disk what the trees of a large run name."""
        assert self._spill is not None
        return self._spill.put(content)

    def taken_back(self, at: int) -> Any:
        """What was put aside."""
        assert self._spill is not None
        return self._spill.get(at)

    def path_of(self, key: Key) -> Path:
        """Where in its tree a record stands."""
        held = self.held(self.home(key))
        named = records_named(held.source, held.root.data)
        return next(path for kind, slug, path in named if (kind, slug) == key)

    def _keep(self, root: Root) -> None:
        self._weight += _weight(root)
        if self._spill is None:
            self._few.append(root)
            if self._weight < self._limits.window:
                return
            self._spill = Spill()
            for each in self._few:
                self._put(self._spill, each)
            self._few.clear()
        else:
            self._put(self._spill, root)

    def _put(self, spill: Spill, root: Root) -> None:
        if root.line is not None:
            try:
                self._at.append(spill.put((root.line, root.raw, root.data)))
            except ValueError:  # data with an empty value in it is read again
                self._at.append(spill.put((root.line, root.raw, None)))
            return
        if root.raw is not self._text[0]:  # the trees of one file share its text
            self._text = (root.raw, spill.put(root.raw))
        place: tuple[Any, ...] = (None, self._text[1], root.index)
        try:
            self._at.append(spill.put((*place, root.data, root.lines)))
        except ValueError:  # data with an empty value in it is read again
            self._at.append(spill.put((*place, None, root.lines)))

    def _back(self, number: int) -> Root:
        assert self._spill is not None
        name = self._sources[self._source_of[number]].name
        line, *rest = self._spill.get(self._at[number])
        if line is not None:
            root = restored(name, rest[0], self._limits, line=line, data=rest[1])
        else:
            at, index, data, lines = rest
            text = self._spill.get(at)
            root = restored(name, text, self._limits, index=index, data=data, lines=lines)
        root.number = number
        return root


def _weight(root: Root) -> int:
    if root.line is not None:
        return len(root.raw)
    return len(root.raw) * _YAML_WEIGHS if not root.index else 0
