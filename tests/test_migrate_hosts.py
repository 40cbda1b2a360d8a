"""What a host lends us comes back as it was, and says whether a commit is due."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from communique import shipped
from communique.databases import engine_for, url_of, writing
from communique.errors import LockTimeout, NotOurDatabase, SchemaError
from communique.migrate import current_revision, upgrade
from tests.revisions import History

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    made = History(tmp_path / "migrations")
    made.first_two()
    monkeypatch.setattr(shipped, "migrations_path", lambda: made.home)
    return made


def plain(url: str) -> Engine:
    """An engine as a host makes it, without our profile."""
    return create_engine(url_of(url).set(drivername=url.partition("://")[0].partition("+")[0]))


@pytest.fixture(params=[engine_for, plain], ids=["ours", "the host's"])
def engine(request: pytest.FixtureRequest, database_url: str) -> Engine:
    make: Callable[[str], Engine] = request.param
    return make(database_url)


def at(engine: Engine) -> str | None:
    """What another connection sees."""
    with engine.connect() as connection:
        return current_revision(connection)


def test_an_idle_connection_is_migrated_and_idle_again(history: History, engine: Engine) -> None:
    with engine.connect() as connection:
        result = upgrade(connection)
        assert (result.after, result.commit_due, connection.in_transaction()) == (
            "0002",
            False,
            False,
        )
    assert at(engine) == "0002"


def test_an_open_transaction_is_left_to_the_host(history: History, engine: Engine) -> None:
    with engine.connect() as connection:
        with connection.begin() as transaction:
            assert upgrade(connection).commit_due
            assert not upgrade(connection).commit_due
            transaction.rollback()
        assert current_revision(connection) is None
        with connection.begin():
            assert upgrade(connection).commit_due
    assert at(engine) == "0002"


def test_a_connection_that_has_read_owes_a_commit(history: History, engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        assert upgrade(connection).commit_due
        connection.commit()
    assert at(engine) == "0002"


def test_a_connection_that_commits_each_statement_owes_none(
    history: History, engine: Engine
) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        assert not upgrade(connection, revision="0001").commit_due
        connection.execute(text("SELECT 1"))
        assert not upgrade(connection).commit_due
        assert at(engine) == "0002"


def test_a_failure_leaves_nothing_even_where_each_statement_is_committed(
    history: History, engine: Engine
) -> None:
    history.add("raise OSError")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        with pytest.raises(OSError):  # noqa: PT011
            upgrade(connection)
        connection.execute(text("CREATE TABLE orders (id INTEGER)"))
    assert inspect(engine).get_table_names() == ["orders"]


def test_a_savepoint_can_be_rolled_back(history: History, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE orders (id INTEGER)"))
        with connection.begin_nested() as point:
            assert upgrade(connection).commit_due
            point.rollback()
        assert current_revision(connection) is None
    assert inspect(engine).get_table_names() == ["orders"]


def test_a_refused_upgrade_leaves_the_hosts_transaction_usable(
    history: History, engine: Engine
) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE moon (id INTEGER)"))
        with pytest.raises(NotOurDatabase):
            upgrade(connection)
        connection.execute(text("INSERT INTO moon VALUES (1)"))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT id FROM moon")).scalars().all() == [1]


def test_a_failed_upgrade_leaves_the_hosts_transaction_usable(
    history: History, engine: Engine
) -> None:
    history.add("raise OSError")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE orders (id INTEGER)"))
        with pytest.raises(OSError):  # noqa: PT011
            upgrade(connection)
        connection.execute(text("INSERT INTO orders VALUES (1)"))
    assert inspect(engine).get_table_names() == ["orders"]


def test_a_rebuild_in_an_open_sqlite_transaction_is_refused(
    history: History, sqlite_url: str
) -> None:
    engine = engine_for(sqlite_url)
    upgrade(engine)
    history.add("pass", says="rebuilds = True")
    with engine.begin() as connection, pytest.raises(SchemaError, match="call it with an Engine"):
        upgrade(connection)
    assert upgrade(engine).after == "0003"


@pytest.mark.parametrize("before", [0, 1])
def test_foreign_keys_come_back_as_the_host_had_them(
    history: History, sqlite_url: str, before: int
) -> None:
    with plain(sqlite_url).connect() as connection:
        connection.exec_driver_sql(f"PRAGMA foreign_keys={before}")
        connection.rollback()
        upgrade(connection)
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == before


def test_whoever_waits_too_long_for_the_lock_is_told(history: History, database_url: str) -> None:
    engine = engine_for(database_url)
    with writing(engine).begin() as holder:
        upgrade(holder)
        start = time.monotonic()
        with pytest.raises(LockTimeout, match="Another process is writing"):
            upgrade(engine, wait=0.3)
        assert 0.2 < time.monotonic() - start < 5


def test_a_host_that_waits_too_long_keeps_its_transaction(
    history: History, database_url: str
) -> None:
    engine = engine_for(database_url)

    def answers(connection: Connection) -> bool:
        return bool(connection.execute(text("SELECT 1")).scalar_one() == 1)

    with writing(engine).begin() as holder:
        upgrade(holder)
        with engine.begin() as late:
            with pytest.raises(LockTimeout):
                upgrade(late, wait=0.1)
            assert answers(late)


STARTER = """
import sys
from pathlib import Path
from communique import shipped
from communique.databases import engine_for
from communique.migrate import upgrade
shipped.migrations_path = lambda: Path(sys.argv[1])
print(",".join(upgrade(engine_for(sys.argv[2])).applied))
"""


def test_many_starters_make_one_migration(history: History, database_url: str) -> None:
    command = [sys.executable, "-c", STARTER, str(history.home), database_url]
    starters = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    said = [starter.communicate(timeout=60) for starter in starters]
    assert [starter.returncode for starter in starters] == [0] * 8, said
    assert sorted(out.strip() for out, _ in said) == [""] * 7 + ["0001,0002"]
