"""A PostgreSQL server that crashes under a load keeps what it acknowledged, and no part of more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.cli import opening
from communique.cli.running import run
from tests.conftest import closing_engine, upgrade_to_head
from tests.faults.stops import stop_under_loads
from tests.faults.two_hundred import two_hundred
from tests.servers.server import DURABLE, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.server import Server
    from tests.servers.sharing import SharedRun


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server of this test's own, which may be stopped, and waits for the disk."""
    shared: SharedRun = request.getfixturevalue("run")
    mine = started(shared.folder / shared.new_name(), DURABLE)
    yield mine
    mine.stop()


@pytest.mark.postgresql
def test_a_server_that_crashes_under_loads_keeps_what_it_acknowledged(
    server: Server, tmp_path: Path
) -> None:
    seen = stop_under_loads(server, tmp_path, 4, seed=3)

    assert seen["acknowledged and kept"] > 0
    assert seen["not kept"] + seen["kept, though not acknowledged"] == 4


def test_a_server_that_is_lost_at_the_commit_leaves_it_open_whether_it_was_kept(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    upgrade_to_head(postgresql_url)
    folder = two_hundred(tmp_path / "a", 0, meetings=10, agreements=5)

    def lose_the_server() -> None:
        with closing_engine(postgresql_url) as engine, engine.connect() as other:
            other.exec_driver_sql(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    words = ["--database", postgresql_url, "load", str(folder)]
    monkeypatch.setattr(opening, "nothing_stops_it_now", lose_the_server)
    assert run(words) == 4
    told = capsys.readouterr().err
    monkeypatch.undo()

    assert "It was kept whole, or not at all" in told
    assert told.startswith("communique: the database")
    assert run(words) == 0
