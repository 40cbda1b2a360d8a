from __future__ import annotations

import sqlite3
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import IntegrityError

from communique.databases import (
    database_of,
    engine_for,
    place_of,
    sqlite_connect,
    translated,
    url_of,
    writing,
)
from communique.errors import LockTimeout, StorageError, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

TABLES = (
    "CREATE TABLE planet (id INTEGER PRIMARY KEY)",
    "CREATE TABLE moon (planet_id INTEGER NOT NULL REFERENCES planet (id))",
)


def make(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        for table in TABLES:
            connection.execute(text(table))


def pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_every_connection_enforces_foreign_keys(database_url: str) -> None:
    engine = engine_for(database_url)
    make(engine)
    connections = [writing(engine).connect() for _ in range(10)]
    for connection in connections:
        with pytest.raises(IntegrityError):
            connection.execute(text("INSERT INTO moon VALUES (7)"))
        connection.close()


def test_the_sqlite_profile_is_set_and_holds(sqlite_url: str) -> None:
    with engine_for(sqlite_url, wait=2.5).connect() as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2
        assert pragma(connection, "foreign_keys") == 1
        assert pragma(connection, "busy_timeout") == 2500
        assert pragma(connection, "trusted_schema") == 0
        assert pragma(connection, "cell_size_check") == 1


def test_a_connection_without_foreign_keys_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StorageError, match="does not enforce foreign keys"):
        sqlite_connect.require_foreign_keys(sqlite3.connect(":memory:"))


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(StorageError, match=r"needs 3\.37 or newer"):
        engine_for("sqlite://")


def test_the_postgresql_profile_is_set_and_survives_a_rollback(postgresql_url: str) -> None:
    with engine_for(postgresql_url, wait=2.5).connect() as connection:
        connection.rollback()
        assert connection.exec_driver_sql("SHOW timezone").scalar_one() == "UTC"
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar_one() == "2500ms"
        assert connection.exec_driver_sql("SHOW client_encoding").scalar_one() == "UTF8"


def test_ddl_rolls_back_with_its_transaction(database_url: str) -> None:
    engine = engine_for(database_url)
    with engine.connect() as connection:
        connection.execute(text(TABLES[0]))
        connection.rollback()
        assert database_of(connection).names(connection) == {}


def test_a_database_in_memory_is_one_for_all_its_connections() -> None:
    engine = engine_for("sqlite://")
    make(engine)
    with engine.connect() as connection:
        assert set(database_of(engine).names(connection)) == {"planet", "moon"}


def test_readers_do_not_wait_and_writers_do(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url, wait=0.1)
    make(engine)
    with writing(engine).begin(), engine.connect() as reader:
        assert reader.execute(text("SELECT count(*) FROM planet")).scalar_one() == 0
        with pytest.raises(LockTimeout, match="Another process"), translated(engine):
            writing(engine).connect().begin()


def test_writers_that_read_first_are_never_refused(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url, wait=30)
    make(engine)
    refused: list[Exception] = []

    def work() -> None:
        for _ in range(20):
            try:
                with writing(engine).begin() as connection:
                    count = connection.execute(text("SELECT count(*) FROM planet")).scalar_one()
                    connection.execute(text(f"INSERT INTO planet VALUES ({count})"))
            except Exception as error:
                refused.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == []
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM planet")).scalar_one() == 160


@pytest.mark.parametrize("first", ["SELECT 1", "SELECT count(*) FROM planet"])
def test_the_loaders_lock_keeps_out_a_second_loader(database_url: str, first: str) -> None:
    engine = engine_for(database_url)
    make(engine)
    database = database_of(engine)
    with writing(engine).begin() as holder, engine.begin() as late:
        database.loader_lock(holder, 1)
        late.execute(text(first))
        with pytest.raises(LockTimeout), translated(engine):
            database.loader_lock(late, 0.1)


def test_a_reader_becomes_the_writer_by_the_lock(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url, wait=0)
    make(engine)
    with engine.begin() as connection:
        database_of(engine).loader_lock(connection, 1)
        with pytest.raises(LockTimeout), translated(engine):
            writing(engine).connect().begin()


def test_a_read_only_engine_makes_no_file_and_leaves_none(sqlite_url: str) -> None:
    path = Path(str(make_url(sqlite_url).database))
    with pytest.raises(StorageError, match=f"no database at {path}"):
        engine_for(sqlite_url, read_only=True).connect()
    assert not path.exists()
    engine = engine_for(sqlite_url)
    make(engine)
    engine.dispose()
    reader = engine_for(sqlite_url, read_only=True)
    with reader.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM planet")).scalar_one() == 0
    reader.dispose()
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]


def test_a_read_only_engine_does_not_write(database_url: str) -> None:
    make(engine_for(database_url))
    reader = engine_for(database_url, read_only=True)
    with pytest.raises(StorageError), translated(reader), reader.begin() as connection:
        connection.execute(text("INSERT INTO planet VALUES (1)"))


def test_what_fails_on_the_disk_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"no folder .*nowhere"):
        engine_for(f"sqlite:///{tmp_path}/nowhere/x.db").connect()
    with pytest.raises(StorageError, match=str(tmp_path)):
        engine_for(f"sqlite:///{tmp_path}").connect()
    (tmp_path / "x.db").write_text("This is not a database, however long it is. " * 30)
    broken = engine_for(f"sqlite:///{tmp_path}/x.db")
    with pytest.raises(StorageError, match=r"x\.db failed: .*Hint: name a"), translated(broken):
        broken.connect()


def test_what_is_wrong_with_the_statement_stays_what_it_is(database_url: str) -> None:
    engine = engine_for(database_url)
    make(engine)
    with pytest.raises(IntegrityError), translated(engine), engine.begin() as connection:
        connection.execute(text("INSERT INTO moon VALUES (7)"))


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    engine = engine_for("postgresql://me:canary@127.0.0.1:1/x?connect_timeout=2")
    with pytest.raises(StorageError, match="the address is right") as caught, translated(engine):
        engine.connect()
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "canary",
        "",
        "mysql://me:canary@host/x",
        "postgresql+asyncpg://me:canary@host/x",
        "postgres://me:canary@host/x",
        "sqlite://me:canary@host/x",
        "sqlite:///x.db?canary=1",
        "postgresql://me:canary@host:port/x",
    ],
)
def test_a_url_of_another_kind_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(UsageError, match=r"write (sqlite|postgresql)") as caught:
        engine_for(url)
    assert "canary" not in str(caught.value).replace("?canary", "")


def test_a_missing_driver_is_told_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"pip install 'communique\[postgresql\]'"):
        engine_for("postgresql://host/x")


def test_the_place_and_the_version_are_fit_for_messages(database_url: str) -> None:
    engine = engine_for(database_url)
    assert place_of(engine).startswith("the database ")
    assert place_of(engine_for("sqlite://")) == "the database in memory"
    assert url_of(database_url).get_backend_name() in ("sqlite", "postgresql")
    with engine.connect() as connection:
        name, version = database_of(engine).version(connection).split()
    assert name in ("SQLite", "PostgreSQL")
    assert version[0].isdigit()


def test_a_sqlite_without_full_text_is_told(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.databases.sqlite_connect._has_full_text", lambda: False)
    with pytest.raises(StorageError, match=r"no full-text search.*or PostgreSQL"):
        engine_for(sqlite_url)
