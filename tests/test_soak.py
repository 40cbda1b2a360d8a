"""The long tests can be started, each by its name, with arguments of its own."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from bench import soak

PARTS = sorted(path.stem for path in Path(soak.__file__).parent.glob("soak_*.py"))


@pytest.mark.parametrize("module", PARTS)
def test_a_part_reads_the_arguments_behind_its_name(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(
        import_module(f"bench.{module}"), "main", lambda: given.append(sys.argv[1:])
    )
    for more in ([], ["7"]):
        monkeypatch.setattr(sys, "argv", ["soak", module.removeprefix("soak_"), *more])
        soak.main()

    assert given == [[], ["7"]]


def test_another_name_is_answered_with_those_that_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["soak", "nothing"])

    with pytest.raises(SystemExit, match=r"kills, writers, .*coverage.*mutants, mutators"):
        soak.main()
