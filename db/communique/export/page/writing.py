"""From plain data to a page: what fits on a line stands on one, unless it is a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .layout import Branch, Entry, Leaf, Node, inline
from .scalars import leaf, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST: Final = 120
"""The widest line that a flow collection may make, in code points."""


def laid_out(value: Any, *, spread: int = 0) -> Branch:
    """A mapping or list of texts, numbers and the like; its outer levels, ``spread``, in blocks."""
    made = _node(value, 0, 0, spread)
    assert isinstance(made, Branch)
    return made


def _node(value: Any, indent: int, column: int, spread: int) -> Node:
    """A value whose own entries would stand at the indent, or in one line from the column on."""
    if not isinstance(value, dict | list):
        return _leaf(value, flow=False)
    if spread <= 0 and (flow := _flow(value)) and column + len(inline(flow)) <= WIDEST:
        return flow
    branch = Branch(mapping=isinstance(value, dict))
    for key, each in _pairs(value):
        start = indent + (2 if key is None else len(key) + 2)
        branch.entries.append(Entry(_node(each, indent + 2, start, spread - 1), key))
    return branch


def _flow(value: dict[str, Any] | list[Any]) -> Branch | None:
    """A collection on one line, if it holds no list of mappings and no text of several lines."""
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return None
    found = Branch(mapping=isinstance(value, dict), flow=True)
    for key, each in _pairs(value):
        node = _flow(each) if isinstance(each, dict | list) else _leaf(each, flow=True)
        if node is None or (isinstance(node, Leaf) and node.below):
            return None
        found.entries.append(Entry(node, key))
    return found


def _pairs(value: dict[str, Any] | list[Any]) -> Iterator[tuple[str | None, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    else:
        yield from ((None, each) for each in value)


def _leaf(value: str | int | bool, *, flow: bool) -> Leaf:
    if isinstance(value, bool):
        return Leaf("true" if value else "false")
    if isinstance(value, int):
        return Leaf(str(value))
    block = leaf(value)
    return block if block.below or not flow else Leaf(scalar(value, flow=True))
