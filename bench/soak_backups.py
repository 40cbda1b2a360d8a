"""Make 50 backups of each database while a loader writes to it: ``make soak PART=backups``."""

from __future__ import annotations

from bench.soak import databases, number_of, told
from tests.keeping.storm import back_up_in_a_storm

BACKUPS = 50


def main() -> None:
    """Print how many backups held which of the two states; another one is an AssertionError."""
    with databases() as urls:
        for name, url in urls.items():
            if "journal" in name:
                continue  # the loader would switch it to the log
            with told(name) as (folder, found):
                seen = back_up_in_a_storm(url, folder, number_of(BACKUPS))
                found += [f"{count} {what}" for what, count in sorted(seen.items())]


if __name__ == "__main__":
    main()
