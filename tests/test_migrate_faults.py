"""The short form of ``make soak PART=migrations``: each n-th fault, and one round of starters."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench import soak_migrations
from communique.databases import engine_for
from communique.migrate import upgrade

ROOT = Path(__file__).parents[1]
EVERY = {"sqlite": 45, "postgresql": 330}


def test_after_a_fault_the_database_is_as_before_and_many_starters_succeed(
    database_url: str,
) -> None:
    kind = database_url.partition(":")[0]
    # A process of its own, because it forks.
    done = subprocess.run(
        [
            *(sys.executable, "-m", "bench.soak_migrations", database_url),
            *("--every", str(EVERY[kind]), "--rounds", "1"),
        ],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "8 of 8 starters succeeded, 1 of 1 rounds migrated once" in done.stdout
    assert "faults, and the database was each time as before" in done.stdout


def test_a_fault_that_never_comes_is_told(sqlite_url: str) -> None:
    with pytest.raises(AssertionError, match="after operation 99999 never came"):
        soak_migrations.exception_after(sqlite_url, upgrade, 99_999)


def test_a_leftover_would_be_seen(sqlite_url: str) -> None:
    before = soak_migrations.state(sqlite_url)
    with engine_for(sqlite_url).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE actor_rebuilt (id INTEGER)")
    assert soak_migrations.state(sqlite_url) != before
