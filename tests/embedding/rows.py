"""Five rows for every table of ours, made from what the models declare."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, Table, insert, text

from communique.databases import database_of
from communique.databases.types import Day, Word
from communique.models import Base

if TYPE_CHECKING:
    from sqlalchemy import Connection

ROWS = 5
FILLED_BY_MIGRATIONS = {"data_dictionary"}
FOLLOWS = {"catchword", "wording"}
"""Tables whose rows follow from others, and which not every revision has."""
TEXTS = {"country": "TR", "text_sha256": "a" * 64, "wikidata": None}
NUMBERS = {"acting": 0, "single_holder": 1, "end_char": 99}
ONE_OF = {
    "name": ("actor_id", "office_id", "agreement_id", "place_id"),
    "figure": ("incident_id", "agreement_id", "meeting_id", "quote_id"),
    "evidence": ("meeting_id", "agreement_id", "quote_id", "signature_id", "name_id"),
}
NEVER = {"evidence": {"mentioned_in_id", "relayed_by_id"}}


def fill(connection: Connection) -> None:
    """Put the rows in, parents first, in the transaction as it is."""
    for table in tables():
        connection.execute(insert(table), [row(table, number) for number in range(1, ROWS + 1)])


def tables() -> list[Table]:
    filled_by_others = FILLED_BY_MIGRATIONS | FOLLOWS
    return [table for table in Base.metadata.sorted_tables if table.name not in filled_by_others]


def row(table: Table, number: int) -> dict[str, Any]:
    """One row; its links go to the row of the same number, or to a neighbour in its own table."""
    values = {column.name: value(column, number) for column in table.columns}
    subjects = ONE_OF.get(table.name, ())
    if subjects:
        chosen = subjects[number % len(subjects)]
        for column in table.columns:
            optional = column.foreign_keys and column.nullable and column.name != "article_id"
            if optional and column.name != chosen:
                values[column.name] = None
    values |= {"basis": "stated"} if "basis" in values else {}
    return values


def value(column: Column[Any], number: int) -> Any:
    following = number % ROWS + 1
    if column.foreign_keys:
        own = any(key.column.table is column.table for key in column.foreign_keys)
        if own or column.name in {"to_agreement_id", "second_id"}:
            return following
        return number
    if column.name == "id":
        return number
    if isinstance(column.type, Word):
        vocabulary: Any = column.type.vocabulary
        words = list(vocabulary)
        return words[number % len(words)]
    if isinstance(column.type, Day):
        return date(2021, 1, number)
    if isinstance(column.type, Integer):
        return NUMBERS.get(column.name, number)
    if column.name in TEXTS:
        return TEXTS[column.name]
    if column.name.endswith("_edtf"):
        return f"2021-01-0{number}"
    return f"{column.table.name} {column.name} {number}: Çavuşoğlu, 100 %"


def contents(connection: Connection, schema: str | None = None) -> dict[str, list[str]]:
    """Every row that somebody wrote, of the tables and columns that this revision has."""
    found = {}
    there = database_of(connection).names(connection, schema)
    for table in tables():
        if table.name not in there:
            continue
        place = f'"{schema}"."{table.name}"' if schema else f'"{table.name}"'
        rows = connection.execute(text(f"SELECT * FROM {place}"))
        shared = [name for name in rows.keys() if name in table.columns]  # noqa: SIM118
        found[table.name] = sorted(repr(tuple(one)) for one in rows.columns(*sorted(shared)))
    return found
