"""Kill a loader at 2,000 random moments on each database: ``make soak PART=kills``."""

from __future__ import annotations

from collections import Counter

from bench.soak import databases, number_of, told
from tests.faults.children import unsound
from tests.faults.moments import kill_at_moments

KILLS = 2_000


def main() -> None:
    """Print how the loads ended, and what they left; an AssertionError tells of a torn one."""
    kills = number_of(KILLS)
    with databases() as urls:
        for name, url in urls.items():
            sum_of_all = Counter[str]()
            for seed, some in enumerate(_portions(kills)):
                with told(name) as (folder, found):
                    left = kill_at_moments(url, folder, some, seed=seed)
                    sum_of_all += left
                    found.append(f"{sum_of_all.total():,} kills")
            assert unsound(url) == []
            assert sum_of_all["killed, before"]
            counts = [f"{count:,} {ending}" for ending, count in sorted(sum_of_all.items())]
            print(f"{name}: none torn, doctor sound: {', '.join(counts)}", flush=True)


def _portions(kills: int) -> list[int]:
    """Hundreds, so that a long run tells how far it is."""
    return [min(100, kills - done) for done in range(0, kills, 100)]


if __name__ == "__main__":
    main()
