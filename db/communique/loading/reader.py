"""From the bytes of a record file to trees with positions, or to one complaint."""

from __future__ import annotations

from collections.abc import Iterator

from .builder import DEFAULT, Builder, Limits, place, refused
from .complaints import Refused
from .gate import fault_in
from .json_lines import lines
from .nodes import Mapping, Node, Sequence


def trees(file: str, content: bytes, limits: Limits = DEFAULT) -> Iterator[Node | Refused]:
    """Every record tree of a file, or the complaint that stands in its place.

    A broken YAML file has one; of JSON Lines each line is judged on its own.
    """
    try:
        if file.endswith(".jsonl"):
            yield from lines(file, _decoded(file, content), limits)
        else:
            yield from read(file, content, limits)
    except Refused as complaint:
        yield complaint


def read(file: str, content: bytes, limits: Limits = DEFAULT) -> list[Node]:
    """The record trees of a file: one, or one for each item of a top-level list.

    Raises `Refused` with the first complaint behind which the rest has no meaning.
    """
    if len(content) > limits.bytes:
        raise refused(
            file,
            1,
            1,
            "E304",
            f"the file has {len(content):,} bytes; {limits.bytes:,} is the most",
            "split it into several files",
        )
    root = Builder(file, _decoded(file, content), limits).build()
    if isinstance(root, Mapping):
        return [root]
    if isinstance(root, Sequence) and all(isinstance(item, Mapping) for item in root.items):
        return list(root.items)
    raise refused(
        file,
        root.line,
        root.column,
        "E206",
        "the top level must be a mapping of sections, or a list of such mappings",
        "begin with a section such as `article:` or `actors:`",
    )


def _decoded(file: str, content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refused(
            file, 1, 1, "E102", "UTF-16 found; only UTF-8 is read", "save the file as UTF-8"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        raise refused(
            file,
            *place(before, len(before)),
            "E101",
            f"not UTF-8 at byte 0x{content[error.start]:02X}",
            "convert it, for example with iconv -f latin1 -t utf-8",
        ) from None
    text = text.replace("\r\n", "\n")
    if fault := fault_in(text):
        raise refused(file, *place(text, fault.offset), fault.code, fault.message, fault.hint)
    return text
