"""A tree with positions from the events of one YAML document.

The guards stand on the event stream, before anything is composed: a nest, a bomb or
a tag is refused where it begins. No scalar is typed here. `PyYAML`'s C parser gives
the events; its composer and its constructors are never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .complaints import Complaint, Refused, shown
from .gate import fault_in
from .nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one record file may hold."""

    bytes: int = 5_000_000
    depth: int = 20
    nodes: int = 50_000
    scalar: int = 1_000_000
    keys: int = 5_000


DEFAULT = Limits()


def refused(
    file: str, line: int, column: int, code: str, message: str, hint: str | None = None
) -> Refused:
    """The exception behind which reading has no meaning."""
    return Refused(Complaint(file, line, column, code, "", message, hint))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class Builder:
    """Builds one tree from the events of one document."""

    def __init__(self, file: str, text: str, limits: Limits) -> None:
        self.file = file
        self.text = text
        self.limits = limits
        self.lines = text.split("\n")
        self.nodes = 0

    def build(self) -> Node:
        """The tree; raises `Refused` where it ends."""
        try:
            return self._document(yaml.parse(self.text, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from None
        except yaml.reader.ReaderError as error:
            raise refused(
                self.file,
                *place(self.text, error.position),
                "E104",
                f"character U+{ord(str(error.character)[:1] or ' '):04X} is not allowed",
            ) from None

    def _document(self, events: Iterator[Any]) -> Node:
        root: Node | None = None
        stack: list[Mapping | Sequence] = []
        keys: list[Scalar | None] = []
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                node: Node = self._scalar(event)
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
        if root is None:
            raise refused(
                self.file,
                1,
                1,
                "E205",
                "the file is empty",
                "begin with a section such as `article:` or `actors:`",
            )
        return root

    def _between(self, event: Any, root: Node | None) -> None:
        line, column = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            raise refused(
                self.file,
                line,
                column,
                "E301",
                "anchors and aliases are not read",
                'write the value out, or quote it if it begins with "*"',
            )
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise refused(
                    self.file,
                    line,
                    column,
                    "E204",
                    "a second document begins here",
                    "one file holds one document; delete the line `---`",
                )
            if event.version or event.tags:
                raise refused(
                    self.file,
                    line,
                    column,
                    "E211",
                    "directives are not read",
                    "delete the line that begins with %",
                )

    def _guard(self, event: Any, node: Node, depth: int) -> None:
        self.nodes += 1
        if event.anchor is not None:
            raise self._at(
                node,
                "E301",
                "anchors and aliases are not read",
                'write the value out, or quote it if it begins with "&"',
            )
        if event.tag is not None:
            raise self._at(
                node,
                "E302",
                "tags are not read",
                'delete the tag, or quote the value if it begins with "!"',
            )
        if depth >= self.limits.depth and not isinstance(node, Scalar):
            raise self._at(node, "E303", f"nested deeper than {self.limits.depth} levels", None)
        if self.nodes > self.limits.nodes:
            raise self._at(
                node,
                "E306",
                f"more than {self.limits.nodes:,} values in one file",
                "split it into several files",
            )

    def _at(self, node: Node, code: str, message: str, hint: str | None) -> Refused:
        return refused(self.file, node.line, node.column, code, message, hint)

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        node = Scalar(event.value, start.line + 1, start.column + 1, event.style in (None, ""))
        if len(event.value) > self.limits.scalar:
            raise self._at(
                node,
                "E305",
                f"a value longer than {self.limits.scalar:,} characters",
                "an article's text belongs into its text_file",
            )
        if event.style == ">" or (event.style != "|" and start.line != end.line):
            raise self._at(node, "E213", "line folding changes the words", "use `|-`, or one line")
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
                raise self._at(node, "E303", f"nested deeper than {self.limits.depth} levels", None)
        raise self._at(node, "E209", "a key must be text", "quote it if it begins with [ or {")

    def _key(self, parent: Mapping, node: Node) -> Scalar:
        assert isinstance(node, Scalar)  # by _key_is_text
        if node.text == "<<" and node.plain:
            raise self._at(node, "E208", "merge keys are not read", "write the keys out")
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

    def _syntax(self, error: yaml.MarkedYAMLError) -> Refused:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = error.problem or "not YAML"
        if "directive" in what or "incompatible YAML" in what:
            return refused(
                self.file,
                line,
                column,
                "E211",
                "directives are not read",
                "delete the line that begins with %",
            )
        return refused(self.file, line, column, "E201", shown(what), self._cure(what, line))

    def _cure(self, problem: str, line: int) -> str:
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        if "\t" in text[: len(text) - len(text.lstrip())]:
            return "indent with spaces, not with a tab"
        if "mapping values are not allowed" in problem:
            return "quote the value, because it holds a colon"
        if "cannot start any token" in problem:
            return "quote the value, because it begins with a sign such as @ or `"
        return "quote the value; inside single quotes write '' for one, or use `|-`"


_LOST = re.compile(r"[ \t]+#")


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
