"""Stop a PostgreSQL server under a loader 200 times, as a crash would: ``make soak PART=stops``."""

from __future__ import annotations

from bench.soak import number_of, told
from tests.faults.stops import stop_under_loads
from tests.servers.server import DURABLE, started
from tests.servers.sharing import SharedRun

STOPS = 200


def main() -> None:
    """Print what became of the loads that ran, and how many were acknowledged: all of them kept."""
    with (
        SharedRun.begin() as run,
        told("PostgreSQL, stopped -m immediate") as (folder, found),
    ):
        stops = number_of(STOPS)
        seen = stop_under_loads(started(run.folder / "server", DURABLE), folder, stops, seed=2)
        found.append(f"{stops} stops, none torn, none lost")
        found += [f"{count:,} {what}" for what, count in sorted(seen.items())]


if __name__ == "__main__":
    main()
