"""Our tables in a PostgreSQL schema: found by every door, whatever the host has arranged."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from sqlalchemy import create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import Session

import communique
from communique import connect, load, shipped, signings
from communique.aio import connect_async
from communique.cli.program import program
from communique.databases import VERSION_TABLE, engine_for, url_in
from communique.errors import SchemaError, UsageError
from communique.migrate import (
    check_schema,
    current_revision,
    downgrade,
    require_latest,
    upgrade,
)
from tests.embedding.hosts import OURS, belongings, host_engine, settle
from tests.revisions import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

COMPOSED = {"ask", "count", "page"}
WHOM = {"engagements": "iran", "search": "memorandum"}
"""Starters that are asked of something."""


def answers(session: Session) -> dict[str, Any]:
    """What every starter and every other question answers, asked as widely as it can be."""
    found: dict[str, Any] = {}
    for name in sorted(set(communique.__all__) - COMPOSED):
        thing = getattr(communique, name)
        if inspect.isfunction(thing) and str(inspect.signature(thing)).count("-> 'Select"):
            starter = thing(WHOM[name]) if name in WHOM else thing()
            found[name] = [repr(row) for row in session.execute(starter)]
    questions: list[Callable[[], object]] = [
        lambda: communique.dossier(session, "suleyman-soylu"),
        lambda: communique.bilateral(session, "iran", "turkey"),
        lambda: communique.find(session, "Cavusoglu"),
        lambda: communique.network(session),
        lambda: communique.stats(session),
        lambda: communique.unclaimed(session),
        lambda: communique.sources(session, "meeting/2021-10-vahidi-soylu-tehran"),
        lambda: communique.compare(session, "2021-10-vahidi-soylu-tehran"),
        lambda: communique.evidence_for(session, "signature", [1, 2]),
    ]
    return found | {str(number): repr(ask()) for number, ask in enumerate(questions)}


@pytest.fixture
def host(postgresql_url: str) -> str:
    """A host with an ``actor`` of its own, and the shipped records in the schema it gave us."""
    settle(postgresql_url)
    engine = host_engine(postgresql_url)
    upgrade(engine, schema=OURS)
    first = load(engine, [shipped.seeds_path()], schema=OURS)
    again = load(engine, [shipped.seeds_path()], schema=OURS, dry_run=True)
    assert (first.added, again.added, again.unchanged) == (first.added, 0, first.added)
    return postgresql_url


def test_every_question_is_answered_there_as_elsewhere(host: str, sqlite_url: str) -> None:
    elsewhere = engine_for(sqlite_url)
    upgrade(elsewhere)
    load(elsewhere, [shipped.seeds_path()])
    with Session(elsewhere) as session:
        expected = answers(session)
    assert len(expected) > 20
    engine = host_engine(host)
    mapped = engine.execution_options(schema_translate_map={None: OURS})
    for lent, schema in ((host, OURS), (engine, OURS), (mapped, None)):
        with connect(lent, schema=schema) as session:
            assert answers(session) == expected

    async def asked() -> None:
        pool = create_async_engine(engine.url)
        mapped = pool.execution_options(schema_translate_map={None: OURS})
        doors: list[tuple[Any, str | None]] = [(host, OURS), (pool, OURS), (mapped, None)]
        for door, schema in doors:
            async with connect_async(door, schema=schema) as session:
                assert await session.run_sync(answers) == expected
        await pool.dispose()

    asyncio.run(asked())
    assert belongings(host)[-1] == [(1, "La Scala")]


def test_the_command_line_takes_the_schema_before_and_after_the_command(host: str) -> None:
    def say(*words: str, **environment: str) -> str:
        done = CliRunner().invoke(program, words, env=environment, catch_exceptions=False)
        return f"{done.exit_code} {done.output}"

    there = ("--schema", OURS)
    for words in (
        ("--database", host, *there, "signings"),
        ("signings", "--database", host, *there),
        ("--database", host, *there, "sql", "SELECT signer_name FROM signing"),
    ):
        assert "Soylu" in say(*words)
    named = {"COMMUNIQUE_DATABASE": host, "COMMUNIQUE_SCHEMA": OURS}
    assert "Soylu" in say("signings", **named)
    assert "as the migrations make it" in say("db", "check", **named)
    assert f"{HEAD}\n" in say("db", "current", **named)
    assert f'SET LOCAL search_path TO "{OURS}"' in say("db", "sql", **named)
    assert "0 added" in say("load", str(shipped.seeds_path()), **named)
    assert "already there" in say("db", "upgrade", **named)
    assert "undone" in say("db", "downgrade", "base", "--yes", **named)
    assert belongings(host)[-1] == [(1, "La Scala")]


def test_who_looks_in_the_wrong_schema_is_told_the_right_one(host: str) -> None:
    settled = engine_for(host)
    with settled.begin() as connection:
        connection.execute(text("DROP TABLE actor"))
    with pytest.raises(SchemaError, match=rf"not made yet.*name the schema that is there: {OURS}"):
        require_latest(settled)
    with pytest.raises(UsageError, match=r'search_path exists: "lost room"\. Hint: make it'):
        upgrade(engine_for(url_in(host, "lost room")))
    with pytest.raises(UsageError, match=r'no schema "lost room".*CREATE SCHEMA "lost room"'):
        upgrade(settled, schema="lost room")


@pytest.mark.parametrize("name", ["diplomacy", "lost room", 'back\\slash "and" quote', "Große"])
def test_any_name_of_a_schema_goes_into_a_url(postgresql_url: str, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    with host_engine(postgresql_url).begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {quoted}")
    engine = engine_for(url_in(f"{postgresql_url}&options=-cwork_mem%3D5MB", name))
    upgrade(engine)
    assert current_revision(host_engine(postgresql_url), schema=name) == HEAD
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW work_mem").scalar_one() == "5MB"


def test_sqlite_says_that_it_has_no_schemas(sqlite_url: str) -> None:
    upgrade(engine := engine_for(sqlite_url))
    mapped = engine.execution_options(schema_translate_map={None: OURS})
    for door, schema in ((sqlite_url, OURS), (engine, OURS), (mapped, None)):
        with pytest.raises(UsageError, match="no schemas"), connect(door, schema=schema):
            pass
    with pytest.raises(UsageError, match="no schemas"):
        upgrade(mapped)


@pytest.fixture
def tenants(postgresql_url: str) -> Engine:
    """A database with a schema for each tenant, and one for what they share."""
    engine = host_engine(postgresql_url)
    with engine.begin() as connection:
        for name in ("tenant_a", "tenant_b", "shared"):
            connection.execute(text(f"CREATE SCHEMA {name}"))
    return engine


def places_of(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        asked = "SELECT schemaname FROM pg_tables WHERE tablename IN ('actor', :version) ORDER BY 1"
        return list(connection.scalars(text(asked), {"version": VERSION_TABLE}))


def test_a_hosts_map_of_names_moves_the_whole_migration_or_nothing_of_it(tenants: Engine) -> None:
    mapped = tenants.execution_options(schema_translate_map={None: "tenant_a", "x": "shared"})
    assert upgrade(mapped, schema="shared").after == HEAD
    assert places_of(tenants) == ["shared", "shared"]
    with mapped.connect() as connection:
        assert upgrade(connection).after == HEAD
        assert connection.get_execution_options()["schema_translate_map"][None] == "tenant_a"
        assert check_schema(connection) == []
    assert places_of(tenants) == ["shared", "shared", "tenant_a", "tenant_a"]
    assert downgrade(mapped, "base", schema="shared").after is None
    assert places_of(tenants) == ["tenant_a", "tenant_a"]
    with connect(mapped) as session:
        assert session.execute(signings()).all() == []


def test_each_tenant_has_a_history_of_its_own(tenants: Engine) -> None:
    for tenant in ("tenant_a", "tenant_b"):
        assert upgrade(tenants, schema=tenant).before is None
    load(tenants, [shipped.seeds_path()], schema="tenant_b")
    downgrade(tenants, "base", schema="tenant_a")
    assert current_revision(tenants, schema="tenant_a") is None
    assert check_schema(tenants, schema="tenant_b") == []
    with connect(tenants, schema="tenant_b") as session:
        assert len(session.execute(signings()).all()) > 1


def test_the_first_schema_of_the_hosts_search_path_is_ours_when_none_is_named(
    tenants: Engine,
) -> None:
    path = {"options": "-csearch_path=tenant_a,shared"}
    engine = create_engine(tenants.url, connect_args=path)
    upgrade(engine)
    assert places_of(tenants) == ["tenant_a", "tenant_a"]
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW search_path").scalar_one() == "tenant_a,shared"
    downgrade(engine, "base")
    upgrade(engine, schema="shared")
    with pytest.raises(SchemaError, match="name the schema that is there: shared"):
        require_latest(engine)
    with connect(engine, schema="shared") as session:
        assert session.execute(signings()).all() == []
