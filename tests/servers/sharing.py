"""What the processes of one test run share: a folder, work done once, and somebody who clears up.

``pytest -n 2`` is three processes. The first one that needs the server starts it, the others use
it, and it must stop when all are gone, also after Ctrl-C and after ``kill -9``. So a small shell
waits on a pipe that only the first process holds: when that end closes, for whatever reason,
it stops the server and removes the folder.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

KEEPER = """
read -r _
for file in "$1"/*/data/postmaster.pid; do
    [ -s "$file" ] || continue
    pid=$(head -n 1 "$file")
    kill -QUIT "$pid"
    tries=100
    while [ $tries -gt 0 ] && kill -0 "$pid"; do tries=$((tries - 1)); sleep 0.05; done
done
rm -rf "$1"
"""


class SharedRun:
    """The folder of one test run, as each of its processes sees it."""

    def __init__(self, folder: Path, keeper: subprocess.Popen[bytes] | None = None) -> None:
        self.folder = folder
        self._keeper = keeper
        self._numbers = count()

    @classmethod
    def begin(cls) -> Self:
        """Make the folder and the one who clears it up; only the first process does this.

        Always in /tmp: the path of a socket must be short, and when the tests run as root the
        server's own user must be able to reach it.
        """
        folder = Path(tempfile.mkdtemp(prefix="communique-", dir="/tmp"))
        folder.chmod(0o711)
        keeper = subprocess.Popen(
            ["sh", "-c", KEEPER, "keeper", folder],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        return cls(folder, keeper)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def is_first(self) -> bool:
        """Whether this process began the run."""
        return self._keeper is not None

    def end(self) -> None:
        """Let the shell stop the server and remove the folder, and wait until it has."""
        if self._keeper is not None:
            self._keeper.communicate()

    def once(self, name: str, make: Callable[[], str]) -> str:
        """The text that ``make`` answers, made by one process of the run and read by the others.

        Nothing is kept when ``make`` fails: the next process that asks tries again.
        """
        kept = self.folder / name
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                kept.write_text(make(), encoding="utf-8")
            return kept.read_text(encoding="utf-8")

    def new_name(self) -> str:
        """A name that no process of this run has given before."""
        return f"p{os.getpid()}_{next(self._numbers)}"
