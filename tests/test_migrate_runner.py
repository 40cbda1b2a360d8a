from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

from communique import shipped
from communique.databases import VERSION_TABLE, database_of, engine_for
from communique.errors import NotOurDatabase, SchemaError, UsageError
from communique.migrate import (
    current_revision,
    downgrade,
    latest_revision,
    require_latest,
    upgrade,
)
from tests.revisions import ROWS, SECOND_UP, History

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    made = History(tmp_path / "migrations")
    monkeypatch.setattr(shipped, "migrations_path", lambda: made.home)
    return made


@pytest.fixture
def engine(database_url: str) -> Engine:
    return engine_for(database_url)


def fill(bind: Engine) -> None:
    with bind.begin() as connection:
        for statement in ROWS.split(";"):
            connection.execute(text(statement))


def count(bind: Engine, table: str) -> int:
    with bind.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def dump(bind: Engine) -> str:
    with bind.connect() as connection:
        return database_of(connection).schema_dump(connection)


def test_an_empty_database_comes_to_the_head_and_stays_there(
    history: History, engine: Engine
) -> None:
    history.first_two()
    first = upgrade(engine)
    assert (first.before, first.after, first.applied) == (None, "0002", ("0001", "0002"))
    assert not first.commit_due
    second = upgrade(engine)
    assert (second.before, second.after, second.applied) == ("0002", "0002", ())
    assert current_revision(engine) == latest_revision() == "0002"
    require_latest(engine)


def test_up_down_up_gives_the_same_schema_and_down_leaves_nothing(
    history: History, engine: Engine
) -> None:
    history.first_two()
    upgrade(engine)
    made = dump(engine)
    assert downgrade(engine, "0001").applied == ("0002",)
    assert downgrade(engine, "base").after is None
    assert dump(engine) == ""
    assert not inspect(engine).get_table_names()
    upgrade(engine)
    assert dump(engine) == made


def test_a_failed_revision_leaves_nothing_and_can_be_tried_again(
    history: History, engine: Engine
) -> None:
    history.first_two()
    upgrade(engine, revision="0001")
    fill(engine)
    before = dump(engine)
    (history.home / "versions" / "0002_test.py").unlink()
    history.last = "0001"
    history.add(f"{SECOND_UP}\nop.execute('DELETE FROM moon')\nraise OSError")
    with pytest.raises(OSError):  # noqa: PT011
        upgrade(engine)
    assert dump(engine) == before
    assert (current_revision(engine), count(engine, "planet")) == ("0001", 2)
    history.last = "0001"
    history.add(SECOND_UP)
    assert upgrade(engine).after == "0002"


def test_a_rebuild_keeps_the_children_of_the_table(history: History, engine: Engine) -> None:
    history.first_two()
    upgrade(engine)
    fill(engine)
    history.add(
        """
        with views(op, "0001", "0001"):
            with op.batch_alter_table("planet", recreate="always") as batch:
                batch.alter_column("mass", new_column_name="weight")
        """
        if engine.dialect.name == "sqlite"
        else 'op.alter_column("planet", "mass", new_column_name="weight")',
        says="rebuilds = True",
    )
    upgrade(engine)
    assert [count(engine, name) for name in ("planet", "moon", "sky")] == [2, 2, 1]
    with engine.connect() as connection:
        assert not database_of(engine).broken_references(connection, ["moon"])
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_rows_that_vanish_undeclared_stop_the_migration(history: History, engine: Engine) -> None:
    history.first_two()
    upgrade(engine)
    fill(engine)
    history.add('op.execute("DELETE FROM moon")')
    with pytest.raises(SchemaError, match=r'rows of moon from 2 to 0.*changes_rows = \{"moon"\}'):
        upgrade(engine)
    assert count(engine, "moon") == 2
    history.last = "0002"
    history.add('op.execute("DELETE FROM moon")', says='changes_rows = {"moon"}')
    upgrade(engine)
    assert count(engine, "moon") == 0


def test_a_table_with_rows_is_not_dropped_undeclared(history: History, engine: Engine) -> None:
    history.first_two()
    upgrade(engine)
    fill(engine)
    history.add('op.drop_table("moon")')
    with pytest.raises(SchemaError, match="rows of moon from 2 to 0"):
        upgrade(engine)


def test_a_reference_to_nothing_stops_the_migration(history: History, sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    history.first_two()
    upgrade(engine)
    fill(engine)
    history.add('op.execute("UPDATE moon SET planet_id = 77 WHERE id = 1")')
    with pytest.raises(SchemaError, match=r"row 1 of moon points to a row of planet"):
        upgrade(engine)
    assert current_revision(engine) == "0002"


def test_a_schema_that_is_behind_is_told_the_command(history: History, engine: Engine) -> None:
    history.first_two()
    with pytest.raises(SchemaError, match="not made yet, needs 0002: run `communique db upgrade`"):
        require_latest(engine)
    upgrade(engine, revision="0001")
    with pytest.raises(SchemaError, match="at 0001, needs 0002: run `communique db upgrade`"):
        require_latest(engine)


def test_a_schema_of_a_newer_program_is_left_alone(history: History, engine: Engine) -> None:
    history.first_two()
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0099'"))
    for call in (require_latest, upgrade, lambda bind: downgrade(bind, "base")):
        with pytest.raises(NotOurDatabase, match=r"at 0099, which this program does not know"):
            call(engine)


def test_tables_of_our_name_that_are_not_ours_stop_everything(
    history: History, engine: Engine
) -> None:
    history.first_two()
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE sky (id INTEGER)"))
    for call in (require_latest, upgrade):
        with pytest.raises(NotOurDatabase, match=r"sky.*communique a (file|schema) of its own"):
            call(engine)
    assert inspect(engine).get_table_names() == ["sky"]


def test_an_unknown_revision_is_told_the_known_ones(history: History, engine: Engine) -> None:
    history.first_two()
    with pytest.raises(UsageError, match=r'no revision "0007".*base, 0001, 0002, head'):
        upgrade(engine, revision="0007")
    with pytest.raises(UsageError, match="use upgrade"):
        downgrade(engine, "0002")
    with pytest.raises(
        UsageError, match=r"An engine or a connection is needed, not str.*session\.connection"
    ):
        upgrade("sqlite://")  # type: ignore[call-overload]


def test_no_logger_of_the_host_is_touched(history: History, engine: Engine) -> None:
    host = logging.getLogger("host.of.communique")
    before = (logging.root.handlers[:], logging.root.level, host.disabled)
    history.first_two()
    upgrade(engine)
    assert (logging.root.handlers, logging.root.level, host.disabled) == before


def test_a_revision_of_the_host_may_call_us(history: History, sqlite_url: str) -> None:
    from alembic import context, op
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    history.first_two()
    theirs = Config()
    with (
        engine_for(sqlite_url).begin() as connection,
        EnvironmentContext(theirs, ScriptDirectory(str(history.home))),
        Operations.context(MigrationContext.configure(connection)),
    ):
        assert upgrade(connection).commit_due
        op.execute("CREATE TABLE orders (id INTEGER)")
        assert context.config is theirs
        assert "orders" in inspect(connection).get_table_names()


def test_a_plain_engine_of_the_host_is_migrated_in_one_transaction(
    history: History, tmp_path: Path
) -> None:
    history.first_two()
    history.add("raise OSError")
    plain = create_engine(f"sqlite:///{tmp_path / 'host.db'}")
    with pytest.raises(OSError):  # noqa: PT011
        upgrade(plain)
    assert not inspect(plain).get_table_names()
    assert upgrade(plain, revision="0002").after == "0002"
