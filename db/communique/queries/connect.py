"""The shortest way to ask: a session that is opened for some questions and closed again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from ..databases import engine_for, placed, translated, url_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL


@contextmanager
def connect(database: str | URL | Engine, *, schema: str | None = None) -> Iterator[Session]:
    """A session on a database, for reading: by URL it cannot write, and a file is never created.

    A lent engine keeps its own settings and stays open. ``schema`` is the PostgreSQL schema
    that holds our tables. Whether it is of the revision that this version reads is for the
    caller to check first.
    """
    lent = isinstance(database, Engine)
    engine = (
        placed(database, schema)
        if isinstance(database, Engine)
        else engine_for(url_in(database, schema), read_only=True)
    )
    try:
        with translated(engine), Session(engine) as session:
            yield session
    finally:
        if not lent:
            engine.dispose()
