"""Kill a loader at 2,000 random moments on each database: ``make soak PART=kills``."""

from __future__ import annotations

from bench.soak import databases, number_of, told
from tests.faults.children import unsound
from tests.faults.moments import kill_at_moments

KILLS = 2_000


def main() -> None:
    """Print how the loads ended, and what they left; an AssertionError tells of a torn one."""
    kills = number_of(KILLS)
    with databases() as urls:
        for name, url in urls.items():
            with told(name) as (folder, found):
                left = kill_at_moments(url, folder, kills, seed=1)
                assert unsound(url) == []
                assert left["killed, before"]
                found += [f"{kills:,} kills, none torn, doctor sound"]
                found += [f"{count:,} {ending}" for ending, count in sorted(left.items())]


if __name__ == "__main__":
    main()
