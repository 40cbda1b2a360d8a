"""The rule machine of the loader in full: ``make soak PART=stateful``.

    python -m bench.soak_stateful [EXAMPLES [STEPS]]

3,000 sequences of 50 steps on SQLite, in memory-backed storage where the system has it, and a
tenth of that on PostgreSQL: load, edit, rename, delete, prune against a model in Python.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from bench.soak import migrated, number_of
from tests.loading.machine import Archive
from tests.servers.databases import Databases
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

EXAMPLES, STEPS = 3_000, 50
SHARED_MEMORY = Path("/dev/shm")


def main() -> None:
    """Run both databases; a failure prints the shortest sequence that shows it."""
    examples = number_of(EXAMPLES)
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else STEPS
    place = SHARED_MEMORY if SHARED_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        _run(f"sqlite:///{folder}/machine.db", examples, steps)
    with SharedRun.begin() as run, Databases(start_any(run.folder / "server"), "soak") as server:
        _run(server.blank("machine"), max(1, examples // 10), steps)


def _run(address: str, examples: int, steps: int) -> None:
    migrated(address)

    class Here(Archive):
        url = address

    began = time.monotonic()
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    took = time.monotonic() - began
    print(
        f"{address.partition(':')[0]}: {examples:,} x {steps} steps in {took:.0f} s,"
        " all as the model says"
    )


if __name__ == "__main__":
    main()
