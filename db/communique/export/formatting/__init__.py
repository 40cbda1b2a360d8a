"""Record files in canonical form.

What it does to a YAML record file:

- Each level stands two spaces deeper, the dash of a list among them; one space behind a colon
  or dash; a flow collection, ``{...}`` or ``[...]``, on one line, and if it holds comments, in
  block form, one entry a line. No line is folded.
- The keys of a mapping stand in the order of the shapes, unless a comment stands among them.
  Sections, records and the items of lists keep their order.
- Scalars stay as they are written: quotation marks, escapes and all.
- Comments stay with what they stand above, beside or below, at its depth. A comment on the line
  of a value is two spaces from it.
- Where there were blank lines there is one; none at the beginning or end of a file or of a
  list or mapping. None is added: records that an author set apart stay apart, others together.
- UTF-8 without a byte order mark, line feeds, no spaces at the end of a line.

JSON Lines are left alone. Formatting twice is formatting once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import CuratedDataError
from communique.loading.complaints import Complaint, Complaints, Refused
from communique.loading.files import Source, content, find
from communique.loading.limits import DEFAULT
from communique.loading.reader import trees
from communique.loading.watched import Watched

from ..files import write_whole
from .page import formatted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike


@dataclass(frozen=True, slots=True)
class Formatted:
    """Names of the files that were changed, were canonical already, or had to be left alone.

    A file is left alone where its canonical form would not read as the same records.
    """

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    left_alone: tuple[str, ...] = ()


def format_files(paths: Iterable[str | PathLike[str]], *, check: bool = False) -> Formatted:
    """Put the record files under the paths into canonical form; with `check`, only tell which.

    Raises:
        CuratedDataError: a file cannot be read as records; none is written.
        StorageError: a file cannot be written; it stands as before, earlier ones are formatted.

    """
    complaints, watched = Complaints(), Watched()
    changed: list[tuple[Source, bytes]] = []
    unchanged, left_alone = [], []
    for source in find([Path(path) for path in paths], complaints):
        held = content(source, complaints, watched, DEFAULT.bytes)
        if held is None or not _reads(source, held, complaints):
            continue
        new = held if source.name.endswith(".jsonl") else formatted(source.path, held)
        if new is None:
            left_alone.append(source.name)
        elif new == held:
            unchanged.append(source.name)
        else:
            changed.append((source, new))
    for path in watched.changed():
        message = "changed while it was being read"
        complaints.add(Complaint(path.as_posix(), 1, 1, "E309", "", message, "format again"))
    if complaints.errors:
        raise CuratedDataError(list(complaints))
    for source, new in () if check else changed:
        path = source.path.resolve()
        write_whole(path, new, mode=path.stat().st_mode & 0o7777)
    names = tuple(source.name for source, _ in changed)
    return Formatted(names, tuple(unchanged), tuple(left_alone))


def _reads(source: Source, held: bytes, complaints: Complaints) -> bool:
    refused = [each for each in trees(source.name, held) if isinstance(each, Refused)]
    for each in refused:
        complaints.add(each.complaint)
    return not refused
