"""From a tree to typed records: each record on its own, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from ..names import nearest
from .complaints import Complaint, Complaints, shown
from .files import Source
from .nodes import Mapping, Node, Scalar, locate, plain, written
from .nodes import Sequence as ListNode
from .shape_errors import Fault, faults_of
from .shapes import SECTIONS, RecordFile
from .shapes.articles import ArticleShape, MentionShape, QuoteShape
from .shapes.fields import as_own_slug

Path = tuple[str | int, ...]
S = TypeVar("S", bound=BaseModel)


@dataclass(slots=True)
class Part(Generic[S]):
    """One validated record, or None where it was refused, with its place in its file."""

    kind: str
    slug: str
    shape: S | None
    node: Node
    path: Path
    home: FileRecords

    @property
    def place(self) -> str:
        """The file and line of the record, for a message that stands elsewhere."""
        return f"{self.home.source.name}:{self.node.line}"

    def complain(
        self,
        complaints: Complaints,
        path: Sequence[str | int],
        code: str,
        message: str,
        hint: str,
        *,
        at_key: bool = False,
    ) -> None:
        """Add a complaint about a part of this record."""
        line, column = locate(self.node, path, at_key=at_key)
        whole = written((*self.path, *path))
        complaints.add(Complaint(self.home.source.name, line, column, code, whole, message, hint))


@dataclass(slots=True)
class FileRecords:
    """All that one record file holds."""

    source: Source
    article: Part[ArticleShape] | None = None
    records: list[Part[Any]] = field(default_factory=list)
    quotes: list[Part[QuoteShape]] = field(default_factory=list)
    mentions: list[Part[MentionShape]] = field(default_factory=list)


def validate(source: Source, root: Mapping, complaints: Complaints) -> FileRecords:
    """The records of one tree; what is wrong goes to the complaints."""
    home = FileRecords(source)
    folder = PurePath(source.path).parent.name
    if folder in SECTIONS and not set(RecordFile.model_fields) & set(root.entries):
        # In the folder of a section, a file may be the record that it is named after.
        if (meant := _of_another_section(folder, root)) is None:
            home.records.append(_part(home, folder, source.path.stem, root, (), complaints))
        else:
            _complain(
                home,
                root,
                (),
                complaints,
                Fault("E412", f"a file in {folder}/ holds {folder} only", f"move it into {meant}/"),
            )
        return home
    _sections_are_known(home, folder, root, complaints)
    if (node := root.entries.get("article")) is not None:
        home.article = _article(home, node, complaints)
    for section in SECTIONS:
        if (node := root.entries.get(section)) is not None:
            home.records.extend(_section(home, section, node, complaints))
    for section in ("quotes", "mentions"):
        if (node := root.entries.get(section)) is not None:
            _speech(home, section, node, complaints)
    return home


def _of_another_section(folder: str, root: Mapping) -> str | None:
    """The section that a record's keys belong to, where this folder's records have others."""
    keys = set(root.entries)
    if keys <= set(SECTIONS[folder].model_fields):
        return None
    for section, shape in SECTIONS.items():
        if keys <= set(shape.model_fields):
            return section
    return None


def _sections_are_known(
    home: FileRecords, folder: str, root: Mapping, complaints: Complaints
) -> None:
    known = list(RecordFile.model_fields)
    for key, place in root.keys.items():
        if key not in known:
            meant = nearest(key, known, limit=1)
            hint = f"did you mean {meant[0]}?" if meant else "use one of " + ", ".join(known)
            fault = Fault("E401", f'unknown section "{shown(key)}"', hint)
            _complain(home, place, (key,), complaints, fault)
        elif folder in SECTIONS and key != folder:
            fault = Fault(
                "E412",
                f"a file in {folder}/ holds {folder} only",
                f"move this section into a folder {key}/",
            )
            _complain(home, place, (key,), complaints, fault)


def _complain(
    home: FileRecords, node: Node, path: Path, complaints: Complaints, fault: Fault
) -> None:
    complaints.add(
        Complaint(
            home.source.name,
            node.line,
            node.column,
            fault.code,
            written(path),
            fault.message,
            fault.hint,
        )
    )


def _article(home: FileRecords, node: Node, complaints: Complaints) -> Part[ArticleShape]:
    part = Part[ArticleShape]("article", home.source.path.stem, None, node, ("article",), home)
    part.shape = _validated(part, ArticleShape, complaints)
    if part.shape is not None and part.shape.slug:
        part.slug = part.shape.slug
    else:
        _slug_is_one(part, node, complaints)
    return part


def _section(
    home: FileRecords, section: str, node: Node, complaints: Complaints
) -> Iterator[Part[Any]]:
    if not isinstance(node, Mapping):
        fault = Fault(
            "E426",
            f"{section} maps slugs to records",
            "write `slug:` with the record indented below it",
        )
        _complain(home, node, (section,), complaints, fault)
        return
    for slug, value in node.entries.items():
        yield _part(home, section, slug, value, (section, slug), complaints, node.keys[slug])


def _part(
    home: FileRecords,
    section: str,
    slug: str,
    node: Node,
    path: Path,
    complaints: Complaints,
    key: Scalar | None = None,
) -> Part[Any]:
    part: Part[Any] = Part(section.removesuffix("s"), slug, None, node, path, home)
    _slug_is_one(part, key or node, complaints)
    part.shape = _validated(part, SECTIONS[section], complaints)
    return part


def _slug_is_one(part: Part[Any], place: Node, complaints: Complaints) -> None:
    try:
        as_own_slug(part.slug)
    except PydanticCustomError as error:
        context = error.context or {}
        fault = Fault(error.type, context["message"], context["hint"])
        _complain(part.home, place, part.path, complaints, fault)


def _speech(home: FileRecords, section: str, node: Node, complaints: Complaints) -> None:
    if home.article is None:
        fault = Fault(
            "E402", f"{section} need an article", "add an `article:` section to this file"
        )
        _complain(home, node, (section,), complaints, fault)
        return
    if not isinstance(node, ListNode):
        fault = Fault("E426", "a list is expected here", "begin each item with `- `")
        _complain(home, node, (section,), complaints, fault)
        return
    for index, item in enumerate(node.items):
        path: Path = (section, index)
        if section == "quotes":
            quote = Part[QuoteShape]("quote", home.article.slug, None, item, path, home)
            quote.shape = _validated(quote, QuoteShape, complaints)
            home.quotes.append(quote)
        else:
            mention = Part[MentionShape]("mention", home.article.slug, None, item, path, home)
            mention.shape = _validated(mention, MentionShape, complaints)
            home.mentions.append(mention)


def _validated(part: Part[S], shape: type[S], complaints: Complaints) -> S | None:
    try:
        return shape.model_validate(plain(part.node))
    except ValidationError as error:
        for path, fault, at_key in faults_of(shape, error):
            part.complain(complaints, path, *fault, at_key=at_key)
        return None
