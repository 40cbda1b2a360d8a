"""Let 16 writers load 100 times each, none refused and none lost: ``make soak PART=writers``."""

from __future__ import annotations

from bench.soak import databases, told
from communique.databases import engine_for
from tests.faults.children import unsound
from tests.faults.test_writers import writers

WRITERS, LOADS = 16, 100


def main() -> None:
    """Print how many loads were acknowledged, and how many are there."""
    with databases() as urls:
        for name, url in urls.items():
            if "journal" in name:
                continue  # each of the writers would switch it to the log
            with told(name) as (folder, found):
                said = writers(url, folder, WRITERS, LOADS)
                engine = engine_for(url)
                with engine.connect() as connection:
                    kept = set(connection.exec_driver_sql("SELECT slug FROM topic").scalars())
                engine.dispose()
                assert kept == set(said)
                assert len(said) == WRITERS * LOADS
                assert unsound(url) == []
                found.append(f"{len(said):,} of {WRITERS * LOADS:,} loads acknowledged and kept")


if __name__ == "__main__":
    main()
