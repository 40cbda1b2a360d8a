"""Which record files a run reads: each once, whole, and from inside its folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .complaints import Complaint, Complaints
from .watched import Watched

_ENDINGS = (".yaml", ".jsonl")
_LOOKALIKES = (".yml", ".yaml.bak", ".yaml~", ".yml~", ".yaml.orig", ".yaml.swp")


@dataclass(frozen=True, slots=True)
class Source:
    """A record file: its name in messages, where it is, and the folder it may read from."""

    name: str
    path: Path
    root: Path

    @property
    def kept(self) -> str:
        """Its name in the database: from the folder that was loaded, wherever that lies."""
        return self.path.resolve().relative_to(self.root).as_posix()


def find(paths: Iterable[Path], complaints: Complaints) -> list[Source]:
    """The record files under the paths, in the order of their names."""
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _under(path, complaints):
            found.setdefault(source.path.resolve(), source)
    return sorted(found.values(), key=lambda source: source.name)


def content(source: Source, complaints: Complaints, watched: Watched, most: int) -> bytes | None:
    """The bytes of a record file, read once; at most one more than the limit."""
    try:
        return watched.read(source.path, most)
    except OSError as error:
        complaints.add(Complaint(source.name, 1, 1, "E801", "", _why(error)))
        return None


def _why(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"


def _under(path: Path, complaints: Complaints) -> Iterator[Source]:
    if path.is_file():
        if path.suffix not in _ENDINGS:
            _complain(
                complaints, path, "E806", "not a record file", "record files end in .yaml or .jsonl"
            )
            return
        yield Source(path.as_posix(), path, _home(path))
        return
    if not path.is_dir():
        message = "no such file or folder" if not path.exists() else "neither a file nor a folder"
        _complain(complaints, path, "E801", message, "check the spelling of the path")
        return
    root = path.resolve()
    sources = list(_inside(path, root, complaints))
    if not sources:
        _complain(
            complaints,
            path,
            "E802",
            "no record file in this folder",
            "record files end in .yaml or .jsonl",
        )
    yield from sources


def _inside(folder: Path, root: Path, complaints: Complaints) -> Iterator[Source]:
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if any(part.startswith(".") for part in inner.parts) or path.is_dir():
            continue
        if path.name.endswith(_LOOKALIKES):
            _complain(
                complaints,
                path,
                "E806",
                "looks like a record file and is none",
                "rename it to end in .yaml, or move it away",
            )
        elif path.suffix in _ENDINGS:
            if not path.resolve().is_relative_to(root):
                _complain(
                    complaints,
                    path,
                    "E803",
                    "leads out of the folder that is loaded",
                    "put the file itself there instead of a link",
                )
            elif not path.is_file():
                _complain(complaints, path, "E801", "not a regular file", None)
            else:
                yield Source(path.as_posix(), path, root)


def _home(path: Path) -> Path:
    """A lone file may read what lies beside it."""
    return path.resolve().parent


def _complain(
    complaints: Complaints, path: Path, code: str, message: str, hint: str | None
) -> None:
    complaints.add(Complaint(path.as_posix(), 1, 1, code, "", message, hint))
