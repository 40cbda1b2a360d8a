"""Tests against a mutant: in a copy of the checkout, those first that run the changed line.

One run of all tests under `coverage` tells which test runs which line. Each further run is a
fork of a process that has imported what does not change, so that a mutant costs seconds.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

import pytest

from .mutants import PACKAGE, ROOT, Mutant, lines_run_on_import, mutated, source

COPIED = ("db", "docs", "migrations", "seeds", "examples", "tests", "pyproject.toml", "README.md")
TESTS = ("tests/loading", "tests/cli/test_cli_loading.py", "tests/test_api.py")
LEFT_OUT = (
    "test_codes.py::test_the_page_of_codes_is_up_to_date",
    "test_catalogue.py::test_each_bad_file_among_good_ones_changes_nothing",
    "test_exit_codes.py",
    "test_limits.py::test_a_large_wrong_file_is_judged_in_time",
    "test_machine.py",
    "test_mutated.py",
    "test_safeguards.py::test_a_plan_has_one_digest_in_every_process",
)
"""Tests of whole processes and of chance, which take longer than all the others together."""
WARM = ("alembic", "click", "pydantic", "rapidfuzz.fuzz", "rich", "sqlalchemy.orm", "yaml")
PAGE = "test_each_message_is_as_recorded"
SECONDS = 300


class Only:
    """Keeps these tests, in their order, and drops the others."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.wanted = {name: number for number, name in enumerate(wanted)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.wanted),
            key=lambda item: self.wanted[item.nodeid],
        )


class Watching:
    """Notes for each test which lines it runs and how long it takes."""

    def __init__(self, folder: Path, package: Path) -> None:
        import coverage

        self.folder, self.seconds = folder, dict[str, float]()
        self.coverage = coverage.Coverage(
            data_file=str(folder / "lines"), source=[str(package)], config_file=False
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        began = time.monotonic()
        self.coverage.switch_context(item.nodeid)
        answer = yield
        self.coverage.switch_context("")
        self.seconds[item.nodeid] = time.monotonic() - began
        return answer

    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        self.coverage.save()
        (self.folder / "seconds.json").write_text(json.dumps(self.seconds))


class Workshop:
    """A copy of the checkout in which one mutant at a time is tried."""

    def __init__(self, folder: Path) -> None:
        self.copy, self.said, self.pid, self.deadline = folder / "copy", folder / "said", 0, 0.0
        self.scratch = folder / "scratch"
        for name in COPIED:
            found = ROOT / name
            if found.is_dir():
                leave = shutil.ignore_patterns("__pycache__")
                shutil.copytree(found, self.copy / name, ignore=leave)
            else:
                shutil.copy(found, self.copy / name)

    def begin(self, tests: Collection[str], plugin: Any = None) -> None:
        """Start the tests, or all of them where none are named."""
        self.scratch.mkdir(exist_ok=True)
        self.deadline = time.monotonic() + SECONDS
        self.pid = os.fork()
        if not self.pid:
            try:
                os._exit(self._tests(tests, plugin))
            finally:
                os._exit(70)

    def _tests(self, tests: Collection[str], plugin: Any) -> int:
        os.setsid()
        said = os.open(self.said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(said, stream)
        os.chdir(self.copy)
        os.environ |= {
            "CI": "1",  # so that hypothesis makes the same examples for every mutant
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(self.copy / "db"),
            "TMPDIR": str(self.scratch),
        }
        tempfile.tempdir, sys.dont_write_bytecode = None, True
        sys.path[:] = [str(self.copy), str(self.copy / "db"), *sys.path[1:]]
        invalidate_caches()
        plugins: list[object] = [Only(tests)] if tests else []
        files = list(dict.fromkeys(name.partition("::")[0] for name in tests)) or [*TESTS]
        leave = [f"--deselect=tests/loading/{name}" for name in LEFT_OUT]
        if isinstance(plugin, Watching):
            plugin.coverage.start()
            plugins = [plugin]
        return int(
            pytest.main(
                ["-q", "-x", "--no-pg", "-p", "no:cacheprovider", *leave, *files], [*plugins]
            )
        )

    def ended(self) -> bool | None:
        """Whether the tests passed; None while they run, and no where they run for ever."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        late = time.monotonic() > self.deadline
        if not pid and not late:
            return None
        with suppress(ProcessLookupError):
            os.killpg(self.pid, 9)
        if not pid:
            os.waitpid(self.pid, 0)
        shutil.rmtree(self.scratch, ignore_errors=True)
        return not late and os.waitstatus_to_exitcode(status) == 0

    def put(self, mutant: Mutant) -> None:
        (self.copy / mutant.path).write_text(mutated(mutant), encoding="utf-8")

    def mend(self, mutant: Mutant) -> None:
        (self.copy / mutant.path).write_text(source(mutant.module), encoding="utf-8")


class Lines:
    """Which tests run which line, learned from one run of all of them."""

    def __init__(self, folder: Path, workshop: Workshop) -> None:
        import coverage

        for name in WARM:
            import_module(name)
        workshop.begin([], Watching(folder, workshop.copy / PACKAGE))
        while (passed := workshop.ended()) is None:
            time.sleep(0.1)
        if not passed:
            sys.exit(f"the tests fail without a mutant:\n{workshop.said.read_text()[-3000:]}")
        self.copy = workshop.copy
        self.data = coverage.CoverageData(str(folder / "lines"))
        self.data.read()
        seconds = json.loads((folder / "seconds.json").read_text())
        self.tests: list[str] = sorted(seconds, key=lambda name: float(seconds[name]))

    def rounds(self, mutant: Mutant) -> list[list[str]]:
        """The tests that run the mutant's line, quick ones first; all, if imports run it.

        The others cannot notice it. The page of messages comes before anything else, because it
        kills the most for its price.
        """
        found = self.data.contexts_by_lineno(str((self.copy / mutant.path).resolve()))
        these = set(found.get(mutant.line, ()))
        if mutant.line in lines_run_on_import(mutant.module):
            these = set(self.tests)
        page = [name for name in self.tests if name in these and PAGE in name]
        others = [name for name in self.tests if name in these and PAGE not in name]
        return [each for each in (page, others) if each]
