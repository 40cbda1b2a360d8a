"""Migrations as SQL scripts: the same schema as by the program, run by the database's own tools."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url, text

from communique import latest_revision, shipped
from communique.databases import database_of, engine_for, writing
from communique.errors import UsageError
from communique.migrate import check_schema, current_revision, offline_sql, upgrade
from tests.embedding.rows import contents, fill
from tests.revisions import shipped_and_one_more

if TYPE_CHECKING:
    from pathlib import Path


def run_script(url: str, script: str) -> None:
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        connection = sqlite3.connect(str(address.database), isolation_level=None)
        connection.executescript(script)
        connection.close()
    else:
        plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as door:
            door.execute(script.encode())


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = shipped_and_one_more(tmp_path / "migrations", rebuilds=False)
    monkeypatch.setattr(shipped, "migrations_path", lambda: history.home)


def test_the_script_makes_what_the_program_makes(database_url: str) -> None:
    engine = engine_for(database_url)
    run_script(database_url, offline_sql("head", engine.dialect.name))
    assert current_revision(engine) == latest_revision()
    assert check_schema(engine) == []
    run_script(database_url, offline_sql(f"{latest_revision()}:base", engine.dialect.name))
    with engine.connect() as connection:
        assert database_of(connection).names(connection) == {}


@pytest.mark.usefixtures("two")
def test_a_script_keeps_rows_and_privileges(postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine, revision="0001")
    with writing(engine).begin() as connection:
        fill(connection)
        connection.execute(text("GRANT SELECT ON office_holding TO pg_monitor"))
        before = contents(connection)
    for step in ("0001:0003", "0003:0001", "0001:head"):
        run_script(postgresql_url, offline_sql(step))
    assert check_schema(engine) == []
    with engine.connect() as connection:
        assert contents(connection) == before
        held = "SELECT has_table_privilege('pg_monitor', 'office_holding', 'SELECT')"
        assert connection.execute(text(held)).scalar_one() is True


@pytest.mark.usefixtures("two")
def test_a_script_for_another_revision_stops_by_itself(postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine)
    with pytest.raises(psycopg.errors.RaiseException, match="for a database at revision 0001"):
        run_script(postgresql_url, offline_sql("0001:0002"))
    with pytest.raises(psycopg.errors.DuplicateTable):
        run_script(postgresql_url, offline_sql())
    assert check_schema(engine) == []


def test_a_script_fills_a_schema_of_its_own(postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    with writing(engine).begin() as connection:
        connection.execute(text('CREATE SCHEMA "diplomacy"'))
    run_script(postgresql_url, offline_sql(schema="diplomacy"))
    assert check_schema(engine, schema="diplomacy") == []
    with engine.connect() as connection:
        assert database_of(connection).names(connection) == {}


def test_a_script_is_one_transaction_and_no_step_is_no_script() -> None:
    script = offline_sql()
    assert script.count("BEGIN;") == script.count("COMMIT;") == 1
    assert script.index("pg_advisory_xact_lock") < script.index("CREATE TABLE")
    assert "CREATE TABLE" not in offline_sql("0001:0001")


def test_what_a_script_cannot_do_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=r"no schemas.*a file of its own"):
        offline_sql("head", "sqlite", schema="x")
    with pytest.raises(UsageError, match='does not run on "oracle"'):
        offline_sql("head", "oracle")
    with pytest.raises(UsageError, match='no revision "0077"'):
        offline_sql("0077")
    history = shipped_and_one_more(tmp_path / "migrations", rebuilds=True)
    monkeypatch.setattr(shipped, "migrations_path", lambda: history.home)
    with pytest.raises(UsageError, match=r"rebuilds a table.*communique db upgrade"):
        offline_sql("0002:0003", "sqlite")
    assert "ADD COLUMN precedence" in offline_sql("0002:0003", "postgresql")
