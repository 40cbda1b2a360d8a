"""One record file's canonical bytes, proven to say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.loading.complaints import Refused
from communique.loading.nodes import Mapping, Node, Scalar
from communique.loading.reader import read
from communique.loading.shapes import SECTIONS, RecordFile

from ..page import in_order, page_text
from .source import Source, comments

if TYPE_CHECKING:
    from pathlib import Path


def formatted(path: Path, content: bytes) -> bytes | None:
    """The canonical form of a file that the reader accepts.

    None where that form would not read as the same records, or would lose a comment, or would
    not be canonical itself: then our layout fails on something in this file.
    """
    new = _laid_out(path, content)
    same = (
        _tree(content) == _tree(new)
        and comments(_text(content)) == comments(_text(new))
        and _laid_out(path, new) == new
    )
    return new if same else None


def _laid_out(path: Path, content: bytes) -> bytes:
    page = Source(_text(content)).page()
    single = path.parent.name in SECTIONS and page.root.mapping
    names = {(entry.key or "").strip("\"'") for entry in page.root.entries}
    if single and not names & RecordFile.model_fields.keys():
        in_order(page.root, SECTIONS[path.parent.name])
    else:
        in_order(page.root, RecordFile)
    return page_text(page.root, page.head).encode()


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _tree(content: bytes) -> Any:
    try:
        return [_said(root) for root in read("", content)]
    except Refused:
        return None


def _said(node: Node) -> Any:
    """What a file says, without places; the keys of a mapping have no order."""
    if isinstance(node, Scalar):
        return node.text, node.plain
    if isinstance(node, Mapping):
        return {key: _said(value) for key, value in node.entries.items()}
    return [_said(item) for item in node.items]
