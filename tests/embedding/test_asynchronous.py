"""The same verbs awaited: an async engine or connection of the host, and sessions of ours."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import make_url, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import create_async_engine

from communique import latest_revision, signings
from communique.aio import connect_async
from communique.databases import VERSION_TABLE, async_engine_for, engine_for
from communique.errors import SchemaError, StorageError
from communique.migrate import check_schema, current_revision, downgrade, require_latest, upgrade
from communique.models import Actor
from tests.embedding.hosts import careful, schema_of, settle

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


def host(url: str) -> AsyncEngine:
    plain = make_url(url)
    driver = {"sqlite": "sqlite+aiosqlite"}.get(plain.get_backend_name(), "postgresql+psycopg")
    engine = create_async_engine(plain.set(drivername=driver))
    careful(engine.sync_engine)
    return engine


@pytest.mark.parametrize("make", [async_engine_for, host])
def test_every_verb_takes_an_async_engine_or_connection(database_url: str, make: Any) -> None:
    settle(database_url)
    schema = schema_of(database_url)

    async def main() -> None:
        engine = make(database_url)
        assert await current_revision(engine, schema=schema) is None
        result = await upgrade(engine, schema=schema)
        assert (result.after, result.commit_due) == (latest_revision(), False)
        await require_latest(engine, schema=schema)
        assert await check_schema(engine, schema=schema) == []
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
            assert (await downgrade(connection, "base", schema=schema)).commit_due
            await connection.rollback()
            assert await current_revision(connection, schema=schema) == latest_revision()
        await downgrade(engine, "base", schema=schema)
        with pytest.raises(SchemaError, match="not made yet"):
            await require_latest(engine, schema=schema)
        await engine.dispose()

    asyncio.run(main())


def test_many_tasks_of_one_loop_make_one_migration(sqlite_url: str, postgresql_url: str) -> None:
    async def main() -> list[tuple[str, ...]]:
        engines = [async_engine_for(url) for url in (sqlite_url, postgresql_url)]
        done = await asyncio.gather(*(upgrade(engine) for engine in engines * 4))
        for engine in engines:
            await engine.dispose()
        return sorted(result.applied for result in done)

    assert asyncio.run(main()) == [()] * 6 + [("0001", "0002")] * 2


def test_an_async_pool_keeps_our_profile(database_url: str) -> None:
    upgrade(engine_for(database_url))

    async def main() -> int:
        engine = async_engine_for(database_url, wait=2.5)
        lent = [await engine.connect() for _ in range(10)]
        refused = 0
        for connection in lent:
            if schema_of(database_url):
                assert await connection.scalar(text("SHOW lock_timeout")) == "2500ms"
                assert await connection.scalar(text("SHOW timezone")) == "UTC"
            else:
                assert await connection.scalar(text("PRAGMA foreign_keys")) == 1
                assert await connection.scalar(text("PRAGMA journal_mode")) == "wal"
            orphan = "INSERT INTO article_text (article_id, text) VALUES (77, 'x')"
            try:
                await connection.execute(text(orphan))
            except IntegrityError:
                refused += 1
            await connection.close()
        await engine.dispose()
        return refused

    assert asyncio.run(main()) == 10


def test_the_same_starters_answer_in_an_async_session(loaded_url: str) -> None:
    async def main() -> None:
        async with connect_async(loaded_url) as session:
            found = (await session.execute(signings(level="minister", kind="mou"))).all()
            assert {"Ahmad Vahidi", "Süleyman Soylu"} & {row.signer_name for row in found}
            actor = (await session.scalars(select(Actor).where(Actor.slug == "iran"))).one()
            assert actor.name == "Iran"

    asyncio.run(main())


def test_an_async_session_by_url_cannot_write(loaded_url: str) -> None:
    async def main() -> None:
        async with connect_async(loaded_url) as session:
            await session.execute(text("DELETE FROM quote_topic"))

    with pytest.raises(StorageError):
        asyncio.run(main())


def test_a_lent_async_engine_stays_open_and_may_write(migrated_url: str) -> None:
    async def main() -> None:
        engine = host(migrated_url)
        async with connect_async(engine) as session:
            await session.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = version_num"))
            await session.commit()
        async with engine.connect() as connection:
            assert await connection.scalar(text("SELECT 1")) == 1
        await engine.dispose()

    asyncio.run(main())


def test_an_async_session_needs_the_latest_schema(database_url: str) -> None:
    engine_for(database_url).connect().close()

    async def main() -> None:
        async with connect_async(database_url):
            raise AssertionError("it opened")

    with pytest.raises(SchemaError, match="run `communique db upgrade`"):
        asyncio.run(main())


WITHOUT = """
import sys
sys.modules[{module!r}] = None
import asyncio, communique
from communique.aio import connect_async
communique.upgrade(communique.databases.engine_for({url!r}))
with communique.connect({url!r}) as session:
    print(len(session.execute(communique.signings()).all()))
async def main():
    async with connect_async({url!r}):
        pass
try:
    asyncio.run(main())
except communique.UsageError as error:
    print(error)
"""


@pytest.mark.parametrize("module", ["greenlet", "aiosqlite"])
def test_without_the_extra_the_sync_side_works_and_the_async_side_says_one_sentence(
    sqlite_url: str, module: str
) -> None:
    code = "import communique.databases\n" + WITHOUT.format(module=module, url=sqlite_url)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [
        "0",
        f"Asynchronous sessions need {module}, which is not installed. "
        "Hint: pip install 'communique[async]'",
    ], done.stderr
