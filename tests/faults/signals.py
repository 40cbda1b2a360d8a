"""A command that gets a signal at a chosen moment, in a fork."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
import warnings
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, NamedTuple

from communique.cli.running import run
from tests.faults.children import Child

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143}
OUTSIDE = 99
"""The signal came before the command began, or after it had ended."""


class Stopped(NamedTuple):
    """How a command that was sent a signal ended, and what it said."""

    code: int
    said: str

    @property
    def was_stopped(self) -> bool:
        return self.code in CODES.values()


def seconds(words: Sequence[str], notes: Path) -> float:
    """How long a command takes when nothing stops it."""
    start = time.monotonic()
    ended = stopped(words, notes, None, 0)
    assert ended.code == 0, ended
    return time.monotonic() - start


def stopped(
    words: Sequence[str], notes: Path, sent: signal.Signals | None, moment: float
) -> Stopped:
    """Run the command line in a fork, and send it a signal after so many seconds."""

    def work(say: Callable[[str], None]) -> None:
        # As outside of tests: a signal between the opening of a file and its `with` is no fault.
        warnings.simplefilter("ignore", ResourceWarning)
        logging.getLogger().handlers.clear()  # pytest's own would keep what libraries log
        for each in CODES:
            signal.signal(each, lambda *_: os._exit(OUTSIDE))
        with (
            notes.open("w", encoding="utf-8") as noted,
            redirect_stdout(noted), redirect_stderr(noted),
        ):  # fmt: skip
            say("ready")
            code = run(words)
        say(str(code))

    child = Child(work)
    assert child.line() == "ready"
    if sent is not None:
        time.sleep(moment)
        os.kill(child.process, sent)
    ended, said = child.end()
    told = notes.read_text(encoding="utf-8")
    sys.stdout.flush()
    if ended == 0:
        ended = int(said)
    assert "Traceback" not in told, told
    assert ended in (0, OUTSIDE, CODES.get(sent or signal.SIGINT)), (ended, told)
    return Stopped(ended, told)


def stop_often(
    words: Callable[[], list[str]], notes: Path, times: int, took: float,
    check: Callable[[list[str], Stopped], None],
) -> int:  # fmt: skip
    """Stop a command at moments spread over its duration, and check each time what it left.

    Both signals in turn. It goes on until at least two came in time, because a duration that was
    measured while the machine was busy makes most of them come too late. How many came in time.
    """
    came, number = 0, 0
    while number < times or (came < 2 and number < 20 * times):
        share = (number % times + 0.5) / times
        asked = words()
        ended = stopped(asked, notes, tuple(CODES)[number % 2], took * share)
        check(asked, ended)
        came += ended.was_stopped
        took *= 1 if ended.was_stopped or share > 0.8 else 0.9
        number += 1
    assert came >= 2
    return came
