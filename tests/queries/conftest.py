"""The archive made by hand, on either database, shared by tests that only read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.orm import Session

from bench.filling import fill as fill_large
from communique.databases import engine_for, writing
from tests.queries.archive import fill
from tests.queries.writing import Archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Select

    from tests.servers.databases import Databases
    from tests.servers.files import Files
    from tests.servers.sharing import SharedRun


ARTICLES = 5_200
"""In the large archive: enough for tables of more than 5,000 rows, and made in seconds."""


@pytest.fixture(scope="session")
def archived(
    run: SharedRun, shelf: Files | Databases, migrated: str
) -> Iterator[tuple[str, Archive]]:
    """A database with the archive in it, and the archive, which knows the ids."""
    name = run.new_name()
    url = shelf.copy(migrated, name)
    engine = engine_for(url)
    with Session(writing(engine)) as session, session.begin():
        archive = fill(session)
    engine.dispose()
    yield url, archive
    shelf.drop(name)


@pytest.fixture
def archive(archived: tuple[str, Archive]) -> Archive:
    """The archive, for its ids."""
    return archived[1]


@pytest.fixture
def session(archived: tuple[str, Archive]) -> Iterator[Session]:
    """A session on the archive."""
    engine = engine_for(archived[0])
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture
def slugs(session: Session) -> Callable[..., list[str]]:
    """What a statement answers, by the first column of its rows: the slug of the record."""

    def of(rows: Select[*tuple[Any, ...]], column: str = "") -> list[str]:
        found = session.execute(rows)
        return [row._mapping[column] if column else row[0] for row in found]

    return of


@pytest.fixture(scope="session")
def large_url(run: SharedRun, shelf: Files | Databases, migrated: str) -> str:
    """A large archive, made once in a run for each kind of database, for reading."""

    def make() -> str:
        shelf.drop("large")
        engine = engine_for(shelf.copy(migrated, "large"))
        fill_large(engine, ARTICLES, agreements=1)
        engine.dispose()
        return shelf.url("large")

    return run.once(f"{type(shelf).__name__}-large", make)


@pytest.fixture
def large(large_url: str) -> Iterator[Session]:
    """A session on the large archive."""
    engine = engine_for(large_url, read_only=True)
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture(scope="module")
def blank(run: SharedRun, shelf: Files | Databases, migrated: str) -> Iterator[Any]:
    """A database with every table and no row, for random archives that come and go."""
    name = run.new_name()
    engine = engine_for(shelf.copy(migrated, name))
    yield engine
    engine.dispose()
    shelf.drop(name)
