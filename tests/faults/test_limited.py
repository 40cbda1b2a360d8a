"""A disk that is full, or memory that is short, ends in a clear refusal; what was there stays."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import ArgumentError

from communique import keeping, upgrade
from communique.cli.running import run
from communique.databases import engine_for
from communique.databases.failures import of_postgresql
from communique.errors import StorageError
from tests.faults.children import state, unsound
from tests.faults.limited import PAGE, Told, limited, short_of_memory
from tests.faults.statements import loaded
from tests.faults.two_hundred import two_hundred

ROOT = Path(__file__).parents[2]
LEVELS = 20


def folders(folder: Path) -> tuple[Path, Path]:
    first, second = (two_hundred(folder / str(n), n, meetings=20, agreements=10) for n in range(2))
    return first, second


def prepared(url: str, folder: Path) -> tuple[str, str]:
    """A file with the first state in it, and the folder of the second."""
    engine = engine_for(url)
    upgrade(engine)
    engine.dispose()
    first, second = folders(folder)
    loaded(url, first)
    return url.removeprefix("sqlite:///"), str(second)


def test_a_full_disk_refuses_the_load_and_keeps_what_was(sqlite_url: str, tmp_path: Path) -> None:
    _, second = prepared(sqlite_url, tmp_path)
    before = state(sqlite_url)
    told: list[Told] = []
    most = PAGE

    while not told or told[-1].code != 0:
        told.append(
            limited(resource.RLIMIT_FSIZE, most, sqlite_url, "load", "--prune", second,
                    notes=tmp_path / "notes")
        )  # fmt: skip
        most += 2 * PAGE

    *refused, last = told
    assert len(refused) >= 5  # the fault fired
    assert {each.code for each in refused} == {4}
    assert all(str(tmp_path / "communique.db") in each.said for each in refused)
    assert all("Traceback" not in each.said for each in refused)
    assert {each.left for each in refused} == {before}
    assert last.left.runs == before.runs + 1
    assert unsound(sqlite_url) == []


def test_short_memory_refuses_the_load_and_keeps_what_was(
    migrated_url: str, tmp_path: Path
) -> None:
    first, second = (two_hundred(tmp_path / str(n), n) for n in range(2))
    before = loaded(migrated_url, first)[1]
    trial = ("load", "--prune", "--dry-run", str(second))
    # What a load needs beyond what a new process has, found by halving.
    lowest, enough = 0, 128 << 20
    while enough - lowest > 1 << 20:
        middle = (lowest + enough) // 2
        tried = short_of_memory(middle, migrated_url, *trial, notes=tmp_path / "n")
        lowest, enough = (lowest, middle) if tried.code == 0 else (middle, enough)

    command = ("load", "--prune", str(second))
    told = [
        short_of_memory(enough * level // LEVELS, migrated_url, *command, notes=tmp_path / "notes")
        for level in range(LEVELS)
    ]

    refused = [each for each in told if each.left == before]
    assert len(refused) >= 5
    for each in refused:  # one sentence, or dead before it could say it
        assert each.code < 0 or (each.code, each.said.count("\n")) == (4, 1), each
    assert any("memory" in each.said for each in refused)
    assert limited(
        resource.RLIMIT_AS, resource.RLIM_INFINITY, migrated_url, *command, notes=tmp_path / "n"
    ).code == 0  # fmt: skip
    assert unsound(migrated_url) == []


def test_a_disk_that_is_really_full_refuses_the_load(sqlite_url: str, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["unshare", "--map-root-user", "--mount"]
    tried = subprocess.run(
        [*mounting, "mount", "-t", "tmpfs", "none", str(disk)],
        capture_output=True, text=True, check=False,
    ) if shutil.which("unshare") else None  # fmt: skip
    if tried is None or tried.returncode != 0:
        why = tried.stderr.strip() if tried else "there is no unshare"
        pytest.skip(f"no small disk can be mounted here: {why}. Run as root, or allow namespaces")
    first, second = prepared(sqlite_url, tmp_path)

    done = subprocess.run(
        [*mounting, sys.executable, "-m", "tests.faults.small_disk", str(disk), *(first, second)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)

    assert found["code"] == 4
    assert "database or disk is full" in found["said"]
    assert str(disk / "communique.db") in found["said"]
    assert found["left"] == found["before"]
    assert found["unsound"] == []
    assert found["again"] == 0
    assert found["after"] != found["before"]


def test_what_a_library_makes_of_short_memory_is_told_as_that(
    migrated_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise SystemError("error return without exception set")

    monkeypatch.setattr(keeping, "doctor", fail)

    assert run(["--database", migrated_url, "doctor"]) == 4
    assert capsys.readouterr().err.startswith("communique: there is not enough memory")


def test_what_a_library_says_when_memory_ran_out_is_told_as_that(
    migrated_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        try:
            raise MemoryError
        except MemoryError:
            raise ArgumentError("ORDER BY expression expected") from None

    monkeypatch.setattr(keeping, "doctor", fail)
    assert run(["--database", migrated_url, "doctor"]) == 4
    assert capsys.readouterr().err.startswith("communique: there is not enough memory")


def test_what_has_nothing_to_do_with_memory_is_not_told_as_that(
    migrated_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ArgumentError("ORDER BY expression expected")

    monkeypatch.setattr(keeping, "doctor", fail)
    with pytest.raises(ArgumentError):
        run(["--database", migrated_url, "doctor"])


def test_what_the_library_of_postgresql_says_of_short_memory_has_its_cure() -> None:
    """It gives no code of a server; what a program gets wrong has none either."""
    told = of_postgresql(psycopg.DatabaseError("out of memory"), "the database x")

    assert isinstance(told, StorageError)
    assert told.hint == "free some memory, here or on the server, and run it again"
    assert of_postgresql(psycopg.ProgrammingError("no such parameter"), "the database x") is None
