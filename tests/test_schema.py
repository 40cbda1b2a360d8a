"""The migrated schema is the declared one, and the database itself refuses what makes no sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import CheckConstraint, inspect, select, text
from sqlalchemy.orm import Session

from communique import downgrade, upgrade
from communique.databases import database_of, engine_for
from communique.databases.types import Word
from communique.models import (
    SUBJECTS,
    Base,
    DataDictionary,
    declared,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine

TABLES = sorted(Base.metadata.tables)
VIEWS = {
    "signing": "agreement agreement_title agreement_kind action_kind signed_edtf signed_earliest"
    " signed_latest signer signer_name office office_title office_level office_portfolio party"
    " party_name meeting place country",
    "attendance": "meeting meeting_title meeting_kind meeting_status date_edtf date_earliest"
    " date_latest place country actor actor_name described_as office office_title office_level"
    " on_behalf_of role basis",
    "encounter": "meeting meeting_title meeting_kind meeting_status date_edtf date_earliest"
    " date_latest place country a a_name a_office a_side b b_name b_office b_side",
    "statement": "quote mode text speaker speaker_name speaker_as_written office office_title"
    " article outlet published_edtf published_earliest published_latest start_char end_char meeting"
    " relayed_by utterance date_edtf date_earliest date_latest",
    "office_holding": "actor actor_name office office_title office_level office_portfolio of_actor"
    " since_edtf since_earliest since_latest until_edtf until_earliest until_latest",
    "agreement_status": "agreement title kind status status_edtf status_earliest status_latest"
    " last_action",
    "plan": "record_kind record title date_edtf date_earliest date_latest place fulfilled_by",
    "timeline": "record_kind record title status date_edtf date_earliest date_latest place country",
    "coverage": "article fact record_kind record excerpts",
    "citation": "article fact record_kind record field basis excerpt start_char end_char note",
}


def dump(engine: Engine, only: list[str] | None = None) -> str:
    with engine.connect() as connection:
        return database_of(connection).schema_dump(connection, only=only)


def test_the_migrated_schema_is_the_declared_one(database_url: str) -> None:
    engine = engine_for(database_url)
    upgrade(engine)
    tables = [*TABLES, *database_of(engine).full_text.tables]
    migrated = dump(engine, tables)
    downgrade(engine, "base")
    with engine.begin() as connection:
        Base.metadata.create_all(connection)

    assert dump(engine, tables) == migrated
    assert migrated.count("\n") > 300


def test_down_to_nothing_and_up_again_gives_the_same_schema(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    before = dump(engine)

    downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"communique_version"}
    assert inspect(engine).get_view_names() == []
    upgrade(engine)

    assert dump(engine) == before


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_every_column_that_analysts_were_promised(view: str, migrated_url: str) -> None:
    columns = [column["name"] for column in inspect(engine_for(migrated_url)).get_columns(view)]

    assert set(VIEWS[view].split()) <= set(columns)


def test_the_dictionary_explains_every_table_view_and_column(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    found = inspect(engine)
    with engine.connect() as connection:
        names = database_of(connection).names(connection)  # without FTS5's own tables
    exist = {(name, "") for name in names if name != "communique_version"}
    exist |= {
        (name, column["name"])
        for name in names
        if name != "communique_version"
        for column in found.get_columns(name)
    }

    with Session(engine) as session:
        entries = session.scalars(select(DataDictionary)).all()

    assert {(entry.table_name, entry.column_name) for entry in entries} == exist
    assert all(len(entry.meaning) > 5 for entry in entries)


def test_postgresql_shows_the_meaning_of_columns_itself(postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine)

    assert inspect(engine).get_table_comment("signature")["text"]
    with engine.connect() as connection:
        told = connection.scalar(text("SELECT col_description('signing'::regclass, 1)"))
    assert told == "Slug of the agreement."


def test_postgresql_comments_are_the_dictionary(postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine)

    with engine.connect() as connection:
        commented = connection.execute(
            text(
                "SELECT c.relname, coalesce(a.attname, ''), d.description FROM pg_description AS d"
                " JOIN pg_class AS c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass"
                " LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = d.objsubid"
                " AND d.objsubid > 0 WHERE c.relnamespace = 'public'::regnamespace"
            )
        ).all()
    with Session(engine) as session:
        entries = session.scalars(select(DataDictionary)).all()

    told = {(entry.table_name, entry.column_name, entry.meaning) for entry in entries}
    assert {tuple(row) for row in commented} == told
    assert len(told) > 400


def test_the_dictionary_knows_the_type_of_every_column(postgresql_url: str) -> None:
    """By PostgreSQL, whose types are strict; SQLite stores days as text."""
    engine = engine_for(postgresql_url)
    upgrade(engine)
    words = {
        "TEXT": "text",
        "VARCHAR": "text",
        "INTEGER": "integer",
        "BIGINT": "integer",
        "DATE": "day",
    }
    found = inspect(engine)

    with Session(engine) as session:
        entries = session.scalars(select(DataDictionary)).all()

    views = set(found.get_view_names())
    told = {(entry.table_name, entry.column_name): entry.type_name for entry in entries}
    for table in {entry.table_name for entry in entries}:
        assert told[table, ""] == ("view" if table in views else "table")
        for column in found.get_columns(table):
            kind = words[str(column["type"]).split()[0]]
            assert told[table, column["name"]] == kind, (table, column["name"])


def test_every_word_column_has_its_check_and_every_table_is_strict() -> None:
    for table in declared().tables.values():
        rules = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
        for column in table.columns:
            if isinstance(column.type, Word):
                assert f"{column.name}_is_a_known_word" in rules
        assert table.dialect_options["sqlite"]["strict"]


def test_every_subject_of_evidence_has_its_partial_index(migrated_url: str) -> None:
    lines = dump(engine_for(migrated_url), ["evidence"])

    for column in SUBJECTS:
        assert f"ix_evidence_{column}" in lines
