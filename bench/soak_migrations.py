"""Migrations under faults: an exception and a kill after every operation, and many starters.

    python -m bench.soak_migrations                 everything: make soak PART=migrations
    python -m bench.soak_migrations --every 40 URL  each 40th operation, on a database of one's own

After each fault the database is what it was before; then a plain upgrade succeeds.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine, event

from communique import shipped
from communique.databases import database_of, engine_for, writing
from communique.migrate import current_revision, downgrade, history, upgrade
from tests.embedding.rows import contents, fill
from tests.revisions import HEAD, shipped_and_one_more
from tests.servers.databases import Databases
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

STARTERS, ROUNDS = 8, 10
LOOKS_AFTER_COMMIT = 4


class Injected(Exception):
    """The failure that we make ourselves."""


class Step(NamedTuple):
    """One revision, up or down, with the state before it."""

    name: str
    before: str
    work: Callable[[Engine], object]


def exception_after(url: str, work: Callable[[Engine], object], number: int) -> int:
    """Fail after so many operations; how many there were. 0 never fails."""
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == number:
            raise Injected

    with _engine(url) as engine:
        event.listen(engine, "after_cursor_execute", count)
        try:
            work(engine)
        except Injected:
            return done
    assert not number, f"the exception after operation {number} never came"
    return done


def killed_after(url: str, work: Callable[[Engine], object], number: int) -> None:
    """Kill a process of ours with -9 after so many operations."""
    child = os.fork()  # nothing is open here, so the child shares nothing
    if not child:
        try:
            exception_after(url, lambda engine: work(_deadly(engine, number)), 0)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"the kill after operation {number} never came"
    assert os.WTERMSIG(status) == signal.SIGKILL


def _deadly(engine: Engine, number: int) -> Engine:
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == number:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "after_cursor_execute", count)
    return engine


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    engine = engine_for(url, wait=30)
    try:
        yield engine
    finally:
        engine.dispose()


def state(url: str) -> tuple[object, ...]:
    """The revision, the schema, leftovers included, and every row."""
    with _engine(url) as engine, engine.connect() as connection:
        revision = current_revision(connection)
        dump = database_of(connection).schema_dump(connection)
        return revision, dump, contents(connection) if revision else None


def faults(url: str, rebuilds: bool, every: int) -> int:
    """Every revision up and down with both faults; how many were injected."""
    injected = 0
    for step in steps():
        _to(url, step.before)
        before = state(url)
        count = exception_after(url, step.work, 0)
        after = state(url)
        _to(url, step.before)
        for number in range(1, count + 1, every):
            for fault in (exception_after, killed_after):
                fault(url, step.work, number)
                injected += 1
                found = state(url)
                # The last operations read again what was committed: there it is all kept.
                if found == after and number > count - LOOKS_AFTER_COMMIT:
                    _to(url, step.before)
                    continue
                assert found == before, f"{step.name}: left over after operation {number}"
        with _engine(url) as engine:
            step.work(engine)
        print(
            f"{_kind(url)} {step.name}, {'rebuilt' if rebuilds else 'altered'}: {count} operations"
        )
    return injected


def steps() -> list[Step]:
    """Each revision up, from the first to the last, then each down."""
    way = ["base", *(revision.id for revision in history())]
    pairs = list(pairwise(way))
    return [Step(f"{end} up", start, partial(upgrade, revision=end)) for start, end in pairs] + [
        Step(f"{end} down", end, partial(downgrade, revision=start)) for start, end in pairs[::-1]
    ]


def _to(url: str, revision: str) -> None:
    """Bring the database there, with rows in every table wherever there are tables."""
    with _engine(url) as engine:
        downgrade(engine, "base")
        if revision != "base":
            upgrade(engine, revision=HEAD)  # that of the models, whose rows these are
            with writing(engine).begin() as connection:
                fill(connection)
            (downgrade if revision < HEAD else upgrade)(engine, revision=revision)


def _kind(url: str) -> str:
    return url.partition(":")[0]


STARTER = """
import sys
from communique.databases import engine_for
from communique.migrate import upgrade
sys.stdin.read()  # closed for all at once
print(len(upgrade(engine_for(sys.argv[1])).applied))
"""


def starters(url: str, rounds: int) -> tuple[int, int]:
    """Many processes that start at once on an empty database: how many succeeded, and migrated."""
    succeeded = migrated = 0
    for _ in range(rounds):
        with _engine(url) as engine:
            downgrade(engine, "base")
        command = [sys.executable, "-c", STARTER, url]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        running = [subprocess.Popen(command, **pipes) for _ in range(STARTERS)]  # type: ignore[call-overload]
        for one in running:
            one.stdin.close()
        said = [one.stdout.read() for one in running]
        succeeded += [one.wait(timeout=240) for one in running].count(0)
        migrated += sum(int(words or 0) > 0 for words in said)
    return succeeded, migrated


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="bench.soak_migrations")
    parser.add_argument("url", nargs="*", help="databases whose tables of ours are thrown away")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args(arguments)
    # In memory where there is such a disk: what a kill leaves does not depend on it.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as files:
        if chosen.url:
            _soak(chosen.url, Path(files), chosen.every, chosen.rounds)
            return
        with (
            SharedRun.begin() as run,
            Databases(start_any(run.folder / "server"), "soak") as server,
        ):
            urls = [f"sqlite:///{files}/soak.db", server.blank("migrations")]
            _soak(urls, Path(files), chosen.every, chosen.rounds)


def _soak(urls: list[str], home: Path, every: int, rounds: int) -> None:
    began, shipped_home, injected = time.monotonic(), shipped.migrations_path, 0
    for rebuilds in (False, True) if every == 1 else (True,):
        history = shipped_and_one_more(home / f"migrations-{rebuilds}", rebuilds=rebuilds)
        shipped.migrations_path = lambda made=history.home: made  # type: ignore[misc]
        injected += sum(faults(url, rebuilds, every) for url in urls)
    shipped.migrations_path = shipped_home
    print(f"{injected} faults, and the database was each time as before")
    for url in urls:
        succeeded, migrated = starters(url, rounds)
        print(
            f"{_kind(url)}: {succeeded} of {STARTERS * rounds} starters succeeded,"
            f" {migrated} of {rounds} rounds migrated once"
        )
        assert (succeeded, migrated) == (STARTERS * rounds, rounds)
    print(f"done in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
