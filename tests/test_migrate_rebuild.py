"""A table made anew keeps its rows, its children, and everything that was said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from communique import shipped
from communique.databases import database_of, engine_for, writing
from communique.errors import SchemaError
from communique.migrate import downgrade, upgrade
from communique.migrate import history as revisions
from tests.revisions import ROWS, History, shipped_and_one_more

FIRST = """
op.execute("CREATE TABLE planet (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE NOT NULL) STRICT")
op.execute(
    "CREATE TABLE moon (id INTEGER PRIMARY KEY,"
    " planet_id INTEGER NOT NULL REFERENCES planet (id) ON DELETE CASCADE) STRICT"
)
op.execute("CREATE INDEX by_length ON planet (length(name)) WHERE name <> 'x'")
op.execute("CREATE TABLE heard (name TEXT)")
op.execute(
    "CREATE TRIGGER hear AFTER INSERT ON planet BEGIN INSERT INTO heard VALUES (new.name); END"
)
op.execute("CREATE TRIGGER rise AFTER INSERT ON moon BEGIN UPDATE planet SET name = name; END")
create_views(op, "0001")
"""
SECOND = """
with views(op, "0001", "0001"):
    rebuild(
        op,
        "{table}",
        "CREATE TABLE planet (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE NOT NULL,"
        " size INTEGER NOT NULL CHECK (size > 0)) STRICT",
        alter=[],
        values={{"size": "length(name)"}},
    )
"""


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    made = History(tmp_path / "migrations")
    made.add(FIRST, "pass")
    monkeypatch.setattr(shipped, "migrations_path", lambda: made.home)
    return made


@pytest.fixture
def engine(history: History, sqlite_url: str) -> Engine:
    engine = engine_for(sqlite_url)
    upgrade(engine)
    with writing(engine).begin() as connection:
        for statement in ROWS.split(";"):
            connection.execute(text(statement))
    return engine


def asked(engine: Engine, question: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


def test_rows_children_indexes_triggers_and_strictness_stay(
    history: History, engine: Engine
) -> None:
    told = (
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE name IN ('by_length', 'hear', 'rise') ORDER BY name"
    )
    before = asked(engine, told)
    assert len(before) == 3
    history.add(SECOND.format(table="planet"), says="rebuilds = True")
    upgrade(engine)
    assert asked(engine, told) == before
    assert asked(engine, "SELECT * FROM planet ORDER BY id") == [(1, "Mars", 4), (2, "Mercury", 7)]
    assert asked(engine, "SELECT count(*) FROM moon") == [(2,)]
    assert asked(engine, "SELECT count(*) FROM planet WHERE name = 'MARS'") == [(1,)]
    with engine.connect() as connection:
        dump = database_of(connection).schema_dump(connection, only=["planet", "moon"])
    assert "table planet: option strict" in dump
    assert "references planet ( id ) on delete cascade" in dump
    with writing(engine).begin() as connection:
        connection.execute(text("INSERT INTO planet VALUES (3, 'Venus', 5)"))
    assert asked(engine, "SELECT name FROM heard")[-1] == ("Venus",)


def test_a_rebuild_of_one_table_by_the_text_of_another_is_refused(
    history: History, engine: Engine
) -> None:
    history.add(SECOND.format(table="moon"), says="rebuilds = True")
    with pytest.raises(SchemaError, match="rebuild of moon was given another table's"):
        upgrade(engine)
    assert asked(engine, "SELECT count(*) FROM moon") == [(2,)]


def test_what_alembic_drafts_from_our_template_is_a_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_url: str
) -> None:
    home = shipped_and_one_more(tmp_path / "migrations", rebuilds=False).home
    monkeypatch.setattr(shipped, "migrations_path", lambda: home)
    config = Config()
    config.set_main_option("script_location", str(home))
    config.set_main_option("path_separator", "os")
    command.revision(config, message="precedence counts from one", rev_id="0004")
    (drafted,) = home.glob("versions/0004_*.py")
    assert [one.id for one in revisions()] == ["0001", "0002", "0003", "0004"]
    with pytest.raises(NotImplementedError):
        upgrade(engine_for(sqlite_url))
    drafted.write_text(drafted.read_text("utf-8").replace("raise NotImplementedError", "pass"))
    assert upgrade(engine_for(sqlite_url)).after == "0004"
    assert downgrade(engine_for(sqlite_url), "0002").applied == ("0004", "0003")
