"""How much there is: records and rows by kind, the time they span, what they rest on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select, union_all

from ..models.base import Base
from . import tables
from .tables import article, constant, evidence, load_run, plain_text

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import CompoundSelect
    from sqlalchemy.orm import Session

_KINDS = (
    tables.actor, tables.office, tables.place, tables.meeting, tables.agreement, tables.step,
    tables.incident, tables.quote,
)  # fmt: skip
_WORD = {"office": "level", "quote": "mode"}


class Stats(NamedTuple):
    """What a database holds, in numbers.

    ``tables`` counts rows by table, ``kinds`` the records of a table by their kind (an
    office's level, a quote's mode), ``evidence`` the proofs by basis. ``published`` are the
    first and the last day on which a dated article may have been published.
    """

    tables: dict[str, int]
    kinds: dict[str, dict[str, int]]
    evidence: dict[str, int]
    published: tuple[date | None, date | None]
    undated_articles: int
    loads: int


def stats(session: Session) -> Stats:
    """The numbers of the whole database, in three statements."""
    counted = {row[0]: int(row[1]) for row in session.execute(_tables())}
    kinds: dict[str, dict[str, int]] = {table.name: {} for table in _KINDS}
    based: dict[str, int] = {}
    for table, word, number in session.execute(_by_kind()):
        (based if table == "evidence" else kinds[table])[word] = number
    first, last, dated = session.execute(_span()).one()
    return Stats(
        tables=counted,
        kinds={table: dict(sorted(words.items())) for table, words in kinds.items()},
        evidence=dict(sorted(based.items())),
        published=(first, last),
        undated_articles=counted["article"] - dated,
        loads=counted[load_run.name],
    )


@lru_cache(maxsize=1)
def _tables() -> CompoundSelect[Any]:
    ours = sorted(Base.metadata.tables)
    return union_all(
        *(
            select(constant(name), func.count()).select_from(Base.metadata.tables[name])
            for name in ours
            if name != "data_dictionary"
        )
    )


@lru_cache(maxsize=1)
def _by_kind() -> CompoundSelect[Any]:
    columns = [(table.name, table.c[_WORD.get(table.name, "kind")]) for table in _KINDS]
    columns.append((evidence.name, evidence.c.basis))
    return union_all(
        *(
            select(constant(name), plain_text(column), func.count()).group_by(column)
            for name, column in columns
        )
    )


@lru_cache(maxsize=1)
def _span() -> Any:
    return select(
        func.min(article.c.published_earliest),
        func.max(func.coalesce(article.c.published_latest, article.c.published_earliest)),
        func.count(article.c.published_edtf),
    )
