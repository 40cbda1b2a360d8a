"""Kill a loader at random moments of its own load, again and again, between two states."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from typing import TYPE_CHECKING

from communique.databases import engine_for
from communique.loading import load
from tests.faults.children import Child, state
from tests.faults.journal import keep_the_journal
from tests.faults.statements import loaded
from tests.faults.two_hundred import two_hundred

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BEYOND = 1.1
"""The latest moment, as a share of what a load takes: some kills come after its end."""


def kill_at_moments(url: str, folder: Path, kills: int, *, seed: int) -> Counter[str]:
    """How each load ended, and what it left; AssertionError when it left anything torn.

    Each child loads the one state to its end and says how long that took; then it loads the
    other, and is killed after a random share of that time. So the moments are spread evenly
    over a load of that very process, whatever else the machine does.
    """
    folders = [
        two_hundred(folder / f"state-{n}", n, meetings=10, agreements=5) for n in range(2)
    ]  # fmt: skip
    states = [loaded(url, each)[1] for each in folders]
    digests = [each.digest for each in states]
    assert len(set(digests)) == 2
    chance, left = random.Random(seed), Counter[str]()
    current, runs = 1, states[1].runs
    for number in range(kills):
        target = 1 - current  # the child leads there first, and is killed on its way back
        child = Child(_there_and_back(url, folders[target], folders[current]))
        took = float(child.line())
        time.sleep(took * chance.random() * BEYOND)
        os.kill(child.process, signal.SIGKILL)
        code, said = child.end()
        ended = "acknowledged" if "done" in said else "killed"
        found = state(url, child.process)
        assert code in (-signal.SIGKILL, 0)
        after = found == (digests[current], runs + 2)
        assert after or found == (digests[target], runs + 1), f"torn by kill {number}"
        assert after or ended == "killed", f"kill {number} lost what was acknowledged"
        left[f"{ended}, {'after' if after else 'before'}"] += 1
        current, runs = digests.index(found.digest), found.runs
    return left


def _there_and_back(url: str, there: Path, back: Path) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        keep_the_journal()
        engine = engine_for(url)
        start = time.monotonic()
        load(engine, [there], prune=True)
        say(str(time.monotonic() - start))
        load(engine, [back], prune=True)
        say("done")
        engine.dispose()  # folds the log into the file, which a kill may interrupt too

    return work
