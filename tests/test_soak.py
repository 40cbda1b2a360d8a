"""The long tests can be started, each by its name, with arguments of its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from bench.soak_mutants import explained

ROOT = Path(__file__).parents[1]


def soak(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench.soak", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_part_reads_the_arguments_behind_its_name() -> None:
    done = soak("mutators", "0")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("0 files in ")


def test_the_end_of_a_part_is_the_end_of_the_run() -> None:
    done = soak("mutators", "many")

    assert done.returncode == 1
    assert "many" in done.stderr


def test_another_name_is_answered_with_those_that_there_are() -> None:
    done = soak("nothing")

    assert done.returncode == 1
    for part in (ROOT / "bench").glob("soak_*.py"):
        assert part.stem.removeprefix("soak_") in done.stderr


@pytest.mark.parametrize("part", sorted(path.name for path in (ROOT / "bench").glob("soak_*.py")))
def test_a_part_that_is_started_does_something(part: str) -> None:
    *_, last = ast.parse((ROOT / "bench" / part).read_text(encoding="utf-8")).body
    assert isinstance(last, ast.If), "it defines what to do, and never does it"
    assert ast.unparse(last).replace("\n    ", " ") == "if __name__ == '__main__': main()"


def test_what_is_said_of_a_mutant_is_of_a_line_that_is_there() -> None:
    assert all(explained().values())
