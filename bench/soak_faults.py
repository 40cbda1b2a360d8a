"""Fail each write, sync, truncation and removal of a load in turn: ``make soak PART=faults``.

The n-th call of a kind fails, once or from then on, with EIO or ENOSPC, n rising until a load
gets through; strace's log shows that the error was given. Each load is then tried again.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from bench.soak import told
from tests.faults.children import unsound
from tests.faults.injected import CALLS, ERRORS, Fault, prepared, why_not

LEAST = 60
FEW = 12


def main() -> None:
    """Print how many faults were given of each kind, and what the loads did."""
    if (reason := why_not()) is not None:
        sys.exit(f"no system call can be made to fail here: {reason}")
    for journal in ("wal", "delete"):
        fired = 0
        for call in CALLS:
            with told(f"{journal}, {call}") as (folder, found):
                seen = _until_it_gets_through(folder, journal, call)
                fired += seen.total()
                found += [f"{count} {what}" for what, count in sorted(seen.items())]
        print(f"{journal}: {fired} faults given, all survived, each load worked again", flush=True)
        assert fired >= LEAST


def _until_it_gets_through(folder: Path, journal: str, call: str) -> Counter[str]:
    load, seen = prepared(folder, journal), Counter[str]()
    kinds = [(error, on) for on in (False, True) for error in ERRORS]
    number, fired = 0, True
    while fired:
        number += 1
        # A load writes often: there, each next write fails in the next of the four ways.
        tried = kinds if load.count(call) < FEW else [kinds[number % len(kinds)]]
        for error, on in tried:
            ended = load.survives(Fault(call, error, number, on))
            fired = ended is not None
            if ended is not None:
                what = "refused and as before" if ended.code else "cleaning up only, so kept"
                seen[f"{error}{' and on' if on else ''} {what}"] += 1
    assert unsound(load.url) == []
    return seen


if __name__ == "__main__":
    main()
