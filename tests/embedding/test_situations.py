"""Six situations, two databases: every row and the host's revision survive up, down and up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Connection, text

from communique import shipped
from communique.databases import engine_for, writing
from communique.errors import SchemaError
from communique.migrate import check_schema, current_revision, downgrade, require_latest, upgrade
from tests.embedding.hosts import OPEN, SITUATIONS, belongings, host_engine, schema_of, settle
from tests.embedding.rows import ROWS, contents, fill
from tests.revisions import shipped_and_one_more

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Situation = Callable[[str, Callable[[Connection], object]], None]


@pytest.fixture(params=[False, True], ids=["altered", "rebuilt"])
def rebuilds(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> bool:
    history = shipped_and_one_more(tmp_path / "migrations", rebuilds=request.param)
    monkeypatch.setattr(shipped, "migrations_path", lambda: history.home)
    return bool(request.param)


def settled(url: str) -> tuple[dict[str, list[str]], list[Any]]:
    """A host with five rows in every table of ours, and what both hold."""
    settle(url)
    with writing(engine_for(url)).begin() as connection:
        upgrade(connection, revision="0001", schema=schema_of(url))
        if schema := schema_of(url):
            connection.execute(text(f"SET LOCAL search_path TO {schema}"))
        fill(connection)
    return held(url), belongings(url)


def held(url: str) -> dict[str, list[str]]:
    with engine_for(url).connect() as connection:
        return contents(connection, schema_of(url))


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_every_row_survives_up_down_and_up(
    situation: Situation, database_url: str, rebuilds: bool
) -> None:
    ours, theirs = settled(database_url)
    assert all(len(rows) >= ROWS for rows in ours.values())
    schema, due = schema_of(database_url), situation in OPEN

    def again(connection: Connection) -> None:
        assert current_revision(connection, schema=schema) == "0001"
        for work in (upgrade, lambda c, **kw: downgrade(c, "0001", **kw), upgrade):
            assert work(connection, schema=schema).commit_due is due
        assert current_revision(connection, schema=schema) == "0003"
        require_latest(connection, schema=schema)
        assert check_schema(connection, schema=schema) == []

    if rebuilds and due and schema is None:
        with pytest.raises(SchemaError, match=r"already open.*call it with an Engine"):
            situation(database_url, again)
        assert current_revision(engine_for(database_url)) == "0001"
    else:
        situation(database_url, again)
        assert current_revision(engine_for(database_url), schema=schema) == "0003"
    assert held(database_url) == ours
    assert belongings(database_url) == theirs


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_what_the_host_had_set_is_as_it_was(situation: Situation, database_url: str) -> None:
    settle(database_url)
    schema = schema_of(database_url)
    asked = (
        ["SHOW search_path", "SHOW lock_timeout"]
        if schema
        else ["PRAGMA foreign_keys", "PRAGMA busy_timeout"]
    )
    loggers = [logging.getLogger(name) for name in ("host", "host.orders", "alembic", "sqlalchemy")]
    before = [(one.disabled, one.level, one.handlers[:]) for one in (logging.root, *loggers)]
    heard: list[Any] = []

    def ask(connection: Connection) -> None:
        def settings() -> list[Any]:
            return [connection.exec_driver_sql(one).scalar_one() for one in asked]

        began = connection.in_transaction()
        first = settings()
        if not began:
            connection.rollback()
        upgrade(connection, schema=schema)
        heard.append(settings() == first)
        if not began:
            connection.rollback()

    situation(database_url, ask)
    assert heard == [True]
    assert [
        (one.disabled, one.level, one.handlers[:]) for one in (logging.root, *loggers)
    ] == before
    assert not [one for one in loggers if one.disabled]


@pytest.mark.parametrize("profile", ["ours", "the host's"])
def test_no_connection_of_a_pool_of_ten_loses_its_foreign_keys(
    sqlite_url: str, profile: str
) -> None:
    engine = engine_for(sqlite_url) if profile == "ours" else host_engine(sqlite_url)
    lent = [engine.connect() for _ in range(10)]
    for connection in lent:
        upgrade(connection)
        downgrade(connection, "base")
    found = [one.exec_driver_sql("PRAGMA foreign_keys").scalar_one() for one in lent]
    for connection in lent:
        connection.close()
    assert found == [1] * 10
