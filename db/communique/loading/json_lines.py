"""JSON Lines as trees with positions: each line holds what a small record file would.

The scanner is the standard library's; it is only told to remember where each value
begins. Numbers and true or false stay the text they are written as, as in YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.decoder import JSONArray, JSONObject, scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from .builder import Limits, refused
from .complaints import Refused, shown
from .gate import fault_in
from .nodes import Mapping, Node, Scalar, Sequence


def lines(file: str, text: str, limits: Limits) -> Iterator[Node | Refused]:
    """The tree of each line that is not empty, or the complaint behind which it ends."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield _Line(file, number, line, limits).tree()
            except Refused as complaint:
                yield complaint


class _Line(json.JSONDecoder):
    """Reads one line; every value becomes a node that knows its column."""

    def __init__(self, file: str, number: int, line: str, limits: Limits) -> None:
        super().__init__()
        self.file, self.number, self.line, self.limits = file, number, line, limits
        self.depth = self.count = 0
        self.parse_object = self._object
        self.parse_array = self._array
        self.parse_string = scanstring
        self._scan = py_make_scanner(self)

    def tree(self) -> Node:
        start = len(self.line) - len(self.line.lstrip())
        try:
            node, end = self._value(self.line, start)
        except json.JSONDecodeError as error:
            raise self._refused(
                error.pos, "E201", shown(error.msg), "one line holds one object"
            ) from None
        except StopIteration as end_of_line:
            raise self._refused(
                end_of_line.value, "E201", "a value is missing here", "one line holds one object"
            ) from None
        if self.line[end:].strip():
            raise self._refused(
                end, "E204", "more stands behind the object", "one line holds one object"
            )
        if not isinstance(node, Mapping):
            raise self._refused(
                start,
                "E206",
                "a line must be a mapping of sections",
                'begin it with {"article": ... or {"actors": ...',
            )
        found: Node = node
        return found

    def _refused(self, at: int, code: str, message: str, hint: str | None = None) -> Refused:
        return refused(self.file, self.number, at + 1, code, message, hint)

    def _value(self, text: str, at: int) -> tuple[Node, int]:
        self.count += 1
        if self.count > self.limits.nodes:
            raise self._refused(at, "E306", f"more than {self.limits.nodes:,} values in one line")
        value, end = self._scan(text, at)
        if isinstance(value, Mapping | Sequence):
            value.column = at + 1
            return value, end
        if isinstance(value, str):
            return self._scalar(value, at, plain=False), end
        # A number or a constant stands as it is written; null is an empty plain scalar.
        return self._scalar("" if value is None else text[at:end], at, plain=True), end

    def _scalar(self, text: str, at: int, *, plain: bool) -> Scalar:
        if len(text) > self.limits.scalar:
            raise self._refused(
                at, "E305", f"a value longer than {self.limits.scalar:,} characters"
            )
        if fault := fault_in(text):
            raise self._refused(at, fault.code, fault.message, fault.hint)
        return Scalar(text, self.number, at + 1, plain)

    def _object(self, state: Any, strict: bool, _: Any, *__: Any) -> tuple[Mapping, int]:
        pairs, end = self._nested(JSONObject, state, strict, self._value, None, list, {})
        node = Mapping(self.number, 0)
        for key, value in pairs:
            if key in node.entries:
                raise refused(
                    self.file,
                    value.line,
                    value.column,
                    "E203",
                    f'the key "{shown(key)}" stands twice in one object',
                    "keep one of them",
                )
            if len(node.entries) >= self.limits.keys:
                raise self._refused(
                    state[1], "E306", f"more than {self.limits.keys:,} keys in one mapping"
                )
            node.keys[key] = Scalar(key, self.number, value.column, plain=False)
            node.entries[key] = value
        return node, end

    def _array(self, state: Any, _: Any) -> tuple[Sequence, int]:
        items, end = self._nested(JSONArray, state, self._value)
        node = Sequence(self.number, 0)
        node.items = items
        return node, end

    def _nested(self, parse: Any, state: Any, *arguments: Any) -> Any:
        self.depth += 1
        if self.depth > self.limits.depth:
            raise self._refused(
                state[1] - 1, "E303", f"nested deeper than {self.limits.depth} levels"
            )
        found = parse(state, *arguments)
        self.depth -= 1
        return found
