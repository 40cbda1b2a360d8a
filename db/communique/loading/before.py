"""Files that were loaded before, to the byte, into what the database holds still.

What a load does follows from the files, from the records that the database holds, from the
program and from the day. Where all are what they were after a load that nothing was said
against, every record is unchanged: the files are read, and nothing of them is parsed.

The day makes no difference, because it only ever rules out what lies ahead of it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from os.path import realpath
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from ..models import Article, LoadRun
from ..version import __version__
from .complaints import Complaints
from .files import Source, find
from .limits import DEFAULT
from .outcome import Outcome
from .plan import Plan
from .progress import Progress
from .rows import KINDS
from .stored import Stored
from .survey import Survey
from .watched import RunTooLarge, Watched

_LOOKED_BACK = 100
"""Runs among which one of the same files is looked for: folders may be loaded in turns."""
_TOLD_AT = 100

Digest = Callable[[Path], bytes | None]
"""The SHA-256 of a file; None where it has none."""


class Known(NamedTuple):
    """What a run read, and what the database held after it; each a SHA-256."""

    files: str
    archive: str


class Same(NamedTuple):
    """What a load of the same files again did, and what is known of them still."""

    outcome: Outcome
    known: Known


def named(places: Sequence[Path]) -> str:
    """Paths as a run keeps them."""
    return ", ".join(path.as_posix() for path in places)


def loaded_before(stored: Stored, places: Sequence[Path], progress: Progress) -> Same | None:
    """What loading these files does, when it is nothing; None when they have to be looked into."""
    runs = LoadRun.__table__
    recent = stored.connection.execute(
        select(runs)
        .where(runs.c.files_sha256.is_not(None), runs.c.version == __version__)
        .where(runs.c.source == named(places))  # others are not worth a look at all records
        .order_by(runs.c.id.desc())
        .limit(_LOOKED_BACK)
    ).all()
    if not recent or (held := archive_digest(stored)) not in {run.archive_sha256 for run in recent}:
        return None
    complaints, watched = Complaints(), Watched()
    sources = find(places, complaints)
    if complaints:
        return None
    files = files_digest(
        sources, _texts(stored.connection, sources), _reading(watched, sources, progress)
    )
    same = [run for run in recent if (run.files_sha256, run.archive_sha256) == (files, held)]
    if files is None or not same or watched.changed():
        return None
    run, nothing = same[0], Plan(stored, Survey(DEFAULT)).digest
    unchanged, hidden = _found(run), complaints.hidden
    outcome = Outcome(0, 0, 0, unchanged, (), (), run.digest, nothing, dry_run=False, hidden=hidden)
    return Same(outcome, Known(files, held))


def known(
    stored: Stored, outcome: Outcome, sources: Sequence[Source], watched: Watched
) -> Known | None:
    """What a run leaves behind for `loaded_before`; None where that is not worth its while.

    To look at all records costs too much for a run that loaded a few of them. Nor is there
    anything to compare with where other texts were read than the database names.
    """
    connection = stored.connection
    before = sum(len(stored.heads(kind)) for kind in KINDS)
    if outcome.warnings or 2 * _found(outcome) < before + outcome.added - outcome.removed:
        return None
    texts = _texts(connection, sources)
    files = {source.path for source in sources} | {text for each in texts.values() for text in each}
    if watched.names != {str(file) for file in files}:
        return None
    digest = files_digest(sources, texts, watched.digest_of)
    return None if digest is None else Known(digest, archive_digest(Stored(connection)))


def _found(counts: Any) -> int:
    return int(counts.added + counts.changed + counts.unchanged)


def archive_digest(stored: Stored) -> str:
    """SHA-256 over every record that the database holds, and where each comes from."""
    whole = hashlib.sha256()
    for kind in sorted(KINDS):
        heads = stored.heads(kind)
        for slug in sorted(heads):
            head = heads[slug]
            whole.update(f"{kind}/{slug} {head.digest} {head.file}:{head.line}\n".encode())
    return whole.hexdigest()


def files_digest(
    sources: Sequence[Source], texts: dict[str, list[Path]], digest_of: Digest
) -> str | None:
    """SHA-256 over the files by their names in the folder, each with the texts of its articles."""
    whole = hashlib.sha256()
    for source in sources:
        content = digest_of(source.path)
        if content is None:
            return None
        whole.update(f"{source.folder}\n{source.kept}\n{content.hex()}\n".encode())
        for text in texts.get(source.kept, ()):
            content = digest_of(text)
            if content is None:
                return None
            whole.update(f"\t{content.hex()}\n".encode())
    return whole.hexdigest()


def _texts(connection: Connection, sources: Sequence[Source]) -> dict[str, list[Path]]:
    """The files of article texts, by the record file that names them, inside its folder."""
    by_name: dict[str | None, Source] = {source.kept: source for source in sources}
    found: dict[str, list[Path]] = defaultdict(list)
    for file, name in connection.execute(
        select(Article.source_file, Article.text_file).order_by(Article.slug)
    ):
        source = by_name.get(file)
        if source and name is not None:
            text = Path(realpath(Path(source.real).parent / name))
            if text.is_relative_to(source.root):
                found[source.kept].append(text)
    return found


def _reading(watched: Watched, sources: Sequence[Source], progress: Progress) -> Digest:
    total = sum(source.size for source in sources)
    done = [0, 0]

    def digest_of(path: Path) -> bytes | None:
        try:
            watched.pass_over(path)
        except (OSError, RunTooLarge):
            return None
        done[0] += watched.read_of_last
        done[1] += 1
        if done[1] % _TOLD_AT == 0:
            progress("reading", min(done[0], total), total)
        return watched.digest_of(path)

    return digest_of
