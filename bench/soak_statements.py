"""Kill a loader at every statement of two loads of 200 records: ``make soak PART=statements``.

The one load adds all records, the other changes nearly all of them, adds and removes some. On
SQLite each row of a batch is a statement; all of them are died at.
"""

from __future__ import annotations

from collections import Counter

from bench.soak import databases, told
from tests.faults.children import state, unsound
from tests.faults.statements import FIRED, killed_at
from tests.faults.two_hundred import two_hundred


def main() -> None:
    """Print at how many statements a load died, and what it left."""
    with databases() as urls:
        for name, url in urls.items():
            for number, what in enumerate(("a first load", "a load of changes")):
                with told(f"{name}, {what}") as (folder, found):
                    before, left = state(url), Counter[str]()
                    target = two_hundred(folder / str(number), number)
                    fatal, found_here = 1, killed_at(url, target, 1)
                    seen = [found_here]
                    while seen[-1][0] == FIRED:
                        fatal += 1
                        seen.append(killed_at(url, target, fatal))
                    *killed, (ended, after) = seen
                    assert ended == 0
                    assert after.runs == before.runs + 1
                    assert after.digest != before.digest
                    for _, found_state in killed:
                        assert found_state in (before, after), f"torn: {found_state}"
                        left["before" if found_state == before else "after"] += 1
                    assert unsound(url) == []
                    found.append(f"killed at each of {len(killed):,} statements, none torn")
                    found += [f"{count:,} {ending}" for ending, count in left.items()]


if __name__ == "__main__":
    main()
