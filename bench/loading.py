"""Loading the bench archive, beside what the drivers need for the same rows in the same run.

Each side is a process of its own, so that its CPU time and its greatest memory can be told.
Of the bare drivers there are two: one writes the same rows as ours, with the words of texts and
their index, and is held against the aim; the other leaves those out, which ours cannot.
``SIZE`` is the number of articles. An ORM's ``add_all`` and what is beside it have a tenth of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.archive import write, write_yaml
from bench.measure import Pair, line
from tests.servers.databases import Databases
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

SIZE = int(os.environ.get("SIZE", "10000"))


class Spent(NamedTuple):
    """What a process used: CPU seconds, seconds on the clock, and MB at most."""

    cpu: float
    wall: float
    peak: float


def report() -> Iterator[str]:
    """Rows on loading: each a process of ours beside one of the bare driver."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        archive = write(folder / "archive", SIZE)
        yield from _sqlite(folder, archive)
        yield from _postgresql(folder, archive)
        yield from _others(folder)
        yield from _yaml(folder)


def _sqlite(folder: Path, archive: Path) -> Iterator[str]:
    url, bare, short = (f"sqlite:///{folder}/{name}.db" for name in ("ours", "bare", "short"))
    first = spent("load", url, archive)
    raw, unworded = spent("executemany", bare, url), spent("executemany-bare", short, url)
    again = spent("load", url, archive)
    what = f"SQLite: load of {SIZE:,} articles / executemany"
    yield from _held(what, _cpu(first, raw), _cpu(first, unworded), 2.0)
    yield line("SQLite: unchanged reload / first load", _cpu(again, first), 0.5)
    yield f"{'SQLite: memory of the first load':<58} {first.peak:6.0f} MB   aim 300 MB"
    yield f"{'SQLite: memory of the reload':<58} {again.peak:6.0f} MB   aim 300 MB"


def _postgresql(folder: Path, archive: Path) -> Iterator[str]:
    run = SharedRun.begin()
    try:
        with Databases(start_any(run.folder / "server"), "bench") as databases:
            url, bare, short = (databases.blank(name) for name in ("ours", "bare", "short"))
            rows = f"sqlite:///{folder}/ours.db"
            first = spent("load", url, archive)
            raw, unworded = spent("copy", bare, rows), spent("copy-bare", short, rows)
            again = spent("load", url, archive)
    finally:
        run.end()
    what = f"PostgreSQL: load of {SIZE:,} articles / COPY"
    yield from _held(what, _wall(first, raw), _wall(first, unworded), 1.25)
    yield line("PostgreSQL: unchanged reload / first load", _wall(again, first), 0.5)
    yield f"{'PostgreSQL: memory of the first load':<58} {first.peak:6.0f} MB   aim 300 MB"


def _others(folder: Path) -> Iterator[str]:
    archive = write(folder / "tenth", SIZE // 10)
    url = f"sqlite:///{folder}/tenth.db"
    ours = spent("load", url, archive)
    for kind, name in (("sqlite-utils", "sqlite-utils"), ("add_all", "ORM add_all")):
        theirs = spent(kind, f"sqlite:///{folder}/{kind}.db", url)
        yield line(
            f"SQLite: first load of {SIZE // 10:,} articles / {name}", _cpu(ours, theirs), 1.0
        )


def _yaml(folder: Path) -> Iterator[str]:
    archive = write_yaml(folder / "yaml", SIZE)
    pair = _cpu(spent("check", "", archive), spent("yaml", "", archive))
    yield line(f"check of {SIZE:,} YAML articles / PyYAML's own C parse", pair, 2.5)


def _held(what: str, same: Pair, fewer: Pair, aim: float) -> Iterator[str]:
    """The goal is over the rows that ours writes; beside it, what they cost without full text."""
    yield line(f"{what}, same rows", same, aim)
    yield line(f"{what}, no full text", fewer, None)


def _cpu(ours: Spent, theirs: Spent) -> Pair:
    return Pair(ours.cpu, theirs.cpu)


def _wall(ours: Spent, theirs: Spent) -> Pair:
    """What a server does is not in the CPU time of its client."""
    return Pair(ours.wall, theirs.wall)


def spent(what: str, url: str, source: str | Path) -> Spent:
    """Run one side in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.loading_side", what, url, str(source)],
        stdout=subprocess.PIPE,
        check=True,
    )
    return Spent(**json.loads(done.stdout))
