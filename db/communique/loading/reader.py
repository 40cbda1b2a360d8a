"""From the bytes of a record file to trees with positions, or to one complaint."""

from __future__ import annotations

from collections.abc import Iterator

from .builder import Builder
from .complaints import Refused
from .gate import break_in, fault_in
from .json_lines import lines
from .limits import DEFAULT, Limits
from .nodes import Mapping, Node, Scalar, Sequence
from .refusing import place, refused

_BEGIN = "begin with a section such as `article:` or `actors:`"


def trees(file: str, content: bytes, limits: Limits = DEFAULT) -> Iterator[Mapping | Refused]:
    """Every record tree of a file, or the complaint that stands in its place.

    A broken YAML file has one; of JSON Lines each line is judged on its own.
    """
    try:
        if file.endswith(".jsonl"):
            yield from _bulk(file, content, limits)
        else:
            yield from read(file, content, limits)
    except Refused as complaint:
        yield complaint


def read(file: str, content: bytes, limits: Limits = DEFAULT) -> list[Mapping]:
    """The record trees of a YAML file: one, or one for each item of a top-level list.

    Raises `Refused` with the first complaint behind which the rest has no meaning.
    """
    text = _decoded(file, content, limits)
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


def _bulk(file: str, content: bytes, limits: Limits) -> Iterator[Mapping | Refused]:
    found = False
    for node in lines(file, _decoded(file, content, limits), limits):
        found = True
        if isinstance(node, Mapping) and not node.entries:
            yield refused(file, node.line, node.column, "E205", "the line holds no record", _BEGIN)
        else:
            yield node
    if not found:
        raise refused(file, 1, 1, "E205", "the file holds no record", _BEGIN)


def _is_empty(node: Node) -> bool:
    return (isinstance(node, Mapping) and not node.entries) or (
        isinstance(node, Scalar) and node.plain and not node.text
    )


def _decoded(file: str, content: bytes, limits: Limits) -> str:
    if len(content) > limits.bytes:
        raise refused(
            file,
            1,
            1,
            "E304",
            f"the file has more than {limits.bytes:,} bytes",
            "split it into several files",
        )
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refused(
            file, 1, 1, "E102", "UTF-16 found; only UTF-8 is read", "save the file as UTF-8"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        raise refused(
            file,
            *place(before, len(before)),
            "E101",
            f"not UTF-8 at byte 0x{content[error.start]:02X}",
            "save it as UTF-8, for example with iconv -f latin1 -t utf-8",
        ) from None
    text = text.replace("\r\n", "\n")
    if fault := fault_in(text):
        raise refused(file, *place(text, fault.offset), fault.code, fault.message, fault.hint)
    return text
