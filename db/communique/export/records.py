"""The database written back as record files, which load to the same content again.

    articles/SLUG.yaml      an article with its quotes and its mentions; beside it its text
    actors/SLUG.yaml        and so for offices, places, topics, meetings, agreements,
                            incidents and tensions: one record in each file
    schemas/record-file.json    what editors complete and check by

The bytes follow from the content alone, on either database and after any order of loads:
files are named by slugs, keys stand in the order of their shapes, what a loader would fill in
(office, side, party, date, place) is spelled out, and `nth` is given exactly when an excerpt
stands more than once.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

from communique.databases import database_of, tell_before, translated
from communique.errors import CuratedDataError, UsageError
from communique.loading.archive import Archive
from communique.loading.complaints import Complaints
from communique.loading.gate import BLANK, fault_in
from communique.loading.limits import DEFAULT
from communique.loading.rows import KINDS
from communique.loading.schema import record_schema
from communique.loading.shapes import RecordFile
from communique.loading.stored import Stored
from communique.loading.survey import Survey

from .files import Folder
from .page import in_order, laid_out, page_text
from .telling import TELLERS, article, mentions, quotes
from .telling.dossier import Dossier
from .texts import Texts

if TYPE_CHECKING:
    from os import PathLike

SCHEMA = "schemas/record-file.json"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: its files, and the number of records by their kind."""

    files: int
    records: dict[str, int]


def export_records(source: Connection | Engine, folder: str | PathLike[str]) -> Exported:
    """Write the database as record files into a folder that is new or empty.

    Loaded into an empty database they give the same records, row by row. Of an engine's
    database one moment is seen, whoever loads meanwhile; a lent connection is only read, in
    the transaction that it is in.

    Raises:
        UsageError: the folder holds something already.
        CuratedDataError: the database holds what no record file can say; nothing is written.
        StorageError: the files cannot be written, or the database not be read.

    """
    target = Path(folder)
    _require_empty(target)
    with translated(source):
        if isinstance(source, Engine):
            with source.connect() as connection, database_of(connection).snapshot(connection):
                archive = _read(connection)
        else:
            archive = _read(source)
    files = _files(archive)
    place = Folder(target)
    try:
        for name in sorted(files):
            place.write(name, files[name])
        tell_before(source)
    except BaseException:
        place.undo()
        raise
    return Exported(len(files), dict(Counter(kind for kind, _ in sorted(archive.records))))


def _require_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file.", hint="name a folder that is new or empty")
    held = sorted(folder.iterdir()) if folder.exists() else []
    held = [each for each in held if not each.name.startswith(".")]
    if held:
        raise UsageError(
            f"{folder} holds {held[0].name} already.", hint="name a folder that is new or empty"
        )


def _read(connection: Connection) -> Archive:
    stored, archive = Stored(connection), Archive(None, Survey(DEFAULT))
    for kind in KINDS:
        for record in stored.every(kind):
            archive.records[record.key] = record
    return archive


def _files(archive: Archive) -> dict[str, bytes]:
    """The content of every file by its name from the folder."""
    complaints = Complaints()
    files = {SCHEMA: _schema()}
    texts = Texts(SCHEMA)
    for (kind, slug), record in sorted(archive.records.items()):
        dossier = Dossier(record, archive, complaints, slug if kind == "article" else None)
        if kind == "article":
            name, sections = _article(dossier, texts)
        else:
            name, sections = f"{kind}s/{slug}.yaml", {f"{kind}s": {slug: TELLERS[kind](dossier)}}
        files[name] = _page(sections, name).encode()
    if complaints.errors:
        raise CuratedDataError(list(complaints))
    return {**files, **texts.files}


@cache
def _schema() -> bytes:
    return (json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n").encode()


def _article(dossier: Dossier, texts: Texts) -> tuple[str, dict[str, Any]]:
    slug, head = dossier.record.slug, dossier.head
    name, text_file = f"articles/{slug}.yaml", head["text_file"]
    body, text = dossier.parts("article_text"), None
    if body:
        text = body[0].values["text"]
        content = text.encode()
        if hashlib.sha256(content).hexdigest() != head["text_sha256"]:
            dossier.complain(
                "E603", "its text is not the one whose digest is stored", "restore a backup"
            )
        if text_file is not None or not _fits_in(text):
            name, text_file = texts.place(slug, text_file, content)
            text = None
    told = {
        "article": article(dossier, text_file, text),
        "quotes": quotes(dossier),
        "mentions": mentions(dossier),
    }
    return name, {section: value for section, value in told.items() if value}


def _fits_in(text: str) -> bool:
    """Whether a text can stand in the record itself, as it did when it has no file."""
    return fault_in(text) is None and bool(text.strip(BLANK))


def _page(sections: dict[str, Any], name: str) -> str:
    branch = laid_out(sections, spread=2 if "article" in sections else 3)
    in_order(branch, RecordFile)
    up = "../" * name.count("/")
    return page_text(branch, [f"# yaml-language-server: $schema={up}{SCHEMA}"])
