"""Running the command line: inside this process where that is enough, else as a real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from communique.cli.running import run

SOURCE = Path(__file__).parents[2] / "db"


@dataclass(frozen=True)
class Said:
    """What a run of the command line printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Call(Protocol):
    def __call__(self, *words: str) -> Said: ...


class Start(Protocol):
    def __call__(
        self, *words: str, environment: dict[str, str] | None = None, text: str | None = None
    ) -> Said: ...


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(here: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run the command line in this process."""

    def called(*words: str) -> Said:
        capsys.readouterr()
        code = run(words)
        return Said(code, *capsys.readouterr())

    return called


@pytest.fixture
def ask(call: Call, loaded_url: str) -> Call:
    """Run the command line on the shipped records, on either database."""

    def asked(*words: str) -> Said:
        return call("--database", loaded_url, *words)

    return asked


@pytest.fixture
def start(here: Path) -> Start:
    """Run the command line as a process of its own."""

    def started(
        *words: str, environment: dict[str, str] | None = None, text: str | None = None
    ) -> Said:
        ended = subprocess.run(
            [sys.executable, "-m", "communique", *words],
            env=clean_environment() | (environment or {}),
            capture_output=True, cwd=here, timeout=60, check=False,
            input=None if text is None else text.encode(),
        )  # fmt: skip
        return Said(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return started


def clean_environment() -> dict[str, str]:
    """What a process needs to find Python and us, and nothing that changes what it prints."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(SOURCE)}


@pytest.fixture(scope="session")
def seeds() -> str:
    """The folder of the shipped records."""
    from communique.shipped import seeds_path

    return str(seeds_path())
