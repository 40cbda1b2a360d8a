"""The PostgreSQL that the tests start is really there, ours alone, and gone afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import create_engine, text

from tests.servers.programs import usable, wheel
from tests.servers.server import Server
from tests.servers.sharing import SharedRun

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run_of_its_own() -> Iterator[SharedRun]:
    with SharedRun.begin() as run:
        yield run


def test_each_test_gets_an_empty_database_that_takes_tables(database_url: str) -> None:
    with create_engine(database_url).begin() as connection:
        connection.execute(text("CREATE TABLE treaty (id INTEGER PRIMARY KEY)"))
        assert connection.scalar(text("SELECT count(*) FROM treaty")) == 0


def test_no_test_sees_the_tables_of_another(database_url: str) -> None:
    test_each_test_gets_an_empty_database_that_takes_tables(database_url)


@pytest.mark.postgresql
def test_the_wheel_brings_a_postgresql_of_its_own() -> None:
    assert [folder for folder in usable() if folder in list(wheel())]


@pytest.mark.postgresql
def test_every_postgresql_on_this_machine_starts_answers_and_stops(
    run_of_its_own: SharedRun,
) -> None:
    assert usable()
    for number, programs in enumerate(usable()):
        home = run_of_its_own.folder / f"{number}"
        home.mkdir()
        server = Server(programs, home)
        with psycopg.connect(server.start()) as connection:
            row = connection.execute("SHOW server_encoding").fetchone()
            assert row == ("UTF8",)
        server.stop()
        assert not (server.data / "postmaster.pid").exists()


PROBE = """
import time
from pathlib import Path

def test_waits(run, databases):
    Path("writing").write_text(str(run.folder))
    Path("writing").rename("ready")
    time.sleep(60)
"""


@pytest.mark.postgresql
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_server_is_gone_however_the_run_ends(end: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "test_probe.py").write_text(PROBE, encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key != "TEST_PG_URL"}
    deadline = time.monotonic() + 60
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "pytest", "-q", "-c", ROOT / "pyproject.toml"),
            *("-p", "tests.conftest", "-p", "no:cacheprovider", "test_probe.py"),
        ],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as pytest_run:
        ready = tmp_path / "ready"
        while not ready.exists():
            assert pytest_run.poll() is None, pytest_run.communicate()[0].decode()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        folder = Path(ready.read_text(encoding="utf-8"))
        assert (folder / "server/data/postmaster.pid").exists()
        pytest_run.send_signal(end)
        pytest_run.communicate()
    while folder.exists():
        assert time.monotonic() < deadline, f"{folder} is still there"
        time.sleep(0.02)
