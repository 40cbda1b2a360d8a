"""SQLite for asynchronous code: the same connections, each on a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from .driver import asynchronous
from .sqlite_connect import begin, connector, pool_options

if TYPE_CHECKING:
    from sqlalchemy import URL
    from sqlalchemy.ext.asyncio import AsyncEngine


def async_sqlite_engine(url: URL, *, read_only: bool, wait: float) -> AsyncEngine:
    """An engine on aiosqlite, with the same profile and the same transactions."""
    create_async_engine = asynchronous("aiosqlite")
    connect = connector(url, read_only=read_only, wait=wait)

    async def opened() -> Any:
        import aiosqlite

        waiting = aiosqlite.Connection(connect, iter_chunk_size=64)
        # A program that forgets to dispose of its engine must still be able to end.
        thread: Any = getattr(waiting, "_thread", waiting)
        thread.daemon = True
        return await waiting

    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"), async_creator=opened, **pool_options(url)
    )
    event.listen(engine.sync_engine, "begin", begin)
    return engine
