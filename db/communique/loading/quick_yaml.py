"""YAML at the pace of its parser, where nothing on a page is unusual.

A good record file is never asked for a column, so its data is taken from the parser's events
without a node for each value. The guards are those of the `Builder`; but what this cannot vouch
for it leaves to the builder, which knows how to say it.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .gate import break_in, fault_in
from .limits import Limits
from .nodes import EMPTY, NOTHING
from .roots import Lines

_COMMENT = re.compile(r"\S[ \t]+#")
"""Perhaps text that would be lost, perhaps only a comment behind a key."""

Tree = tuple[dict[str, Any], Lines]
"""The data of one tree, and the lines of all that stands one or two keys deep."""


def quickly(text: str, limits: Limits) -> list[Tree] | None:
    """The trees of a file on which nothing is unusual; None sends it to the careful reader.

    Control characters and the like are not looked for: whoever calls has done so.
    """
    if (
        len(text) > limits.scalar
        or any(sign in text for sign in ("&", "*", "!", "<<"))  # anchors, tags, merge keys
        or ("#" in text and _COMMENT.search(text))
        or break_in(text)
    ):
        return None
    try:
        return _trees(yaml.CSafeLoader(text), limits)
    except yaml.YAMLError:
        return None


def _trees(parser: Any, limits: Limits) -> list[Tree] | None:
    root: Any = None
    here: Any = None  # the mapping or list that is read
    key: str | None = None  # of the value that comes next in a mapping
    above: list[Any] = []
    section, lines, found = "", Lines(), list[Tree]()
    tree_at, nodes = 1, 0  # how deep a tree lies: in a file that is a list, one deeper
    next_event = parser.get_event
    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            value: Any = event.value
            style = event.style
            line = event.start_mark.line
            if style != "|" and (style == ">" or event.end_mark.line != line):
                return None  # folded
            if style == '"' and fault_in(value):
                return None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            here, key = above.pop(), None
            continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            value, style = ({}, "{") if kind is MappingStartEvent else ([], "[")
            line = event.start_mark.line
        elif kind is StreamEndEvent:
            break
        elif kind is DocumentStartEvent and (root is not None or event.version or event.tags):
            return None
        else:
            continue
        nodes += 1
        if nodes > limits.nodes:
            return None
        depth = len(above)
        if type(here) is dict:
            if key is None:
                if style in ("{", "[") or value in here or len(here) >= limits.keys:
                    return None
                if value[:1].isspace():  # perhaps of a kind that YAML does not know
                    return None
                key = value
                continue
            here[key] = NOTHING if not style and value in EMPTY else value
            if depth == tree_at:
                section = key
                lines[key,] = line + 1
            elif depth == tree_at + 1:
                lines[section, key] = line + 1
            key = None
        elif here is not None:
            here.append(NOTHING if not style and value in EMPTY else value)
        else:
            root = value
            tree_at = 2 if style == "[" else 1
        if style == "{" or style == "[":
            if depth >= limits.depth:
                return None
            if style == "{" and depth == tree_at - 1:
                lines = {(): line + 1}
                found.append((value, lines))
            above.append(here)
            here = value
    roots = root if isinstance(root, list) else [root]
    whole = bool(roots) and all(isinstance(each, dict) and each for each in roots)
    return found if whole else None
