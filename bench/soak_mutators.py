"""Mutated record files, 50,000 of them, in child processes: ``make soak PART=mutators``.

    python -m bench.soak_mutators [HOW_MANY [FIRST]]

Each file has 2 seconds and its process 512 MB. Success and a typed complaint pass; a traceback,
a signal or a hang does not: its number is printed, and `mutated(number, VALID)` makes it again.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.soak import number_of
from tests.loading.mutated import VALID
from tests.loading.mutators import mutated

HOW_MANY = 50_000
AT_ONCE = 1_000
SECONDS = 2.0
START = 30.0
ROOT = Path(__file__).parents[1]


def main() -> None:
    """Run them all on every core, and fail when one was not survived."""
    many = number_of(HOW_MANY)
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    began = time.monotonic()
    ranges = [
        (start, min(start + AT_ONCE, first + many)) for start in range(first, first + many, AT_ONCE)
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(_run, ranges))
    codes: Counter[str] = Counter()
    failures = []
    for counted, failed in results:
        codes += counted
        failures += failed
    took = time.monotonic() - began
    print(f"{many:,} files in {took:.0f} s: {codes.pop('', 0):,} sound, the others by first code:")
    print("  ".join(f"{code} {number:,}" for code, number in codes.most_common()))
    for failure in failures:
        print(failure)
    if failures:
        sys.exit(f"{len(failures)} were not survived")


def _run(range_: tuple[int, int]) -> tuple[Counter[str], list[str]]:
    """One range of files; after a failure the rest goes on in a new process."""
    start, last = range_
    codes: Counter[str] = Counter()
    failures: list[str] = []
    while start < last:
        done, why = _child(start, last, codes)
        start += done
        if start < last:
            ending, names, content = mutated(start, VALID)
            failures.append(f"{start} ({names}, {ending}, {len(content)} bytes): {why}")
            start += 1
    return codes, failures


def _child(first: int, last: int, codes: Counter[str]) -> tuple[int, str]:
    """How many files a process got through, and why it ended there."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as errors:
        with subprocess.Popen(
            [sys.executable, "-m", "tests.loading.mutated", str(first), str(last), folder],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, bufsize=0,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'db'}:{ROOT}"},
        ) as child, selectors.DefaultSelector() as selector:  # fmt: skip
            assert child.stdout is not None
            selector.register(child.stdout, selectors.EVENT_READ)
            done, wait = 0, START
            while done < last - first:
                if not selector.select(wait):
                    child.kill()
                    return done, f"no answer in {wait} s"
                line = child.stdout.readline()
                if not line:
                    break
                said = line.decode().split(" ", 2)[2].split()
                codes[said[0] if said else ""] += 1
                done, wait = done + 1, SECONDS * (os.cpu_count() or 1)
        errors.seek(0)
        return done, f"ended with {child.returncode}: {errors.read()[-500:]}"


if __name__ == "__main__":
    main()
