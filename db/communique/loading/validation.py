"""From a tree to typed records: each record on its own, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from ..names import nearest
from .complaints import Complaint, Complaints, shown
from .files import Source
from .nodes import Mapping, Node, Scalar, locate, plain, written
from .shapes import SECTIONS, RecordFile
from .shapes.articles import ArticleShape, MentionShape, QuoteShape
from .shapes.fields import as_slug

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

    def complain(
        self,
        complaints: Complaints,
        path: Sequence[str | int],
        code: str,
        message: str,
        hint: str | None = None,
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


def validate(source: Source, root: Node, complaints: Complaints) -> FileRecords:
    """The records of one tree; what is wrong goes to the complaints."""
    home = FileRecords(source)
    if not isinstance(root, Mapping):
        return home
    single = _single(source, root)
    if single is not None:
        home.records.append(_part(home, single, source.path.stem, root, (), complaints))
        return home
    _sections_are_known(home, root, complaints)
    if (node := root.entries.get("article")) is not None:
        home.article = _article(home, node, complaints)
    for section in SECTIONS:
        if (node := root.entries.get(section)) is not None:
            home.records.extend(_section(home, section, node, complaints))
    for section in ("quotes", "mentions"):
        if (node := root.entries.get(section)) is not None:
            _speech(home, section, node, complaints)
    return home


def _single(source: Source, root: Mapping) -> str | None:
    """The section of a file that is one record: it stands in the folder of that section."""
    section = PurePath(source.path).parent.name
    known = set(RecordFile.model_fields)
    return section if section in SECTIONS and not known & set(root.entries) else None


def _sections_are_known(home: FileRecords, root: Mapping, complaints: Complaints) -> None:
    known = list(RecordFile.model_fields)
    folder = PurePath(home.source.path).parent.name
    for key, place in root.keys.items():
        if key not in known:
            meant = nearest(key, known, limit=1)
            hint = f"did you mean {meant[0]}?" if meant else "use one of " + ", ".join(known)
            _complain(home, place, "E401", (key,), f'unknown section "{shown(key)}"', hint)(
                complaints
            )
        elif folder in SECTIONS and key != folder:
            _complain(
                home,
                place,
                "E412",
                (key,),
                f"a file in {folder}/ holds {folder} only",
                f"move this section into a folder {key}/",
            )(complaints)


def _complain(
    home: FileRecords, place: Node, code: str, path: Path, message: str, hint: str | None
) -> Any:
    complaint = Complaint(
        home.source.name, place.line, place.column, code, written(path), message, hint
    )
    return lambda complaints: complaints.add(complaint)


def _article(home: FileRecords, node: Node, complaints: Complaints) -> Part[ArticleShape]:
    part = Part[ArticleShape]("article", home.source.path.stem, None, node, ("article",), home)
    part.shape = _validated(part, ArticleShape, complaints)
    if part.shape is not None and part.shape.slug:
        part.slug = part.shape.slug
    return part


def _section(
    home: FileRecords, section: str, node: Node, complaints: Complaints
) -> Iterator[Part[Any]]:
    if not isinstance(node, Mapping):
        _complain(
            home,
            node,
            "E426",
            (section,),
            f"{section} maps slugs to records",
            "write `slug:` with the record indented below it",
        )(complaints)
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
    try:
        as_slug(slug)
        if "/" in slug:
            raise ValueError
    except ValueError as error:
        hint = getattr(error, "context", None) or {}
        _complain(
            home, key or node, "E407", path, f'"{shown(slug)}" is not a slug', hint.get("hint")
        )(complaints)
    part.shape = _validated(part, SECTIONS[section], complaints)
    return part


def _speech(home: FileRecords, section: str, node: Node, complaints: Complaints) -> None:
    if home.article is None:
        _complain(
            home,
            node,
            "E402",
            (section,),
            f"{section} need an article",
            "add an `article:` section to this file",
        )(complaints)
        return
    items = getattr(node, "items", None)
    if not isinstance(items, list):
        _complain(
            home, node, "E426", (section,), "a list is expected here", "begin each item with `- `"
        )(complaints)
        return
    for index, item in enumerate(items):
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
        for each in error.errors(include_url=False, include_input=True):
            _tell(part, shape, each, complaints)
        return None


def _tell(part: Part[Any], shape: type[BaseModel], error: Any, complaints: Complaints) -> None:
    path: Path = error["loc"]
    kind: str = error["type"]
    context = error.get("ctx") or {}
    message, hint, at_key = error["msg"], context.get("hint"), False
    if kind == "extra_forbidden":
        kind, at_key = "E401", True
        message, hint = _unknown_key(shape, path, error["input"])
    elif kind == "missing":
        kind, message = "E402", f"`{path[-1]}` is missing"
        hint, path = f"add `{path[-1]}:`", path[:-1]
    elif kind in ("too_short", "too_long"):
        kind, due = "E406", context.get("min_length") or context.get("max_length")
        message = f"{context['actual_length']} items, where {due} are due"
    elif kind == "string_too_long":
        kind, limit = "E405", context["max_length"]
        message, hint = f"{len(error['input'])} characters; {limit} is the most", "shorten it"
    elif kind == "string_pattern_mismatch":
        kind, hint = "E423", "64 hexadecimal digits in lower case"
        message = f'"{shown(error["input"])}" is not a SHA-256 digest'
    elif not kind.startswith("E"):
        kind = "E420"
    part.complain(complaints, path, kind, message, hint, at_key=at_key)


def _unknown_key(shape: type[BaseModel], path: Path, value: Any) -> tuple[str, str]:
    key = str(path[-1])
    known = sorted(_keys_at(shape, path[:-1]))
    meant = nearest(key, known, limit=1)
    if meant:
        hint = f"did you mean {meant[0]}?"
    elif not isinstance(value, str | list | dict):  # {says: 182,000 people}: a comma cut the value
        hint = "quote the value before it, because a comma inside braces begins a new key"
    else:
        hint = "known here: " + ", ".join(known)
    return f'unknown key "{shown(key)}"', hint


def _keys_at(shape: type[BaseModel], path: Path) -> set[str]:
    for step in path:
        if isinstance(step, str) and step in shape.model_fields:
            inner = _shape_in(shape.model_fields[step].annotation)
            if inner is not None:
                shape = inner
    return set(shape.model_fields)


def _shape_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if (found := _shape_in(argument)) is not None:
            return found
    return None
