"""Which record a fact is a part of, and where the curator has written it down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, select

from ..models import SUBJECTS
from .tables import again, article, as_text, constant, evidence, load_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import FromClause

_PARENTS = {
    "name": ("actor", "office", "agreement", "place"),
    "tenure": ("actor",),
    "participation": ("meeting",),
    "party": ("agreement",),
    "agreement_action": ("agreement",),
    "signature": ("agreement",),
    "agreement_link": ("agreement",),
    "figure": ("incident", "agreement", "meeting", "quote"),
}
"""The records that a part may be of; every other fact is a record itself."""
_KEYS = {"tenure": "holder_id", "agreement_link": "from_agreement_id"}
_FILED = {**_PARENTS, "quote": ("article",)}
"""The records in whose file a fact stands: a quote is a record, and stands in its article's."""


def arms_of_facts() -> Iterator[tuple[str, str, str]]:
    """Every kind of fact with each kind of record that it may be of: its column, and both names."""
    for column, fact in SUBJECTS.items():
        for parent in _PARENTS.get(fact, (fact,)):
            yield column, fact, parent


def record_of(
    fact: str, parent: str, own: FromClause, read: FromClause
) -> tuple[FromClause, ColumnElement[str], FromClause]:
    """The record of this kind that a fact is of: what is read for it, its slug, and where from.

    A quote has no slug: it goes by its article's and its number in it.
    """
    record = own
    if parent != fact:
        record = again(evidence.metadata.tables[parent], f"{parent}_of")
        read = read.join(record, record.c.id == own.c[_key(fact, parent)])
    if parent != "quote":
        return read, record.c["slug"], record
    home = again(article, "home")
    slug = home.c["slug"] + constant("#") + as_text(record.c.position + 1)
    return read.join(home, home.c.id == record.c.article_id), slug, home


def filed(
    kind: str, fact: ColumnElement[int], read: FromClause, *, mentioned: bool = True
) -> tuple[FromClause, tuple[ColumnElement[Any], ...]]:
    """What is read, joined with the record of a fact, and three columns: file, line, load run.

    A proof that another article's file adds is that file's.
    """
    own = again(evidence.metadata.tables[kind], "filed")
    read, records = _files(kind, own, read.outerjoin(own, own.c.id == fact))
    if mentioned:
        teller = again(article, "teller")
        read = read.outerjoin(teller, teller.c.id == evidence.c.mentioned_in_id)
        records.insert(0, teller)
    run = select(func.max(load_run.c.id)).correlate(None).scalar_subquery()
    file, line = (
        func.coalesce(*(each.c[column] for each in records))
        if len(records) > 1
        else records[0].c[column]
        for column in ("source_file", "source_line")
    )
    return read, (file, line, run)


def _files(kind: str, own: FromClause, read: FromClause) -> tuple[FromClause, list[FromClause]]:
    """What is read, joined with each record that a fact of this kind may stand in the file of."""
    if kind not in _FILED:
        return read, [own]
    records: list[FromClause] = []
    for parent in _FILED[kind]:
        record = again(evidence.metadata.tables[parent], f"filed_{parent}")
        read = read.outerjoin(record, record.c.id == own.c[_key(kind, parent)])
        read, found = _files(parent, record, read)
        records += found
    return read, records


def _key(fact: str, parent: str) -> str:
    return _KEYS.get(fact, f"{parent}_id")
