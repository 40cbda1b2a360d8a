"""Databases for the tests: empty, migrated, or filled with the seeds, on SQLite and on PostgreSQL.

    sqlite_url, postgresql_url    an empty database of its own for each test
    database_url                  the same, each test once on either
    migrated_url                  every table and view, no row; of its own for each test
    loaded_copy_url               the shipped seeds in it; of its own for each test
    loaded_url                    the shipped seeds in it; shared, so only for reading

Migrations and seeds go in once per run and kind of database; each test then gets a copy.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from sqlalchemy import Engine, event

from communique.databases import engine_for
from tests.servers.databases import Databases
from tests.servers.files import Files
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
SEEDS = Path(__file__).parents[1] / "seeds"
RUN = pytest.StashKey[SharedRun]()

settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def upgrade_to_head(url: str) -> None:
    """Every table and view of the newest revision, by the migrations and never by the models."""
    import communique

    with closing_engine(url) as engine:
        communique.upgrade(engine)


def load_the_seeds(url: str) -> None:
    """The shipped archive, by the loader that users have."""
    from communique.loading import load

    with closing_engine(url) as engine:
        load(engine, [SEEDS])


@contextmanager
def closing_engine(url: str) -> Iterator[Engine]:
    """Our own engine, closed afterwards."""
    engine = engine_for(url)
    try:
        yield engine
    finally:
        engine.dispose()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-pg", action="store_true", help="leave the PostgreSQL tests out; no door of ours does"
    )


def pytest_configure(config: pytest.Config) -> None:
    for name in [name for name in os.environ if name.startswith("COMMUNIQUE_")]:
        del os.environ[name]
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        os.environ.pop(name, None)
    worker: dict[str, Any] | None = getattr(config, "workerinput", None)
    config.stash[RUN] = (
        SharedRun.begin() if worker is None else SharedRun(Path(worker["communique_run"]))
    )


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist which run it belongs to."""
    node.workerinput["communique_run"] = str(node.config.stash[RUN].folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    run = config.stash[RUN]
    lent = os.environ.get("TEST_PG_URL")
    if run.is_first and lent and (run.folder / "postgresql").exists():
        with Databases(lent, prefix_of(run)) as databases:
            databases.drop_all()
    run.end()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "databases" in getattr(item, "fixturenames", ()):
            item.add_marker("postgresql")
    if config.getoption("--no-pg"):
        left_out = [item for item in items if item.get_closest_marker("postgresql")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("postgresql")]


def prefix_of(run: SharedRun) -> str:
    """What every database of this run is called by, also on a server that others use."""
    return run.folder.name.replace("-", "_").lower()


@pytest.fixture(autouse=True)
def close_engines() -> Iterator[Callable[[], None]]:
    """Close the pools that a test leaves: an open connection is a warning, and so an error.

    Databases are dropped after that, because PostgreSQL waits a tenth of a second for a connection
    that it has to end by force.
    """
    seen: set[Engine] = set()

    def remember(connection: Connection) -> None:
        seen.add(connection.engine)

    def close() -> None:
        for engine in seen:
            # Connections of an async driver are closed by the test's own event loop or not at all.
            engine.dispose(close=not engine.dialect.is_async)

    event.listen(Engine, "engine_connect", remember)
    yield close
    event.remove(Engine, "engine_connect", remember)
    close()


@pytest.fixture(scope="session")
def run(request: pytest.FixtureRequest) -> SharedRun:
    """What the processes of this run of pytest share."""
    return request.config.stash[RUN]


@pytest.fixture(scope="session")
def databases(run: SharedRun) -> Iterator[Databases]:
    """A PostgreSQL server: the one of TEST_PG_URL, the distribution's, or the wheel's."""

    def start() -> str:
        return os.environ.get("TEST_PG_URL") or start_any(run.folder / "server")

    def blank() -> str:
        return server.blank("blank")

    with Databases(run.once("postgresql", start), prefix_of(run)) as server:
        run.once("postgresql-blank", blank)
        yield server


@pytest.fixture(scope="session")
def files(run: SharedRun) -> Files:
    """A place for SQLite files."""
    return Files(run.folder)


@pytest.fixture
def name(run: SharedRun) -> str:
    """A name for a database that no other test of this run has."""
    return run.new_name()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'communique.db'}"


@pytest.fixture
def postgresql_url(
    databases: Databases, name: str, close_engines: Callable[[], None]
) -> Iterator[str]:
    """An empty PostgreSQL database, made for this test."""
    yield databases.copy("blank", name)
    close_engines()
    databases.drop(name)


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database, on either."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(scope="session", params=BOTH)
def shelf(request: pytest.FixtureRequest) -> Files | Databases:
    """Where databases stand that are prepared once and copied for each test, on either."""
    place: Files | Databases = request.getfixturevalue(
        "files" if request.param == "sqlite" else "databases"
    )
    return place


@pytest.fixture(scope="session")
def migrated(run: SharedRun, shelf: Files | Databases) -> str:
    """The name of the template that holds the schema and no row."""

    def make() -> str:
        shelf.drop("migrated")
        upgrade_to_head(shelf.copy("blank", "migrated"))
        return "migrated"

    return run.once(f"{type(shelf).__name__}-migrated", make)


@pytest.fixture(scope="session")
def loaded(run: SharedRun, shelf: Files | Databases, migrated: str) -> str:
    """The name of the template that holds the seeds."""

    def make() -> str:
        shelf.drop("loaded")
        load_the_seeds(shelf.copy(migrated, "loaded"))
        return "loaded"

    return run.once(f"{type(shelf).__name__}-loaded", make)


@pytest.fixture
def migrated_url(
    shelf: Files | Databases, migrated: str, name: str, close_engines: Callable[[], None]
) -> Iterator[str]:
    """A database with every table and view and no row, on either, made for this test."""
    yield shelf.copy(migrated, name)
    close_engines()
    shelf.drop(name)


@pytest.fixture
def loaded_copy_url(
    shelf: Files | Databases, loaded: str, name: str, close_engines: Callable[[], None]
) -> Iterator[str]:
    """A database with the seeds in it, on either, made for this test, which may change it."""
    yield shelf.copy(loaded, name)
    close_engines()
    shelf.drop(name)


@pytest.fixture(scope="session")
def loaded_url(run: SharedRun, shelf: Files | Databases, loaded: str) -> Iterator[str]:
    """A database with the seeds in it, on either, shared by tests that only read."""
    name = run.new_name()
    url = shelf.copy(loaded, name)
    shelf.make_read_only(name)
    yield url
    if isinstance(shelf, Files):
        assert shelf.same(loaded, name), "a test wrote to loaded_url: let it use loaded_copy_url"
    shelf.drop(name)
