"""What we refuse in a host's database, each time with the cure in the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, inspect, text

from communique import shipped
from communique.databases import VERSION_TABLE, engine_for, writing
from communique.errors import LockTimeout, NotOurDatabase, SchemaError, StorageError
from communique.migrate import check_schema, require_latest, upgrade
from tests.embedding.rows import fill
from tests.revisions import shipped_and_one_more

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def engine(database_url: str) -> Engine:
    return engine_for(database_url)


def say(engine: Engine, *statements: str) -> None:
    with writing(engine).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.mark.parametrize(
    "theirs",
    [
        "CREATE TABLE actor (id INTEGER)",
        "CREATE VIEW meeting AS SELECT 1 AS id",
        "CREATE TABLE orders (id INTEGER); CREATE INDEX quote ON orders (id)",
    ],
)
@pytest.mark.parametrize("verb", [upgrade, require_latest, check_schema])
def test_a_host_that_owns_one_of_our_names_is_told_the_cure(
    engine: Engine, theirs: str, verb: object
) -> None:
    say(engine, *theirs.split(";"))
    before = inspect(engine).get_table_names()
    with pytest.raises(NotOurDatabase, match=r"(actor|meeting|quote)\. Hint: give communique a"):
        verb(engine)  # type: ignore[operator]
    assert inspect(engine).get_table_names() == before


def test_on_sqlite_letter_case_does_not_make_another_name(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    say(engine, 'CREATE TABLE "Actor" (id INTEGER)')
    with pytest.raises(NotOurDatabase, match=r"Actor\. Hint: give communique a file of its own"):
        upgrade(engine)


@pytest.mark.parametrize(
    "theirs",
    ["CREATE TYPE place AS ENUM ('here')", "CREATE SEQUENCE topic", 'CREATE TABLE "Actor" ()'],
)
def test_on_postgresql_a_type_is_in_the_way_and_letter_case_is_not(
    postgresql_url: str, theirs: str
) -> None:
    engine = engine_for(postgresql_url)
    say(engine, theirs)
    if "Actor" in theirs:
        assert upgrade(engine).after
        return
    with pytest.raises(NotOurDatabase, match=r"(place|topic)\. Hint: .*schema=NAME"):
        upgrade(engine)
    say(engine, "CREATE SCHEMA diplomacy")
    assert upgrade(engine, schema="diplomacy").after


def test_our_tables_without_our_version_are_not_touched(engine: Engine) -> None:
    upgrade(engine)
    with writing(engine).begin() as connection:
        fill(connection)
    say(engine, f"DROP TABLE {VERSION_TABLE}")
    for verb in (upgrade, require_latest):
        with pytest.raises(NotOurDatabase, match=r"All \d+ tables.*Hint: restore a backup"):
            verb(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM evidence")).scalar_one() == 5


def test_a_newer_schema_is_left_to_the_newer_program(engine: Engine) -> None:
    upgrade(engine)
    say(engine, f"UPDATE {VERSION_TABLE} SET version_num = '0099'")
    for verb in (upgrade, require_latest):
        with pytest.raises(NotOurDatabase, match=r"at 0099.*Hint: install the newer communique"):
            verb(engine)


def test_two_revisions_at_once_are_refused(engine: Engine) -> None:
    upgrade(engine)
    say(engine, f"INSERT INTO {VERSION_TABLE} VALUES ('0099')")
    with pytest.raises(SchemaError, match=r"2 revisions at once.*restore a backup"):
        upgrade(engine)


def test_a_rebuild_inside_an_open_sqlite_transaction_is_refused(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = engine_for(sqlite_url)
    upgrade(engine)
    with writing(engine).begin() as connection:
        fill(connection)
    history = shipped_and_one_more(tmp_path / "migrations", rebuilds=True)
    monkeypatch.setattr(shipped, "migrations_path", lambda: history.home)
    with engine.begin() as connection, pytest.raises(SchemaError, match="call it with an Engine"):
        upgrade(connection)
    assert upgrade(engine).after == "0003"


def test_a_rebuild_that_its_revision_does_not_announce_is_refused(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = shipped_and_one_more(tmp_path / "migrations", rebuilds=True)
    file = history.home / "versions/0003_test.py"
    file.write_text(file.read_text("utf-8").replace("rebuilds = True", ""), "utf-8")
    monkeypatch.setattr(shipped, "migrations_path", lambda: history.home)
    engine = engine_for(sqlite_url)
    with engine.begin() as connection, pytest.raises(SchemaError, match="rebuilds = True"):
        upgrade(connection)


def test_a_server_that_is_not_there_is_told_by_every_verb() -> None:
    engine = engine_for("postgresql://me:canary@127.0.0.1:1/x?connect_timeout=2")
    for verb in (upgrade, require_latest, check_schema):
        with pytest.raises(StorageError, match="the address is right") as caught:
            verb(engine)
        assert "canary" not in str(caught.value)


def test_whoever_waits_for_a_migration_in_the_same_process_is_told() -> None:
    from communique.migrate import alembic_run

    assert alembic_run._nobody_else.acquire(timeout=5)
    try:
        with pytest.raises(LockTimeout, match=r"in this process.*let it end"):
            upgrade(engine_for("sqlite://"), wait=0.05)
    finally:
        alembic_run._nobody_else.release()
