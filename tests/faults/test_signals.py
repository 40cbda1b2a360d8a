"""Ctrl-C and SIGTERM end each command that writes, and leave all as it was."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import clean_environment
from tests.faults.children import digest, state, unsound
from tests.faults.stopping import (
    filled,
    stop_backups,
    stop_exports,
    stop_loads,
    stop_restores,
    stop_upgrades,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.servers.databases import Databases
    from tests.servers.files import Files
    from tests.servers.sharing import SharedRun

TIMES = 5


@pytest.fixture
def blank(shelf: Files | Databases, run: SharedRun) -> Iterator[Callable[[], str]]:
    """Makes an empty database of this kind, as often as it is asked to."""
    names: list[str] = []

    def make() -> str:
        names.append(run.new_name())
        return shelf.copy("blank", names[-1])

    yield make
    for name in names:
        shelf.drop(name)


def test_a_load_that_is_stopped_changes_nothing(migrated_url: str, tmp_path: Path) -> None:
    assert stop_loads(migrated_url, tmp_path, TIMES) >= 2
    assert unsound(migrated_url) == []


def test_a_backup_that_is_stopped_leaves_nothing(migrated_url: str, tmp_path: Path) -> None:
    assert stop_backups(migrated_url, tmp_path, TIMES) >= 2


def test_an_export_that_is_stopped_leaves_nothing(migrated_url: str, tmp_path: Path) -> None:
    assert stop_exports(migrated_url, tmp_path, TIMES) >= 2


def test_a_restore_that_is_stopped_keeps_no_record(
    blank: Callable[[], str], migrated_url: str, tmp_path: Path
) -> None:
    assert stop_restores(migrated_url, blank, tmp_path, TIMES) >= 2


def test_an_upgrade_that_is_stopped_changes_nothing(
    blank: Callable[[], str], tmp_path: Path
) -> None:
    assert stop_upgrades(blank, tmp_path, TIMES) >= 2


def test_a_reader_of_a_loads_answer_that_left_is_told_by_the_code_alone(
    migrated_url: str, tmp_path: Path
) -> None:
    """What was kept before the answer stays kept: a pipe that closed is no reason to undo it."""
    folders = filled(migrated_url, tmp_path)
    before = state(migrated_url)

    with subprocess.Popen(
        [sys.executable, "-m", "communique", "--database", migrated_url,
         "load", "--prune", str(folders[1])],
        env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read()

    assert (process.returncode, said) == (141, b"")
    assert digest(migrated_url) != before.digest
    assert state(migrated_url).runs == before.runs + 1
