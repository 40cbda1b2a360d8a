"""A tree with positions from the events of one YAML document.

The guards stand on the event stream, before anything is composed: a nest, a bomb or
a tag is refused where it begins. No scalar is typed here. `PyYAML`'s C parser gives
the events; its composer and its constructors are never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .complaints import Refused, shown
from .gate import fault_in
from .limits import DEFAULT as DEFAULT
from .limits import Limits as Limits
from .nodes import Mapping, Node, Scalar, Sequence
from .refusing import refused
from .syntax import not_yaml

_LOST = re.compile(r"[ \t]+#")


class Builder:
    """Builds one tree from the events of one document."""

    def __init__(self, file: str, text: str, limits: Limits) -> None:
        self.file = file
        self.text = text
        self.limits = limits
        self.lines = [*text.split("\n"), ""]  # the parser may look behind the end
        self.nodes = 0

    def build(self) -> Node:
        """The tree; raises `Refused` where it ends."""
        try:
            return self._document(yaml.parse(self.text, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            raise not_yaml(self.file, self.text, error) from None

    def _document(self, events: Iterator[Any]) -> Node:
        root: Node | None = None
        stack: list[Mapping | Sequence] = []
        keys: list[Scalar | None] = []
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                node: Node = self._scalar(event, keys[-1] if keys else None)
            elif isinstance(event, yaml.MappingStartEvent):
                node = Mapping(*_mark(event))
            elif isinstance(event, yaml.SequenceStartEvent):
                node = Sequence(*_mark(event))
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                keys.pop()
                continue
            else:
                self._between(event, root)
                continue
            if stack and isinstance(stack[-1], Mapping) and keys[-1] is None:
                self._key_is_text(node, events, len(stack))
            self._guard(event, node, len(stack))
            if not stack:
                root = node
            elif isinstance(parent := stack[-1], Sequence):
                parent.items.append(node)
            elif (key := keys[-1]) is None:
                keys[-1] = self._key(parent, node)
            else:
                parent.entries[key.text] = node
                keys[-1] = None
            if not isinstance(node, Scalar):
                stack.append(node)
                keys.append(None)
        return Scalar("", 1, 1, plain=True) if root is None else root

    def _between(self, event: Any, root: Node | None) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(
                event,
                "E301",
                "an anchor (&) or alias (*) is not read",
                'write the value out, or quote it if it begins with "*"',
            )
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise self._refused(
                    event,
                    "E204",
                    "a second document begins here",
                    "one file holds one document; delete the line `---`",
                )
            if event.version or event.tags:
                raise self._refused(
                    event,
                    "E211",
                    "a line that begins with % is not read",
                    "delete the line that begins with %",
                )

    def _guard(self, event: Any, node: Node, depth: int) -> None:
        self.nodes += 1
        if event.anchor is not None:
            raise self._at(
                node,
                "E301",
                "an anchor (&) or alias (*) is not read",
                'write the value out, or quote it if it begins with "&"',
            )
        if event.tag == "!":
            raise self._at(
                node, "E201", 'a value that begins with "!" is not read as text', "quote the value"
            )
        if event.tag is not None:
            raise self._at(
                node,
                "E302",
                "a tag such as !!str is not read",
                'delete the tag, or quote the value if it begins with "!"',
            )
        if depth >= self.limits.depth and not isinstance(node, Scalar):
            raise self._too_deep(node)
        if self.nodes > self.limits.nodes:
            raise self._at(
                node,
                "E306",
                f"more than {self.limits.nodes:,} values in one file",
                "split it into several files",
            )

    def _scalar(self, event: Any, key: Scalar | None) -> Scalar:
        start, end = event.start_mark, event.end_mark
        node = Scalar(event.value, start.line + 1, start.column + 1, event.style in (None, ""))
        is_text = key is not None and key.text == "text"
        most = self.limits.bytes if is_text else self.limits.scalar
        if len(event.value) > most:
            raise self._at(
                node,
                "E305",
                f"a value longer than {most:,} characters",
                "an article's text belongs into its text_file",
            )
        if event.style == ">" or (event.style != "|" and start.line != end.line):
            raise self._at(
                node,
                "E213",
                "text over several lines is folded, which changes its words",
                "write one line, or use `|-`; look for an open bracket or a wrong indentation too",
            )
        if node.plain and _LOST.match(self.lines[end.line], end.column):
            raise self._at(
                node,
                "E202",
                'text after " #" would be lost',
                "quote the value, or put the comment on a line of its own",
            )
        if event.style == '"' and (fault := fault_in(event.value)):
            raise self._at(node, fault.code, fault.message, fault.hint)
        return node

    def _key_is_text(self, node: Node, events: Iterator[Any], depth: int) -> None:
        if isinstance(node, Scalar):
            return
        for event in events:  # a nest without an end is told as what it is
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > self.limits.depth:
                raise self._too_deep(node)
        raise self._at(node, "E209", "a key must be text", "quote it if it begins with [ or {")

    def _key(self, parent: Mapping, node: Node) -> Scalar:
        assert isinstance(node, Scalar)  # by _key_is_text
        if node.text == "<<" and node.plain:
            raise self._at(node, "E208", "`<<` copies no keys here", "write the keys out")
        if node.plain and node.text[:1].isspace():  # of a kind that YAML does not know
            sign = f"U+{ord(node.text[0]):04X}"
            raise self._at(
                node, "E201", f"a space {sign} that is not a plain one", "write plain spaces"
            )
        if earlier := parent.keys.get(node.text):
            raise self._at(
                node,
                "E203",
                f'the key "{shown(node.text)}" stands twice; first at'
                f" {earlier.line}:{earlier.column}",
                "keep one of them",
            )
        if len(parent.keys) >= self.limits.keys:
            raise self._at(
                node,
                "E306",
                f"more than {self.limits.keys:,} keys in one mapping",
                "split it into several files",
            )
        parent.keys[node.text] = node
        return node

    def _too_deep(self, node: Node) -> Refused:
        return self._at(
            node,
            "E303",
            f"nested deeper than {self.limits.depth} levels",
            "put fewer brackets or lists inside each other, or quote it if it is text",
        )

    def _at(self, node: Node, code: str, message: str, hint: str) -> Refused:
        return refused(self.file, node.line, node.column, code, message, hint)

    def _refused(self, event: Any, code: str, message: str, hint: str) -> Refused:
        return refused(self.file, *_mark(event), code, message, hint)


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
