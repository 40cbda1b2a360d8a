"""The layout of a page: two spaces deeper for each level, a list's dash among them.

A flow collection, ``{...}`` or ``[...]``, stands on one line. No line is folded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPER = "  "


@dataclass(slots=True)
class Leaf:
    """A scalar as it stands on the page; ``below`` are the lines of a literal one."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(slots=True)
class Entry:
    """An item of a list, or a key with its value.

    ``above`` are the comments before it, an empty one for a blank line; ``beside`` is the
    comment on its own line.
    """

    value: Node
    key: str | None = None
    above: list[str] = field(default_factory=list)
    beside: str | None = None


@dataclass(slots=True)
class Branch:
    """A mapping or a list; ``tail`` are the comments behind its last entry."""

    mapping: bool
    flow: bool = False
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


Node = Leaf | Branch


def page_text(root: Branch, head: list[str]) -> str:
    """The page: its first comments, its entries, and a line feed at the end of each line."""
    lines = [*_comments(head, "", first=True), *_block(root, "")]
    return "".join(f"{line}\n" for line in _parted(lines))


def _parted(lines: list[str]) -> Iterator[str]:
    """The lines without blank ones at the beginning and the end."""
    while lines and not lines[0]:
        lines = lines[1:]
    while lines and not lines[-1]:
        lines = lines[:-1]
    return iter(lines)


def _block(branch: Branch, indent: str) -> Iterator[str]:
    if branch.flow:
        yield indent + inline(branch)
        return
    for number, entry in enumerate(branch.entries):
        yield from _comments(entry.above, indent, first=number == 0)
        yield from _entry(entry, indent)
    yield from _comments(branch.tail, indent)


def _comments(lines: list[str], indent: str, *, first: bool = False) -> Iterator[str]:
    """Comments at this depth, never more than one blank line together, and none at first."""
    blank = first
    for line in lines:
        if line or not blank:
            yield indent + line if line else ""
        blank = not line


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    value, beside = entry.value, f"  {entry.beside}" if entry.beside else ""
    lead = f"{entry.key}:" if entry.key is not None else "-"
    if isinstance(value, Leaf) or value.flow:
        text = inline(value)
        yield f"{indent}{lead} {text}".rstrip() + beside
        if isinstance(value, Leaf):
            yield from (f"{indent}{DEEPER}{line}" if line else "" for line in value.below)
    elif entry.key is not None:
        yield indent + lead + beside
        yield from _block(value, indent + DEEPER)
    else:  # the first line of the item stands beside its dash
        lines = _block(value, indent + DEEPER)
        yield f"{indent}- {next(lines)[len(indent) + 2 :]}"
        yield from lines


def inline(node: Node) -> str:
    """A scalar, or the header of a literal one, or a flow collection, on one line."""
    if isinstance(node, Leaf):
        return node.text
    inner = ", ".join(
        inline(each.value) if each.key is None else f"{each.key}: {inline(each.value)}".rstrip()
        for each in node.entries
    )
    return f"{{{inner}}}" if node.mapping else f"[{inner}]"
