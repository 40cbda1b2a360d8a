"""Where the curator's record of a fact begins: its file and its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, select

from .tables import again, article, evidence, load_run

if TYPE_CHECKING:
    from sqlalchemy import FromClause

_OF = {
    "name": (
        ("actor_id", "actor"),
        ("office_id", "office"),
        ("agreement_id", "agreement"),
        ("place_id", "place"),
    ),
    "tenure": (("holder_id", "actor"),),
    "participation": (("meeting_id", "meeting"),),
    "party": (("agreement_id", "agreement"),),
    "agreement_action": (("agreement_id", "agreement"),),
    "signature": (("agreement_id", "agreement"),),
    "agreement_link": (("from_agreement_id", "agreement"),),
    "quote": (("article_id", "article"),),
    "figure": (
        ("incident_id", "incident"),
        ("agreement_id", "agreement"),
        ("meeting_id", "meeting"),
    ),
}
"""For each kind of part: its key to the record that it is a part of."""


def filed(
    kind: str, fact: ColumnElement[int], read: FromClause, *, mentioned: bool = True
) -> tuple[FromClause, tuple[ColumnElement[Any], ...]]:
    """What is read, joined with the record of a fact, and three columns: file, line, load run.

    A proof that another article's file adds is that file's.
    """
    own = again(evidence.metadata.tables[kind], "filed")
    read = read.outerjoin(own, own.c.id == fact)
    records = []
    for key, table in _OF.get(kind, ()):
        record = again(evidence.metadata.tables[table], f"filed_{table}")
        read = read.outerjoin(record, record.c.id == own.c[key])
        records.append(record)
    if not records:
        records = [own]
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
