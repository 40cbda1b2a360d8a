"""A PostgreSQL server that is stopped as a crash would, again and again, under a loader."""

from __future__ import annotations

import random
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import make_url

from communique import upgrade
from communique.cli.running import run
from communique.databases import engine_for
from tests.faults.children import Child, unsound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.servers.server import Server

TOGETHER = 5
"""Topics that one load adds; none of them is there without the others."""
LONGEST = 0.6
"""Seconds until the server is stopped, at most: several loads, each hit at another moment."""


def stop_under_loads(server: Server, folder: Path, stops: int, *, seed: int) -> Counter[str]:
    """Stop a server in the middle of loads; what was acknowledged is there, nothing is torn.

    The count is of stops by how the load ended that was running, and of loads acknowledged.
    """
    url = _database(server)
    chance, seen = random.Random(seed), Counter[str]()
    for number in range(stops):
        name, notes = f"s{number}", folder / f"notes-{number}"
        child = Child(_loads(url, folder / name, name, notes))
        assert child.line() == "begun"
        time.sleep(chance.random() * LONGEST)
        server.stop()
        code, said = child.end()
        server.start()
        *acknowledged, last = said.splitlines()
        told = notes.read_text(encoding="utf-8")
        assert code == 0
        assert last == "exit 4", (last, told)
        assert told.startswith("communique: the database"), told
        assert "Traceback" not in told
        kept = _kept(url, name)
        assert set(kept.values()) <= {TOGETHER}, f"torn by stop {number}"
        extra = set(kept) - {int(each) for each in acknowledged}
        assert set(kept) - extra == {int(each) for each in acknowledged}, f"lost by stop {number}"
        # At most the load that was running, and only when it said that it could not know.
        assert extra <= {len(acknowledged)}, f"stop {number}"
        assert not extra or "It was kept whole, or not at all" in told, told
        seen["kept, though not acknowledged" if extra else "not kept"] += 1
        seen["acknowledged and kept"] += len(acknowledged)
    assert unsound(url) == []
    return seen


def _database(server: Server) -> str:
    plain = make_url(server.url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as door:
        door.execute("CREATE DATABASE stops TEMPLATE template0 ENCODING 'UTF8'")
    url = make_url(server.url).set(database="stops").render_as_string(hide_password=False)
    engine = engine_for(url)
    upgrade(engine)
    engine.dispose()
    return url


def _loads(
    url: str, folder: Path, name: str, notes: Path
) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        folder.mkdir()
        number, code = 0, 0
        say("begun")
        while not code:
            topics = [f"  {name}-{number}-{n}: {{label: T}}\n" for n in range(TOGETHER)]
            (folder / "topics.yaml").write_text("topics:\n" + "".join(topics), encoding="utf-8")
            with (
                notes.open("w", encoding="utf-8") as noted,
                redirect_stdout(noted),
                redirect_stderr(noted),
            ):
                code = run(["--database", url, "load", str(folder)])
            say(str(number) if code == 0 else f"exit {code}")
            number += 1

    return work


def _kept(url: str, name: str) -> dict[int, int]:
    """How many topics of each load are there."""
    engine = engine_for(url)
    with engine.connect() as connection:
        slugs = connection.exec_driver_sql(
            "SELECT slug FROM topic WHERE starts_with(slug, %s)", (f"{name}-",)
        ).scalars()
        found = Counter(int(slug.split("-")[1]) for slug in slugs)
    engine.dispose()
    return dict(found)
