"""Which record files a run reads: each once, whole, and from inside its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOMEM
from functools import cached_property
from pathlib import Path

from .complaints import Complaint, Complaints, Refused
from .limits import DEFAULT, Limits
from .reader import roots
from .roots import Root
from .watched import RunTooLarge, Watched

_ENDINGS = (".yaml", ".jsonl")
_LIKE_ONE = re.compile(r"\.(ya?ml|jsonl|ndjson)", re.IGNORECASE)
_WRITE = "record files end in .yaml or .jsonl"


@dataclass(frozen=True)
class Source:
    """A record file: its name in messages, where it is, and the folder it may read from."""

    name: str
    path: Path
    root: Path
    known: str = ""
    """Where it really lies, if that was found before."""

    @cached_property
    def real(self) -> str:
        """Where it really lies, whatever links lead there."""
        return self.known or os.path.realpath(self.path)

    @cached_property
    def kept(self) -> str:
        """Its name in the database: from the folder that was loaded, wherever that lies."""
        return self.real[len(str(self.root)) :].lstrip(os.sep).replace(os.sep, "/")

    @property
    def size(self) -> int:
        """How many bytes it seems to have; reading it says whether that is so."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @cached_property
    def folder(self) -> str:
        """The name of the folder it stands in."""
        return self.path.parent.name


def find(paths: Iterable[Path], complaints: Complaints, limits: Limits = DEFAULT) -> list[Source]:
    """The record files under the paths, in the order of their names."""
    found: dict[str, Source] = {}
    paths = list(paths)
    for path in paths:
        for source in _under(path, complaints):
            found.setdefault(source.real, source)
            if len(found) > limits.files:
                message = f"more than {limits.files:,} files in one run"
                _complain(complaints, path, "E306", message, "load folder by folder")
                return []
    if not paths:
        _complain(complaints, Path(), "E802", "no file or folder is given", "name one")
    return sorted(found.values(), key=lambda source: source.name)


def content(source: Source, complaints: Complaints, watched: Watched, most: int) -> bytes | None:
    """The bytes of a record file, at most one more than the limit."""
    held: list[bytes] = []
    with _told(source, complaints):
        held.append(watched.read(source.path, most))
    return held[0] if held else None


def read(
    source: Source, complaints: Complaints, watched: Watched, limits: Limits = DEFAULT
) -> Iterator[Root | Refused]:
    """The record trees of a file, which is opened once and read in pieces."""
    with _told(source, complaints), watched.opened(source.path) as stream:
        yield from roots(source.name, stream, limits)


@contextmanager
def _told(source: Source, complaints: Complaints) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        _unreadable(complaints, source.path, error)
    except RunTooLarge:
        message = "the files up to this one are more than one run reads"
        _complain(complaints, source.path, "E306", message, "load folder by folder")


def _under(path: Path, complaints: Complaints) -> Iterator[Source]:
    try:
        os.stat(path)  # noqa: PTH116  # pathlib's own question swallows most errors
    except (OSError, ValueError) as error:
        if _is_a_pattern(path):
            message = "nothing matches this pattern"
            _complain(complaints, path, "E802", message, "check its folder; " + _WRITE)
        else:
            _unreadable(complaints, path, error)
        return
    if path.is_file():
        if path.suffix not in _ENDINGS:
            _complain(complaints, path, "E806", "not a record file", _WRITE)
        elif _is_utf8(path, complaints):  # a lone file may read what lies beside it
            yield Source(path.as_posix(), path, path.resolve().parent)
        return
    if not path.is_dir():
        _complain(complaints, path, "E801", "neither a file nor a folder", "name one of these")
        return
    before = len(complaints)
    sources = list(_inside(path, path.resolve(), complaints))
    if not sources and len(complaints) == before:
        _complain(complaints, path, "E802", "no record file in this folder", _WRITE)
    yield from sources


def _inside(folder: Path, root: Path, complaints: Complaints) -> Iterator[Source]:
    def unreadable(error: OSError) -> None:
        _unreadable(complaints, Path(error.filename), error)

    for here, folders, files in os.walk(folder, onerror=unreadable):
        seen = [name for name in (*folders, *files) if not name.startswith(".")]
        complaints.hidden += len(folders) + len(files) - len(seen)
        folders[:] = sorted(name for name in folders if name in seen)
        really = os.path.realpath(here)
        for name in sorted(seen):
            path = Path(here, name)
            real = os.path.join(really, name)  # noqa: PTH118  # of thousands of names
            is_link = os.path.islink(real)  # noqa: PTH114
            real = os.path.realpath(real) if is_link else real
            if is_link and not Path(real).is_relative_to(root):
                if path.is_dir() or path.suffix in _ENDINGS:
                    _complain(
                        complaints,
                        path,
                        "E803",
                        "leads out of the folder that is loaded",
                        "put the file itself there instead of a link",
                    )
            elif name not in folders:
                yield from _one(path, root, real, complaints)


def _one(path: Path, root: Path, real: str, complaints: Complaints) -> Iterator[Source]:
    if path.suffix not in _ENDINGS:
        if _LIKE_ONE.search(path.name):
            message = "looks like a record file and is none"
            _complain(
                complaints, path, "E806", message, "let its name end in .yaml, or move it away"
            )
    elif not path.is_file():
        _complain(complaints, path, "E801", "not a regular file", "put a file there")
    elif _is_utf8(path, complaints):
        yield Source(path.as_posix(), path, root, real)


def _is_utf8(path: Path, complaints: Complaints) -> bool:
    """Whether a name can be kept; a name on Linux is any row of bytes."""
    try:
        path.as_posix().encode()
    except UnicodeEncodeError:
        _complain(
            complaints,
            path,
            "E101",
            "the name of this file or of its folder is not UTF-8",
            "rename it",
        )
        return False
    return True


def _is_a_pattern(path: Path) -> bool:
    return any(sign in path.name for sign in "*?[")


def _unreadable(complaints: Complaints, path: Path, error: OSError | ValueError) -> None:
    if getattr(error, "errno", None) == ENOMEM:  # no fault of the file
        raise MemoryError from error
    reason = getattr(error, "strerror", None) or str(error)
    _complain(
        complaints, path, "E801", f"cannot be read: {reason}", "check the path and who may read it"
    )


def _complain(complaints: Complaints, path: Path, code: str, message: str, hint: str) -> None:
    complaints.add(Complaint(path.as_posix(), 1, 1, code, "", message, hint))
