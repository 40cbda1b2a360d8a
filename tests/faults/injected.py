"""A load under strace, whose n-th call of a kind the system refuses: EIO or ENOSPC.

The command line runs as it is; the error comes from the kernel's side of the call. strace's own
log says whether the error was given, so a fault that never fired cannot pass for one survived.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import NamedTuple

from communique import upgrade
from communique.databases import engine_for
from tests.faults.children import digest
from tests.faults.journal import use_journal
from tests.faults.statements import loaded
from tests.faults.two_hundred import two_hundred

ROOT = Path(__file__).parents[2]
CALLS = ("fdatasync", "pwrite64", "ftruncate", "unlink")
ERRORS = ("EIO", "ENOSPC")
STRACE = ("strace", "-f", "--seccomp-bpf", "-y", "-qq")


class Fault(NamedTuple):
    """Which call fails: the n-th of its kind, and with ``on`` every later one too."""

    call: str
    error: str
    number: int
    on: bool = False

    @property
    def option(self) -> str:
        return f"--inject={self.call}:error={self.error}:when={self.number}{'+' if self.on else ''}"


class Ended(NamedTuple):
    """How a load under faults ended."""

    code: int
    said: str
    fired: list[str]
    digest: str


class Load:
    """A load into a SQLite file that is put back as it was before each run."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.file = file
        self.folder = folder
        self.url = f"sqlite:///{file}"
        self._kept = file.with_name("as-it-was")
        shutil.copyfile(file, self._kept)
        self.before = digest(self.url)
        self.calls = self._log([])
        self.after = digest(self.url)
        assert self.after != self.before

    def count(self, call: str) -> int:
        """How often a load makes a call when nothing fails."""
        return sum(f" {call}(" in line for line in self.calls)

    @property
    def commit(self) -> int:
        """Which fdatasync is the one of the COMMIT: the last before the writer's note goes."""
        note = next(n for n, line in enumerate(self.calls) if "-writer" in line)
        return sum(" fdatasync(" in line for line in self.calls[:note])

    def under(self, *faults: Fault) -> Ended:
        """Run it from the start with these faults, and see what they left."""
        self._reset()
        calls = self._log([fault.option for fault in faults])
        return Ended(
            self._code, self._said, [line for line in calls if "INJECTED" in line], digest(self.url)
        )

    def survives(self, *faults: Fault) -> Ended | None:
        """None when the faults did not fire. Else the load was refused with a clear word and left
        all as it was, or it was acknowledged and is there; and the next load works.
        """
        ended = self.under(*faults)
        if not ended.fired:
            assert (ended.code, ended.digest) == (0, self.after), (faults, ended)
            return None
        expected = {0: self.after, 4: self.before}
        assert ended.digest == expected.get(ended.code), (faults, ended)
        assert "Traceback" not in ended.said
        if ended.code:
            assert str(self.file) in ended.said, (faults, ended)
        assert damage(self.file) == [], faults
        code, said = self._again()
        assert (code, digest(self.url)) == (0, self.after), (faults, said)
        return ended

    def _again(self) -> tuple[int, str]:
        done = subprocess.run(self._command, cwd=ROOT, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    @property
    def _command(self) -> list[str]:
        return [
            *(sys.executable, "-m", "tests.faults.journal", "--database", self.url),
            *("load", "--prune", str(self.folder)),
        ]

    def _reset(self) -> None:
        for left in self.file.parent.glob(f"{self.file.name}*"):
            left.unlink()
        shutil.copyfile(self._kept, self.file)

    def _log(self, options: list[str]) -> list[str]:
        log = self.file.with_name("strace.log")
        done = subprocess.run(
            [*STRACE, f"--trace={','.join(CALLS)}", *options, f"--output={log}", *self._command],
            cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        self._code, self._said = done.returncode, done.stderr
        return log.read_text(encoding="utf-8").splitlines()


def prepared(folder: Path, journal: str) -> Load:
    """A load that changes an archive, into a file with that kind of journal."""
    file = folder / "communique.db"
    engine = engine_for(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    use_journal(file, journal)
    first, second = (
        two_hundred(folder / str(state), state, meetings=20, agreements=10) for state in (0, 1)
    )
    loaded(f"sqlite:///{file}", first)
    return Load(file, second)


def damage(file: Path) -> list[object]:
    """What SQLite itself finds wrong with a file."""
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [row for row in found if row != ("ok",)] + orphans


@cache
def why_not() -> str | None:
    """Why nothing can be injected here: strace's own words; None when it can."""
    if not shutil.which("strace"):
        return "strace is not installed"
    tried = subprocess.run(
        [*STRACE, "--trace=openat", "--inject=openat:error=EIO:when=1+", f"--output={os.devnull}",
         "cat", os.devnull],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    refused = re.search(r"(?m)^.*strace: .*$", tried.stderr)
    return refused[0] if refused else None
