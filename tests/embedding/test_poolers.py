"""Hosts whose connections are not quite their own: a pooler, a replica, a read-only role."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from communique import connect, load, shipped, signings
from communique.databases import engine_for
from communique.errors import StorageError
from communique.migrate import (
    check_schema,
    checking,
    current_revision,
    downgrade,
    require_latest,
    upgrade,
)
from tests.embedding.hosts import OURS, belongings, host_engine, settle
from tests.embedding.pooling import pooled, sessions
from tests.revisions import HEAD

if TYPE_CHECKING:
    from sqlalchemy import Engine

LOCKS = """
SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
WHERE datname = current_database() AND locktype = 'advisory'
"""


def whole_life(engine: Engine) -> int:
    """Everything that a host does with us, on one connection after another; how many signed."""
    assert upgrade(engine, schema=OURS).after == HEAD
    load(engine, [shipped.seeds_path()], schema=OURS)
    require_latest(engine, schema=OURS)
    assert check_schema(engine, schema=OURS) == []
    with engine.connect() as connection:
        assert current_revision(connection, schema=OURS) == HEAD
        assert upgrade(connection, schema=OURS).applied == ()
    with connect(engine, schema=OURS) as session:
        signed = session.execute(signings()).all()
    with engine.connect() as connection:
        asked = connection.execution_options(schema_translate_map={None: OURS})
        for _ in range(3):  # a statement that comes again is what a driver would prepare
            assert asked.execute(signings()).all() == signed
            asked.commit()
    downgrade(engine, "base", schema=OURS)
    return len(signed)


@pytest.mark.parametrize("isolation", [None, "AUTOCOMMIT"])
def test_a_pooler_of_transactions_is_enough_for_a_whole_life(
    postgresql_url: str, isolation: str | None
) -> None:
    settle(postgresql_url)
    theirs = belongings(postgresql_url)
    engine = pooled(postgresql_url, prepare_threshold=None)
    if isolation:
        engine = engine.execution_options(isolation_level=isolation)
    with engine.connect() as connection:
        asked, heard = "SELECT pg_backend_pid()", set()
        for _ in range(4):
            heard.add(connection.exec_driver_sql(asked).scalar_one())
            if not isolation:
                connection.rollback()
        assert len(heard) == 2, "it was one session all the time"
    before = [*sessions(engine)]
    assert whole_life(engine) > 1
    assert [*sessions(engine)] == before
    assert belongings(postgresql_url) == theirs
    with engine.connect() as connection:
        assert connection.scalar(text(f"{LOCKS} AND granted")) == 0


def test_a_pooler_finds_what_is_kept_beyond_a_transaction(postgresql_url: str) -> None:
    """The stand-in pooler takes prepared statements, and settings, as the real one does."""
    settle(postgresql_url)
    with pytest.raises((OperationalError, ProgrammingError), match="prepared statement"):
        whole_life(pooled(postgresql_url, prepare_threshold=0))
    with pooled(postgresql_url).connect() as connection:
        connection.execute(text("SET search_path TO diplomacy"))
        connection.commit()
        assert connection.scalar(text("SHOW search_path")) != "diplomacy"


def test_an_engine_without_a_pool_is_enough(database_url: str) -> None:
    engine = create_engine(host_engine(database_url).url, poolclass=NullPool)
    upgrade(engine)
    load(engine, [shipped.seeds_path()])
    with connect(engine) as session:
        assert session.execute(signings()).all()
    assert check_schema(engine) == []
    assert downgrade(engine, "base").after is None


def test_a_replica_is_asked_and_found_to_be_the_latest(postgresql_url: str) -> None:
    primary = engine_for(postgresql_url)
    upgrade(primary, revision=HEAD)
    load(primary, [shipped.seeds_path()])
    read_only = {"options": "-cdefault_transaction_read_only=on"}
    standby = create_engine(host_engine(postgresql_url).url, connect_args=read_only)
    require_latest(standby)
    assert upgrade(standby).applied == ()
    with connect(standby) as session:
        assert session.execute(signings()).all()
    for refused in (
        lambda: downgrade(standby, "base"),
        lambda: load(standby, [shipped.seeds_path()], prune=True),
    ):
        with pytest.raises(StorageError, match="connect to the primary server"):
            refused()


def test_a_check_on_a_replica_is_told_where_to_check(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(engine_for(postgresql_url))
    read_only = {"options": "-cdefault_transaction_read_only=on"}
    standby = create_engine(host_engine(postgresql_url).url, connect_args=read_only)
    monkeypatch.setattr(checking, "_made", {})  # as in a process that never made the schema
    with pytest.raises(StorageError, match="connect to the primary server"):
        check_schema(standby)


def test_a_role_that_may_only_read_asks(postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    settle(postgresql_url)
    upgrade(engine, schema=OURS)
    load(engine, [shipped.seeds_path()], schema=OURS)
    with engine.begin() as connection:
        connection.execute(text(f"GRANT USAGE ON SCHEMA {OURS} TO pg_monitor"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA {OURS} TO pg_monitor"))
    options = {"options": "-crole=pg_monitor"}
    reader = create_engine(host_engine(postgresql_url).url, connect_args=options)
    with connect(reader, schema=OURS) as session:
        assert session.execute(signings()).all()
    with pytest.raises(StorageError, match="has this privilege"):
        downgrade(reader, "base", schema=OURS)


@pytest.mark.parametrize("isolation", ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_a_starter_that_waited_sees_what_it_waited_for(postgresql_url: str, isolation: str) -> None:
    """Also where the host's engine reads from snapshots, and ends its questions soon."""
    limits = {"options": "-cstatement_timeout=300 -cidle_in_transaction_session_timeout=300"}
    url = host_engine(postgresql_url).url
    late = create_engine(url, isolation_level=isolation, connect_args=limits)
    waiting = text(f"{LOCKS} AND NOT granted")
    with ThreadPoolExecutor(1) as pool, create_engine(url).connect() as first:
        with first.begin():
            upgrade(first)
            started = pool.submit(upgrade, late)
            while not first.scalar(waiting):
                assert not started.done(), started.result()
            first.execute(text("SELECT pg_sleep(0.6)"))
        assert started.result(timeout=30).applied == ()
    assert load(late, [shipped.seeds_path()]).added
    with late.connect() as connection:
        assert connection.scalar(text("SHOW statement_timeout")) == "300ms"
        assert connection.scalar(text("SHOW transaction_isolation")) == isolation.lower()
