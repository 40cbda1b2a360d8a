"""Timing that noise does not spoil: both sides in turn, and the ratio of their medians."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

REPEATS = int(os.environ.get("REPEATS", "15"))


class Pair(NamedTuple):
    """Two medians in seconds, ours and the one it is held against."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def in_turn(ours: Callable[[], object], theirs: Callable[[], object], repeats: int) -> Pair:
    """Wall time of two functions, A B A B ..., after one run of each that is not counted."""
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(repeats + 1):
        for which, function in enumerate((ours, theirs)):
            start = time.perf_counter()
            function()
            if turn:
                taken[which].append(time.perf_counter() - start)
    return Pair(statistics.median(taken[0]), statistics.median(taken[1]))


def spread(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    repeats: int,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[Pair, Pair]:
    """Time of two functions, A B A B ...: their medians, and their 95th percentiles.

    The first runs are not counted: drivers prepare what they are asked some times. Of what
    takes seconds there are fewer.
    """
    first = min(12, repeats)
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(repeats + first):
        for which, function in enumerate((ours, theirs)):
            start = clock()
            function()
            if turn >= first:
                taken[which].append(clock() - start)
    cuts = [statistics.quantiles(each, n=20) for each in taken]
    return Pair(cuts[0][9], cuts[1][9]), Pair(cuts[0][18], cuts[1][18])


def processes(ours: Sequence[str], theirs: Sequence[str], repeats: int) -> Pair:
    """CPU time of two whole processes, A B A B ..., after one run of each that is not counted."""
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(repeats + 1):
        for which, command in enumerate((ours, theirs)):
            spent = _cpu(command)
            if turn:
                taken[which].append(spent)
    return Pair(statistics.median(taken[0]), statistics.median(taken[1]))


def _cpu(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def line(what: str, pair: Pair, aim: float | None) -> str:
    """One row of the report."""
    goal = f"aim {aim:.2f} x" if aim else ""
    return (
        f"{what:<58} {pair.ratio:6.2f} x   {pair.ours * 1e3:9.3f} ms"
        f" /{pair.theirs * 1e3:9.3f} ms   {goal}"
    )
