"""From the text of a record file to a page: its scalars as they stand, its comments, its gaps.

PyYAML's events say where each scalar begins and ends; what stands between them are signs,
which the page puts again, and comments and blank lines, which are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from ..page import Branch, Entry, Leaf, Node, literal

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Page:
    """A whole file: the comments that it begins with, and its entries."""

    head: list[str]
    root: Branch


@dataclass(slots=True)
class _Line:
    """A line between two values: a comment with its column, or nothing."""

    text: str
    column: int


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    branch: Branch
    column: int
    entry: Entry | None = None
    """The key that still has no value, or the last entry."""
    waits: bool = False


@dataclass(slots=True)
class Source:
    """Reads one text, which the loader's reader has accepted."""

    text: str
    at: int = 0
    stack: list[_Open] = field(default_factory=list)
    closed: list[_Open] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    last: Entry | None = None
    """The entry whose value ended last: a comment on the same line belongs to it."""

    def page(self) -> Page:
        """The page that the text stands for."""
        root: Branch | None = None
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event)
                root = root or (node if isinstance(node, Branch) else None)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
        assert root is not None  # the reader refuses a file without a collection
        beside, lines = self._gap(len(self.text))
        self._behind(beside)
        self._into_tails(lines, -1)
        return Page(self.head, root)

    def _node(self, event: Any) -> Node:
        start = event.start_mark.index
        beside, lines = self._gap(max(start, self.at))
        above = self._settle(beside, lines)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._leaf(event)
        else:
            node = Branch(isinstance(event, yaml.MappingStartEvent), bool(event.flow_style))
            self.at = max(self.at, event.end_mark.index)
        if self.stack:
            self._place(self.stack[-1], node, above)
        else:  # what a file begins with is about the file, not about its first section
            self.head = above
        if isinstance(node, Branch):
            self.stack.append(_Open(node, event.start_mark.column))
            self.last = None
        return node

    def _place(self, parent: _Open, node: Node, above: list[str]) -> None:
        """Put a node into its collection: as a key, as the value of one, or as an item."""
        if parent.branch.flow:
            above = [line for line in above if line]
        if parent.branch.mapping and not parent.waits:
            assert isinstance(node, Leaf)  # the reader refuses any other key
            parent.entry = Entry(Leaf(""), node.text, above)
            parent.branch.entries.append(parent.entry)
            parent.waits, self.last = True, None
            return
        if not parent.branch.mapping:
            parent.entry = Entry(node, None, above)
            parent.branch.entries.append(parent.entry)
        elif parent.entry is not None:
            parent.entry.value = node
            parent.waits = False
            if isinstance(node, Branch) and not node.flow:
                self.carried = above
            else:
                beside, parent.entry.beside = parent.entry.beside, None
                parent.entry.above += [line for line in (beside, *above) if line]
        self.last = parent.entry

    def _leaf(self, event: Any) -> Leaf:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style != "|":
            self.at = max(self.at, end)
            return Leaf(self.text[start:end])
        written = self.text[start:end].rstrip()
        self.at = start + len(written)
        node = literal(event.value)
        _, sign, comment = written.partition("\n")[0].partition("#")
        return Leaf(f"{node.text}  #{comment.rstrip()}", node.below) if sign else node

    def _close(self, event: Any) -> None:
        ended = self.stack.pop()
        above = self.stack[-1] if self.stack else None
        if not ended.branch.flow:
            self.closed.append(ended)
            return
        beside, lines = self._gap(event.start_mark.index)
        within = [line.text for line in lines if line.text]
        if ended.branch.entries:
            self._behind(beside)
            ended.branch.tail += within
            ended.branch.flow = not _is_commented(ended.branch)
        elif above and above.entry:
            above.entry.above += [*([beside] if beside else []), *within]
        self.at = event.end_mark.index
        self.last = above.entry if above else None

    def _gap(self, end: int) -> tuple[str | None, list[_Line]]:
        """What stands before the next value: a comment on the same line, and further lines."""
        pieces = self.text[self.at : end].split("\n")
        found = []
        for piece in pieces[1:] if end == len(self.text) else pieces[1:-1]:
            _, sign, comment = piece.partition("#")
            if sign:
                column = len(piece) - len(piece.lstrip())
                found.append(_Line(f"#{comment.rstrip()}", column))
            elif not piece.strip():
                found.append(_Line("", 0))
        _, sign, comment = pieces[0].partition("#")
        self.at = max(self.at, end)
        return (f"#{comment.rstrip()}" if sign else None), found

    def _settle(self, beside: str | None, lines: list[_Line]) -> list[str]:
        """Give the comments before a value to whom they belong; what is left stands above it."""
        open_ = self.stack[-1] if self.stack else None
        lines = self._into_tails(lines, open_.column if open_ and not open_.branch.flow else -2)
        rest = [*self.carried, *(line.text for line in lines)]
        self.carried = []
        if beside is None:
            return rest
        if open_ is not None and open_.waits and open_.entry is not None:
            open_.entry.beside = beside  # taken back by `_place` where the value is on one line
            return rest
        if self.last is None:
            return [beside, *rest]
        self._behind(beside)
        return rest

    def _behind(self, beside: str | None) -> None:
        if beside is None or self.last is None:
            return
        value = self.last.value
        if isinstance(value, Leaf) and value.text[:1] not in ("'", '"'):
            self.last.above.append(beside)  # behind a plain scalar it would be lost
        else:
            self.last.beside = beside

    def _into_tails(self, lines: list[_Line], column: int) -> list[_Line]:
        """Comments that stand deeper than what follows belong to what ended before them."""
        ended, self.closed = self.closed, []
        for number, line in enumerate(lines):
            if not line.text:
                continue
            if line.column <= column or not ended:
                first = number
                while first and not lines[first - 1].text:
                    first -= 1
                return lines[first:]
            while len(ended) > 1 and ended[0].column > line.column:
                ended = ended[1:]
            blank = number > 0 and not lines[number - 1].text
            ended[0].branch.tail += ["", line.text] if blank else [line.text]
        last = next((n for n in reversed(range(len(lines))) if lines[n].text), -1)
        return lines[last + 1 :]


def _is_commented(branch: Branch) -> bool:
    return bool(branch.tail) or any(
        each.above or each.beside or (isinstance(each.value, Branch) and not each.value.flow)
        for each in branch.entries
    )


def comments(text: str) -> list[str]:
    """Every comment of a text, in alphabetical order."""
    page = Source(text).page()
    return sorted([*filter(None, page.head), *_comments(page.root)])


def _comments(node: Node) -> Iterator[str]:
    if isinstance(node, Leaf):
        if node.text[:1] == "|":
            yield from node.text.partition("  ")[2:]
        return
    for entry in node.entries:
        yield from (line for line in (*entry.above, entry.beside) if line)
        yield from _comments(entry.value)
    yield from filter(None, node.tail)
