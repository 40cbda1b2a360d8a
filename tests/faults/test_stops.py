"""A PostgreSQL server that crashes under a load keeps what it acknowledged, and no part of more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.stops import stop_under_loads
from tests.servers.server import DURABLE, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.server import Server
    from tests.servers.sharing import SharedRun


@pytest.fixture
def server(run: SharedRun) -> Iterator[Server]:
    """A server of this test's own, which may be stopped, and waits for the disk."""
    mine = started(run.folder / run.new_name(), DURABLE)
    yield mine
    mine.stop()


@pytest.mark.postgresql
def test_a_server_that_crashes_under_loads_keeps_what_it_acknowledged(
    server: Server, tmp_path: Path
) -> None:
    seen = stop_under_loads(server, tmp_path, 4, seed=3)

    assert seen["acknowledged and kept"] > 0
    assert seen["not kept"] + seen["kept, though not acknowledged"] == 4
