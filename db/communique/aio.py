"""The door for asynchronous programs: the same questions, awaited.

    from communique import signings
    from communique.aio import connect_async

    async with connect_async("postgresql://reader@host/records") as session:
        for row in await session.execute(signings(level="minister")):
            print(row.signer_name, row.agreement_title)

Starters and predicates are plain ``Select`` statements, so there is no second version of them.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from .databases import async_engine_for, placing, translated, url_in
from .databases.driver import asynchronous
from .migrate import require_latest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import URL
    from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


@asynccontextmanager
async def connect_async(
    database: str | URL | AsyncEngine, *, schema: str | None = None
) -> AsyncIterator[AsyncSession]:
    """An asynchronous session for asking, on a database by URL or on a lent engine.

    Opened by URL it cannot write, and a missing file is told instead of created. ``schema`` is
    the PostgreSQL schema that holds our tables. Raises SchemaError, with the command that cures
    it, when the database is at another revision than this version reads, and UsageError when
    greenlet or the driver is not installed.
    """
    asynchronous()
    from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

    lent = isinstance(database, AsyncEngine)
    engine = (
        database
        if isinstance(database, AsyncEngine)
        else async_engine_for(url_in(database, schema), read_only=True)
    )
    asked = engine
    if lent and schema is not None:
        asked = engine.execution_options(**placing(engine.sync_engine, schema))
    try:
        await require_latest(asked)
        with translated(engine.sync_engine):
            async with AsyncSession(asked, expire_on_commit=False) as session:
                yield session
    finally:
        if not lent:
            await engine.dispose()
