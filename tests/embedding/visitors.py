"""A second process that asks a service from several threads and counts what it hears.

python -m tests.embedding.visitors URL THREADS REQUESTS
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen


def visit(url: str) -> str:
    with urlopen(url, timeout=60) as answer:
        return f"{answer.status} {len(answer.read())} bytes"


def main(url: str, threads: int, requests: int) -> None:
    with ThreadPoolExecutor(threads) as pool:
        heard = Counter(pool.map(visit, [url] * requests))
    for what, count in sorted(heard.items()):
        sys.stdout.write(f"{count} x {what}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
