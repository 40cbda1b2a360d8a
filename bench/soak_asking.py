"""What answers cost on a large archive: ``SIZE=300000 make soak PART=asking``."""

from __future__ import annotations

import os

from bench import asking

SIZE = int(os.environ.get("SIZE", "100000"))


def main() -> None:
    """Print the rows of `asking` for a large archive."""
    for row in asking.report(SIZE):
        print(row, flush=True)


if __name__ == "__main__":
    main()
