"""From the bytes of a record file to its record trees, or to the complaints in their place."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from . import quick_yaml
from .builder import Builder
from .complaints import Refused
from .gate import break_in, fault_in, other_encoding
from .json_lines import quickly, tree
from .limits import DEFAULT, Limits
from .nodes import Mapping, Node, Scalar, Sequence
from .refusing import place, refused
from .roots import Lines, Root
from .watched import up_to

_BEGIN = "begin with a section such as `article:` or `actors:`"


def trees(file: str, content: bytes, limits: Limits = DEFAULT) -> Iterator[Mapping | Refused]:
    """Every record tree of a file, or the complaint that stands in its place."""
    for root in roots(file, io.BytesIO(content), limits):
        try:
            yield root if isinstance(root, Refused) else root.tree
        except Refused as complaint:
            yield complaint


def roots(file: str, stream: BinaryIO, limits: Limits = DEFAULT) -> Iterator[Root | Refused]:
    """Every record tree of a file, or the complaint that stands in its place.

    A broken YAML file has one; of JSON Lines, which are read line by line, each is
    judged on its own.
    """
    if file.endswith(".jsonl"):
        yield from _bulk(file, stream, limits)
        return
    content = up_to(stream, limits.bytes)
    try:
        text = decoded(file, content, limits)
        if (quick := quick_yaml.quickly(text, limits)) is not None:
            for index, (data, lines) in enumerate(quick):
                again = _again(file, text, limits, index)
                yield Root(text, again, data=data, index=index, lines=lines)
            return
        for index, found in enumerate(_documents(file, text, limits)):
            yield Root(text, _again(file, text, limits, index), tree=found, index=index)
    except Refused as complaint:
        yield complaint.of(content)


def _again(file: str, text: str, limits: Limits, index: int) -> Callable[[], Mapping]:
    return lambda: _documents(file, text, limits)[index]


def read(file: str, content: bytes, limits: Limits = DEFAULT) -> list[Mapping]:
    """The record trees of a YAML file: one, or one for each item of a top-level list.

    Raises `Refused` with the first complaint behind which the rest has no meaning.
    """
    return _documents(file, decoded(file, content, limits), limits)


def _documents(file: str, text: str, limits: Limits) -> list[Mapping]:
    if fault := break_in(text):
        raise refused(file, *place(text, fault.offset), fault.code, fault.message, fault.hint)
    root = Builder(file, text, limits).build()
    roots = root.items if isinstance(root, Sequence) else [root]
    if not roots or any(_is_empty(each) for each in roots):
        raise refused(file, 1, 1, "E205", "the file holds no record", _BEGIN)
    records = [each for each in roots if isinstance(each, Mapping)]
    if len(records) < len(roots):
        raise refused(
            file,
            root.line,
            root.column,
            "E206",
            "the top level must be a mapping of sections, or a list of such mappings",
            _BEGIN,
        )
    return records


def _bulk(file: str, stream: BinaryIO, limits: Limits) -> Iterator[Root | Refused]:
    found = False
    for number, content in enumerate(_lines(stream, limits.bytes), start=1):
        try:
            line = decoded(file, content, limits, number)
            if not line or line.isspace():
                continue
            found = True
            yield line_root(file, number, line, limits)
        except Refused as complaint:
            found = True
            yield complaint.of(content)
            if complaint.complaint.code == "E102":  # its lines are no lines
                return
    if not found:
        yield refused(file, 1, 1, "E205", "the file holds no record", _BEGIN)


def _lines(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines of a file; of one that is too long, what shows that it is."""
    while line := stream.readline(most + 2):
        yield line
        while len(line) > most + 1 and not line.endswith(b"\n"):
            line = stream.readline(most + 2)


def line_root(
    file: str, number: int, line: str, limits: Limits, data: dict[str, Any] | None = None
) -> Root:
    """The tree of one line, whose data may be known already; raises `Refused`."""

    def build() -> Mapping:
        found = tree(file, number, line, limits)
        if not found.entries:
            raise refused(file, number, found.column, "E205", "the line holds no record", _BEGIN)
        return found

    if data is None:
        data = quickly(line, limits)
    if data is not None:
        return Root(line, build, data=data, line=number)
    return Root(line, build, tree=build(), line=number)


def restored(
    file: str,
    raw: str,
    limits: Limits,
    *,
    line: int | None = None,
    index: int = 0,
    data: dict[str, Any] | None = None,
    lines: Lines | None = None,
) -> Root:
    """A tree that was read before, from what was kept of it."""
    if line is not None:
        return line_root(file, line, raw, limits, data)
    return Root(raw, _again(file, raw, limits, index), data=data, index=index, lines=lines)


def _is_empty(node: Node) -> bool:
    return (isinstance(node, Mapping) and not node.entries) or (
        isinstance(node, Scalar) and node.plain and not node.text
    )


def decoded(file: str, content: bytes, limits: Limits, line: int = 0) -> str:
    """The text of a YAML file, or of one line of JSON Lines; raises `Refused`."""
    if len(content.removesuffix(b"\n") if line else content) > limits.bytes:
        raise refused(
            file,
            line or 1,
            1,
            "E304",
            f"the {'line' if line else 'file'} has more than {limits.bytes:,} bytes",
            "split it into several " + ("lines" if line else "files"),
        )
    if line <= 1 and (found := other_encoding(content)):
        message = f"{found} found; only UTF-8 is read"
        raise refused(file, 1, 1, "E102", message, "save the file as UTF-8")
    encoding = "utf-8-sig" if line <= 1 else "utf-8"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        raise refused(
            file,
            *_in_file(line, *place(before, len(before))),
            "E101",
            f"not UTF-8 at byte 0x{content[error.start]:02X}",
            "save it as UTF-8 in your editor, or for example with iconv -f latin1 -t utf-8",
        ) from None
    text = text.replace("\r\n", "\n")
    if line:
        text = text.removesuffix("\n")  # the gate is wide open for what is printable
    if fault := fault_in(text):
        where = _in_file(line, *place(text, fault.offset))
        raise refused(file, *where, fault.code, fault.message, fault.hint)
    return text


def _in_file(line: int, row: int, column: int) -> tuple[int, int]:
    return (line or row), column
