"""The text of an article: from its file, or from the record itself, and untouched in both cases."""

from __future__ import annotations

import hashlib
from errno import ENOMEM
from os.path import realpath
from pathlib import Path as Path_

from ..complaints import shown
from ..gate import BLANK, control_in, other_encoding
from ..limits import DEFAULT
from ..refusing import place
from ..shapes.articles import ArticleShape
from ..watched import RunTooLarge
from .scope import Path, Scope


def body_of(scope: Scope, shape: ArticleShape) -> tuple[str | None, str | None]:
    """The text and its digest: the file's, or what stands in the record itself."""
    path: Path = ("text_file",) if shape.text is None else ("text",)
    if shape.text is not None:
        content: bytes | None = shape.text.encode()
    elif shape.text_file is not None:
        content = _read(scope, shape.text_file, path)
    else:
        return None, shape.text_sha256
    if content is None:
        return None, None
    digest = hashlib.sha256(content).hexdigest()
    if shape.text_sha256 not in (None, digest):
        scope.complain(
            ("text_sha256",),
            "E603",
            f"the text's digest is {digest}, not"
            f" {shape.text_sha256}: the text changed since its quotes were made",
            "put the old text back, or check every excerpt and correct text_sha256",
        )
    if found := other_encoding(content):
        message = f"{found} found; only UTF-8 is read"
        scope.complain(path, "E102", message, "save the text as UTF-8")
        return None, digest
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = place(content[: error.start].decode("utf-8"), error.start)
        scope.complain(
            path,
            "E101",
            f"not UTF-8 at byte 0x{content[error.start]:02X} in line {line} of the text",
            "save it as UTF-8 in your editor, or for example with iconv -f latin1 -t utf-8",
        )
        return None, digest
    if fault := control_in(text):
        line, column = place(text, fault.offset)
        scope.complain(
            path,
            fault.code,
            f"{fault.message} in line {line}, column {column} of the text",
            fault.hint,
        )
        return None, digest
    if not text.strip(BLANK + "\ufeff"):
        scope.complain(path, "E422", "the text is empty", "paste the article into it")
        return None, digest
    return text, digest


def _read(scope: Scope, name: str, path: Path) -> bytes | None:
    """The bytes of a text file, which lies in the folder that is loaded."""
    source = scope.part.home.source
    wanted = Path_(realpath(Path_(source.real).parent / name))
    if not wanted.is_relative_to(source.root):
        scope.complain(
            path,
            "E803",
            "leads out of the folder that is loaded",
            "put the text beside its record file",
        )
        return None
    try:
        content = scope.archive.read(wanted, DEFAULT.bytes)
    except OSError as error:
        if error.errno == ENOMEM:  # no fault of the file
            raise MemoryError from error
        reason = error.strerror
        scope.complain(
            path,
            "E801",
            f'"{shown(name)}" cannot be read: {reason}',
            "correct the name, or put the file there",
        )
        return None
    except RunTooLarge:
        scope.complain(
            path,
            "E306",
            "the files up to this one are more than one run reads",
            "load folder by folder",
        )
        return None
    if len(content) > DEFAULT.bytes:
        scope.complain(
            path,
            "E305",
            f"the text is longer than {DEFAULT.bytes:,} bytes",
            "record the part that is quoted as an article of its own",
        )
        return None
    return content
