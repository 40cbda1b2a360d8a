"""JSON Lines: each line holds what a small record file would.

A line is read twice at most. `quickly` takes what the standard library reads at once and
leaves every line on which anything is unusual to `tree`, which knows the column of every
key and value because it reads all but the strings itself. Numbers and true or false stay
the text they are written as, as in YAML.
"""

from __future__ import annotations

import json
import re
from typing import Any

from .complaints import Refused, shown
from .gate import fault_in
from .limits import Limits
from .nodes import Mapping, Node, Scalar, Sequence
from .refusing import refused

_SPACE = re.compile(r"[ \t\r]*")
_BARE = re.compile(r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null)\b")
_WORD = re.compile(r"[^\s,:\]}]+")
_STRINGS = json.JSONDecoder()
_OBJECT = "one line holds one object"
_ESCAPED = re.compile(r"\\[ubf]")
"""Escapes of what no text of ours may hold, or only rarely."""
_CONSTANT = re.compile(r"[:,\[][ \t\r]*(?:true|false|null)")
"""Words that are more than the text they look like; inside a string it costs only time."""


def tree(file: str, number: int, line: str, limits: Limits) -> Mapping:
    """The tree of a line; raises `Refused` with the complaint behind which it ends."""
    return _Line(file, number, line, limits).tree()


def quickly(line: str, limits: Limits) -> dict[str, Any] | None:
    """The data of a line on which nothing is unusual; None sends it to the careful reader.

    Control characters and the like are not looked for: whoever calls has done so.
    """
    if (
        len(line) > limits.scalar
        or line.count(",") + line.count(":") >= min(limits.keys, limits.nodes)
        or _ESCAPED.search(line)
        or (("true" in line or "false" in line or "null" in line) and _CONSTANT.search(line))
    ):
        return None
    try:
        found = _QUICK.decode(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found else None


def _with_each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _never(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


_QUICK = json.JSONDecoder(
    object_pairs_hook=_with_each_key_once,
    parse_int=str,
    parse_float=str,
    parse_constant=_never,
)


class _Line:
    """Reads one line; every value becomes a node that knows its column."""

    def __init__(self, file: str, number: int, line: str, limits: Limits) -> None:
        self.file, self.number, self.line, self.limits = file, number, line, limits
        self.count = 0

    def tree(self) -> Mapping:
        start = self._skip(0)
        node, end = self._value(start, 0, self.limits.scalar)
        if (behind := self._skip(end)) < len(self.line):
            raise self._refused(behind, "E204", "more stands behind the object", _OBJECT)
        if not isinstance(node, Mapping):
            raise self._refused(
                start,
                "E206",
                "a line must be a mapping of sections",
                'begin it with {"article": ... or {"actors": ...',
            )
        return node

    def _refused(self, at: int, code: str, message: str, hint: str) -> Refused:
        if code == "E201" and at >= len(self.line):
            message, hint = "the line ends before its object does", f"{_OBJECT}, from {{ to }}"
        return refused(self.file, self.number, at + 1, code, message, hint)

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self.line, at)
        return found.end() if found else at

    def _value(self, at: int, depth: int, most: int) -> tuple[Node, int]:
        self.count += 1
        if self.count > self.limits.nodes:
            raise self._refused(
                at,
                "E306",
                f"more than {self.limits.nodes:,} values in one line",
                "split it into several lines",
            )
        first = self.line[at : at + 1]
        if first in ("{", "[") and depth >= self.limits.depth:
            message = f"nested deeper than {self.limits.depth} levels"
            raise self._refused(at, "E303", message, "put fewer brackets inside each other")
        if first == "{":
            return self._object(at, depth + 1)
        if first == "[":
            return self._array(at, depth + 1)
        if first == '"':
            return self._string(at, most)
        if found := _BARE.match(self.line, at):
            text = "" if found[0] == "null" else found[0]
            return Scalar(text, self.number, at + 1, plain=True), found.end()
        message = "a value is missing here"
        if found := _WORD.match(self.line, at):
            message = f"{shown(found[0], 20)} is neither text nor a number, true, false or null"
        raise self._refused(at, "E201", message, "write text between double quotation marks")

    def _string(self, at: int, most: int) -> tuple[Scalar, int]:
        try:
            text, end = _STRINGS.raw_decode(self.line, at)
        except json.JSONDecodeError as error:
            raise self._refused(
                error.pos,
                "E201",
                "a quotation mark that is not closed, or a wrong escape",
                r'close it with "; write \" for a quotation mark and \\ for a backslash',
            ) from None
        if len(text) > most:
            raise self._refused(
                at,
                "E305",
                f"a value longer than {most:,} characters",
                "an article's text belongs into its text_file",
            )
        if fault := fault_in(text):
            raise self._refused(at, fault.code, fault.message, fault.hint)
        return Scalar(text, self.number, at + 1, plain=False), end

    def _object(self, at: int, depth: int) -> tuple[Mapping, int]:
        node = Mapping(self.number, at + 1)
        at = self._skip(at + 1)
        if self.line[at : at + 1] == "}":
            return node, at + 1
        while True:
            key, at = self._key(node, at)
            if self.line[at : at + 1] != ":":
                raise self._refused(at, "E201", "a colon is missing here", "write : behind the key")
            most = self.limits.bytes if key.text == "text" else self.limits.scalar
            value, at = self._value(self._skip(at + 1), depth, most)
            node.keys[key.text], node.entries[key.text] = key, value
            closed, at = self._next(at, "}")
            if closed:
                return node, at

    def _array(self, at: int, depth: int) -> tuple[Sequence, int]:
        node = Sequence(self.number, at + 1)
        at = self._skip(at + 1)
        if self.line[at : at + 1] == "]":
            return node, at + 1
        while True:
            value, at = self._value(at, depth, self.limits.scalar)
            node.items.append(value)
            closed, at = self._next(at, "]")
            if closed:
                return node, at

    def _next(self, at: int, close: str) -> tuple[bool, int]:
        at = self._skip(at)
        sign = self.line[at : at + 1]
        if sign not in (close, ","):
            raise self._refused(
                at,
                "E201",
                f"a comma or {close} is missing here",
                f"part values by , and end by {close}",
            )
        return sign == close, self._skip(at + 1) if sign == "," else at + 1

    def _key(self, node: Mapping, at: int) -> tuple[Scalar, int]:
        if self.line[at : at + 1] != '"':
            raise self._refused(
                at, "E201", "a key is missing here", "write keys between double quotation marks"
            )
        key, end = self._string(at, self.limits.scalar)
        if earlier := node.keys.get(key.text):
            raise self._refused(
                at,
                "E203",
                f'the key "{shown(key.text)}" stands twice; first at'
                f" {self.number}:{earlier.column}",
                "keep one of them",
            )
        if len(node.keys) >= self.limits.keys:
            raise self._refused(
                at,
                "E306",
                f"more than {self.limits.keys:,} keys in one mapping",
                "split it into several lines",
            )
        return key, self._skip(end)
