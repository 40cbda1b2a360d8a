"""The database that the options name, opened for asking or for writing."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from .door import Settings
from .stopping import nothing_stops_it_now

logger = logging.getLogger("communique")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine
    from sqlalchemy.orm import Session


def url() -> str | URL:
    """The URL that the options name, or the environment, or the default; with the schema."""
    settings = click.get_current_context().ensure_object(Settings)
    if settings.schema is None:
        return settings.url
    from communique.databases import url_in

    return url_in(settings.url, settings.schema)


@contextmanager
def asking() -> Iterator[Session]:
    """A session that only reads, on a database at this program's revision."""
    from communique import connect
    from communique.databases import place_of

    with connect(url()) as session:
        logger.info("asking %s", place_of(session.get_bind().engine))
        yield session


@contextmanager
def engine(
    address: str | URL | None = None, *, read_only: bool = False, keeps: bool = False
) -> Iterator[Engine]:
    """An engine that is closed afterwards; failures of disk, server and locks become ours.

    A command whose last work is one transaction ``keeps`` it: no signal stops it after that.
    """
    from communique.databases import BEFORE_COMMIT, engine_for, translated

    made = engine_for(address or url(), read_only=read_only)
    if keeps:
        made = made.execution_options(**{BEFORE_COMMIT: nothing_stops_it_now})
    try:
        with translated(made):
            yield made
    finally:
        made.dispose()


def require_schema() -> None:
    """Raise SchemaError unless the database is at this program's revision."""
    from communique.migrate import require_latest

    with engine(read_only=True) as bind:
        require_latest(bind)
