"""From a tree to typed records: each record on its own, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from ..names import nearest
from .complaints import Complaint, Complaints, Refused, shown
from .files import Source
from .naming import KNOWN, Path, article_slug, is_one_record, other_section
from .nodes import Node, written
from .roots import Root
from .shape_errors import Fault, faults_of
from .shapes import SECTIONS
from .shapes.articles import ArticleShape, MentionShape, QuoteShape
from .shapes.fields import as_own_slug

SPEECH = ("quotes", "mentions")
EVERY = frozenset({*SECTIONS, *SPEECH})
S = TypeVar("S", bound=BaseModel)


@dataclass(slots=True)
class Part(Generic[S]):
    """One validated record, or None where it was refused, with its place in its file."""

    kind: str
    slug: str
    shape: S | None
    path: Path
    home: FileRecords

    @property
    def line(self) -> int:
        """The line on which the record begins."""
        return self.home.root.line_of(self.path)

    @property
    def node(self) -> Node:
        """The record in its tree."""
        return self.home.root.node(self.path)

    @property
    def place(self) -> str:
        """The file and line of the record, for a message that stands elsewhere."""
        return f"{self.home.source.name}:{self.line}"

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
        fault = Fault(code, message, hint)
        _complain(self.home, (*self.path, *path), complaints, fault, at_key=at_key)


@dataclass(slots=True)
class FileRecords:
    """All that one record file holds."""

    source: Source
    root: Root
    article: Part[ArticleShape] | None = None
    records: list[Part[Any]] = field(default_factory=list)
    quotes: list[Part[QuoteShape]] = field(default_factory=list)
    mentions: list[Part[MentionShape]] = field(default_factory=list)

    def leave(self) -> None:
        """Let go of all parts, each of which knows its home: no circle is left to be collected."""
        self.article = None
        for parts in (self.records, self.quotes, self.mentions):
            parts.clear()


def validate(
    source: Source, root: Root, complaints: Complaints, only: Collection[str] = EVERY
) -> FileRecords:
    """The article of a tree, and its records in some sections; what is wrong is complained of."""
    home = FileRecords(source, root)
    folder = source.folder
    if is_one_record(folder, root.data):
        if (meant := other_section(folder, root.data)) is None:
            if folder in only:
                slug = source.path.stem
                home.records.append(_part(home, folder, slug, root.data, (), complaints))
        else:
            message = f"a file in {folder}/ holds {folder} only"
            _complain(home, (), complaints, Fault("E412", message, f"move it into {meant}/"))
        return home
    _sections_are_known(home, folder, complaints)
    if "article" in root.data:
        home.article = _article(home, root.data["article"], complaints)
    for section in SECTIONS:
        if section in root.data and section in only:
            home.records.extend(_section(home, section, root.data[section], complaints))
    for section in SPEECH:
        if section in root.data and section in only:
            _speech(home, section, root.data[section], complaints)
    return home


def _sections_are_known(home: FileRecords, folder: str, complaints: Complaints) -> None:
    for key in home.root.data:
        if key not in KNOWN:
            meant = nearest(key, list(KNOWN), limit=1)
            hint = f"did you mean {meant[0]}?" if meant else "use one of " + ", ".join(KNOWN)
            fault = Fault("E401", f'unknown section "{shown(key)}"', hint)
            _complain(home, (key,), complaints, fault, at_key=True)
        elif folder in SECTIONS and key != folder:
            fault = Fault(
                "E412",
                f"a file in {folder}/ holds {folder} only",
                f"move this section into a folder {key}/",
            )
            _complain(home, (key,), complaints, fault, at_key=True)


def _complain(
    home: FileRecords, path: Path, complaints: Complaints, fault: Fault, *, at_key: bool = False
) -> None:
    """Add a complaint where its path leads; where no path leads, the tree's own refusal."""
    file = home.source.name
    try:
        node = home.root.node(path, at_key=at_key)
    except Refused as refusal:
        complaints.add(refusal.complaint)
    else:
        complaints.add(
            Complaint(file, node.line, node.column, fault.code, written(path), *fault[1:])
        )


def _article(home: FileRecords, data: Any, complaints: Complaints) -> Part[ArticleShape]:
    slug = article_slug(home.source, data)
    part = Part[ArticleShape]("article", slug, None, ("article",), home)
    part.shape = _validated(part, data, ArticleShape, complaints)
    if not isinstance(data, dict) or not data.get("slug"):  # a slug that is given has been judged
        _slug_is_one(part, complaints)
    return part


def _section(
    home: FileRecords, section: str, data: Any, complaints: Complaints
) -> Iterator[Part[Any]]:
    if not isinstance(data, dict):
        fault = Fault(
            "E426",
            f"{section} maps slugs to records",
            "write `slug:` with the record indented below it",
        )
        _complain(home, (section,), complaints, fault)
        return
    for slug, value in data.items():
        yield _part(home, section, slug, value, (section, slug), complaints)


def _part(
    home: FileRecords, section: str, slug: str, data: Any, path: Path, complaints: Complaints
) -> Part[Any]:
    part: Part[Any] = Part(section.removesuffix("s"), slug, None, path, home)
    _slug_is_one(part, complaints, at_key=True)
    part.shape = _validated(part, data, SECTIONS[section], complaints)
    return part


def _slug_is_one(part: Part[Any], complaints: Complaints, *, at_key: bool = False) -> None:
    try:
        as_own_slug(part.slug)
    except PydanticCustomError as error:
        context = error.context or {}
        fault = Fault(error.type, context["message"], context["hint"])
        _complain(part.home, part.path, complaints, fault, at_key=at_key)


def _speech(home: FileRecords, section: str, data: Any, complaints: Complaints) -> None:
    if home.article is None:
        fault = Fault(
            "E402", f"{section} need an article", "add an `article:` section to this file"
        )
        _complain(home, (section,), complaints, fault)
        return
    if not isinstance(data, list):
        fault = Fault("E426", "a list is expected here", "begin each item with `- `")
        _complain(home, (section,), complaints, fault)
        return
    slug = home.article.slug
    for index, item in enumerate(data):
        path: Path = (section, index)
        if section == "quotes":
            quote = Part[QuoteShape]("quote", slug, None, path, home)
            quote.shape = _validated(quote, item, QuoteShape, complaints)
            home.quotes.append(quote)
        else:
            mention = Part[MentionShape]("mention", slug, None, path, home)
            mention.shape = _validated(mention, item, MentionShape, complaints)
            home.mentions.append(mention)


def _validated(part: Part[S], data: Any, shape: type[S], complaints: Complaints) -> S | None:
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        for path, fault, at_key in faults_of(shape, error):
            part.complain(complaints, path, *fault, at_key=at_key)
        return None
