from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, inspect, text

from communique import shipped
from communique.databases import VERSION_TABLE, database_of, engine_for
from communique.databases.sqlite_dump import describe
from communique.errors import SchemaError, UsageError
from communique.migrate import check_schema, downgrade, latest_revision, require_latest, upgrade
from communique.migrate import history as revisions
from tests.revisions import History

ROOT = Path(__file__).parents[1]


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    made = History(tmp_path / "migrations")
    monkeypatch.setattr(shipped, "migrations_path", lambda: made.home)
    return made


@pytest.fixture
def engine(database_url: str) -> Engine:
    return engine_for(database_url)


@pytest.mark.parametrize(
    "drift",
    [
        "CREATE INDEX extra ON planet (name)",
        "CREATE UNIQUE INDEX extra ON planet (name) WHERE mass > 3",
        "DROP VIEW bright_sky",
        "ALTER TABLE planet ADD COLUMN extra TEXT",
        "ALTER TABLE planet DROP COLUMN mass",
        "ALTER TABLE planet RENAME COLUMN mass TO weight",
        "ALTER TABLE moon RENAME TO satellite",
        "ALTER TABLE moon ADD COLUMN next_id INTEGER REFERENCES planet (id)",
        "ALTER TABLE moon ADD COLUMN size INTEGER CONSTRAINT big CHECK (size > 3)",
    ],
)
def test_every_drift_is_found(history: History, engine: Engine, drift: str) -> None:
    history.first_two()
    upgrade(engine)
    assert check_schema(engine) == []
    with engine.begin() as connection:
        connection.execute(text(drift))
    assert check_schema(engine)


def test_a_host_keeps_its_own_tables(history: History, engine: Engine) -> None:
    history.first_two()
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE orders (id INTEGER)"))
    upgrade(engine)
    assert check_schema(engine) == []
    downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["orders"]


def test_a_schema_is_for_postgresql(history: History, sqlite_url: str) -> None:
    history.first_two()
    with pytest.raises(UsageError, match=r"no schemas.*a file of its own"):
        upgrade(engine_for(sqlite_url), schema="diplomacy")


def test_a_schema_of_its_own_leaves_the_search_path_alone(
    history: History, postgresql_url: str
) -> None:
    history.first_two()
    engine = engine_for(postgresql_url)
    with pytest.raises(UsageError, match=r'no schema "diplomacy".*CREATE SCHEMA "diplomacy"'):
        upgrade(engine, schema="diplomacy")

    def path(connection: Connection) -> str:
        return str(connection.exec_driver_sql("SHOW search_path").scalar_one())

    with engine.begin() as connection:
        connection.execute(text("CREATE SCHEMA diplomacy"))
        connection.execute(text("CREATE TABLE planet (id INTEGER)"))
        before = path(connection)
        upgrade(connection, schema="diplomacy")
        assert path(connection) == before
    require_latest(engine, schema="diplomacy")
    assert check_schema(engine, schema="diplomacy") == []
    assert set(inspect(engine).get_table_names("diplomacy")) == {"planet", "moon", VERSION_TABLE}
    assert inspect(engine).get_table_names() == ["planet"]
    downgrade(engine, "base", schema="diplomacy")
    assert inspect(engine).get_table_names("diplomacy") == []


def test_a_grown_table_and_one_made_at_once_are_the_same() -> None:
    grown = """CREATE TABLE "moon" (id INTEGER NOT NULL, -- the key
        PRIMARY KEY (id), planet INTEGER CONSTRAINT is_one REFERENCES planet (id) ON DELETE CASCADE
        CONSTRAINT few CHECK (planet IN ('A''b', 'C')) , code TEXT CONSTRAINT once UNIQUE) STRICT"""
    at_once = """create table moon (code text, planet integer, id integer not null,
        constraint once unique (code), constraint few check ( planet in ('A''b','C')),
        constraint is_one foreign key(planet) references [planet] (id) on delete cascade,
        primary key (id)) strict"""
    assert describe([("table", "moon", grown)]) == describe([("table", "moon", at_once)])
    other = at_once.replace("'C'", "'c'")
    assert describe([("table", "moon", grown)]) != describe([("table", "moon", other)])


def test_a_dump_tells_of_triggers_and_full_text(sqlite_url: str) -> None:
    with engine_for(sqlite_url).begin() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE words USING fts5(folded)"))
        connection.execute(text("CREATE TABLE quote (folded TEXT)"))
        connection.exec_driver_sql(
            "CREATE TRIGGER heard AFTER INSERT ON quote BEGIN"
            " INSERT INTO words VALUES (new.folded); END"
        )
        lines = database_of(connection).schema_dump(connection).splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "table quote",
        "table quote",
        "table words",
        "trigger heard",
    ]


def test_two_heads_and_lost_revisions_are_refused(history: History) -> None:
    history.first_two()
    history.last = "0001"
    history.add("pass", revision="0003")
    with pytest.raises(SchemaError, match="have one parent"):
        latest_revision()
    (history.home / "versions" / "0003_test.py").unlink()
    history.last = "0077"
    history.add("pass", revision="0078")
    with pytest.raises(SchemaError, match="0078 follow nothing"):
        latest_revision()


def test_the_shipped_history_is_one_line_of_short_names() -> None:
    known = revisions()
    assert [one.id for one in known] == [f"{n:04}" for n in range(1, len(known) + 1)]


def test_the_shipped_migrations_go_up_down_and_up(engine: Engine) -> None:
    upgrade(engine)
    assert check_schema(engine) == []
    downgrade(engine, "base")
    with engine.connect() as connection:
        assert database_of(connection).names(connection) == {}
    upgrade(engine)
    assert check_schema(engine) == []


def test_the_models_and_the_migrations_make_the_same_tables(
    sqlite_url: str, database_url: str
) -> None:
    from communique.models import Base

    ours = set(Base.metadata.tables)
    engine = engine_for(database_url)
    with engine.connect() as connection:
        database = database_of(connection)
        upgrade(connection)
        migrated = database.schema_dump(connection, only=ours)
        with database.blank(connection) as (fresh, schema), database.in_schema(fresh, schema):
            Base.metadata.create_all(fresh, checkfirst=False)
            assert database.schema_dump(fresh, schema=schema, only=ours) == migrated


def test_alembic_typed_by_a_developer_does_the_same(sqlite_url: str) -> None:
    def alembic(*words: str) -> str:
        command = [sys.executable, "-m", "alembic", "-c", str(ROOT / "alembic.ini")]
        done = subprocess.run(
            [*command, "-x", f"url={sqlite_url}", *words],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    alembic("upgrade", "head")
    engine = engine_for(sqlite_url)
    require_latest(engine)
    assert check_schema(engine) == []
    assert f"{latest_revision()} (head)" in alembic("current")
    assert "No new upgrade operations" in alembic("check")
    alembic("downgrade", "base")
    assert inspect(engine).get_table_names() == [VERSION_TABLE]
