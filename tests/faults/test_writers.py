"""Several loaders at once take turns, none is refused, and who waits too long is told for whom."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from communique import LockTimeout, load, upgrade
from communique.cli.running import run
from communique.databases import database_of, engine_for
from tests.faults.children import Child
from tests.faults.two_hundred import RECORDS, two_hundred
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import contextmanager

    from sqlalchemy import Engine
else:
    from contextlib import contextmanager

TOPIC = "topics:\n  sea: {label: Sea}\n"
ROOT = Path(__file__).parents[2]


def writers(url: str, folder: Path, many: int, loads: int) -> list[str]:
    """What the writers say was kept, after all of them ended well."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.writing", url, str(folder / f"w{n}"), f"w{n}",
             str(loads)],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )
        for n in range(many)
    ]  # fmt: skip
    said: list[str] = []
    for writer in running:
        told, _ = writer.communicate(timeout=600)
        assert writer.returncode == 0
        said += told.split()
    return said


def test_loaders_take_turns_and_none_is_refused(migrated_url: str, tmp_path: Path) -> None:
    said = writers(migrated_url, tmp_path, 4, 8)

    with engine_for(migrated_url).connect() as connection:
        kept = set(connection.scalars(text("SELECT slug FROM topic")))
    assert len(said) == 32
    assert kept == set(said)


@contextmanager
def held(engine: Engine) -> Iterator[None]:
    """Another loader of this process that has begun and does not end."""
    begun, end = threading.Event(), threading.Event()

    def hold() -> None:
        with engine.connect() as connection:
            database = database_of(connection)
            with database.begin_writing(connection, 1.0):
                database.loader_lock(connection, 1.0)
                begun.set()
                end.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(10)
    try:
        yield
    finally:
        end.set()
        holder.join()


def test_who_waits_too_long_is_told_for_whom(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    folder = archive(tmp_path / "a")

    with held(engine), pytest.raises(LockTimeout, match=f"process {os.getpid()}.* since 20"):
        load(engine, [folder], wait=0.2, today=TODAY)

    assert load(engine, [folder], today=TODAY).added == 11


def test_who_waits_for_a_program_that_is_not_ours_is_told_no_name(
    sqlite_url: str, tmp_path: Path
) -> None:
    # On PostgreSQL nobody else has our lock; a file of SQLite has one for every program.
    engine = engine_for(sqlite_url)
    upgrade(engine)

    with engine.connect() as stranger:
        stranger.exec_driver_sql("DELETE FROM topic")
        with pytest.raises(LockTimeout) as refused:
            load(engine, [archive(tmp_path / "a")], wait=0.2, today=TODAY)

    assert "It is" not in refused.value.message


def test_the_command_line_answers_3_and_names_the_holder(
    migrated_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = archive(tmp_path / "a", files={"oslo.yaml": TOPIC, "oslo.txt": "Nothing."})
    words = ["--database", migrated_url, "load", "--wait", "0.2", str(folder)]

    with held(engine_for(migrated_url)):
        assert run(words) == 3
    told = capsys.readouterr().err

    assert f"process {os.getpid()}" in told
    assert told.count("\n") == 1
    assert run(words) == 0


def test_a_holder_that_died_holds_nothing_and_is_not_named(
    migrated_url: str, tmp_path: Path
) -> None:
    def hold(say: Callable[[str], None]) -> None:
        engine = engine_for(migrated_url)
        with engine.connect() as connection:
            database = database_of(connection)
            with database.begin_writing(connection, 1.0):
                database.loader_lock(connection, 1.0)
                say("holding")
                time.sleep(60)

    holder = Child(hold)
    assert holder.line() == "holding"
    os.kill(holder.process, signal.SIGKILL)
    holder.end()

    # What the dead process left beside a SQLite file names nobody, and nobody waits for it.
    assert (
        load(engine_for(migrated_url), [archive(tmp_path / "a")], wait=5, today=TODAY).added == 11
    )
    with engine_for(migrated_url).connect() as connection:
        assert database_of(connection).writer(connection) is None


def test_two_loaders_of_the_same_files_are_one_after_the_other(
    migrated_url: str, tmp_path: Path
) -> None:
    folder = two_hundred(tmp_path / "a", 0, meetings=20, agreements=10)

    ended = [child.end() for child in [loader(migrated_url, folder) for _ in range(2)]]

    assert sorted(said for _, said in ended) == [f"0 {RECORDS}\n", f"{RECORDS} 0\n"]


def test_two_loaders_of_different_files_both_arrive(migrated_url: str, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
        topics = "".join(f"  {folder.name}-{n}: {{label: T}}\n" for n in range(300))
        (folder / "topics.yaml").write_text(f"topics:\n{topics}", encoding="utf-8")

    ended = [child.end() for child in [loader(migrated_url, folder) for folder in folders]]

    assert ended == [(0, "300 0\n")] * 2
    with engine_for(migrated_url).connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM topic").scalar_one() == 600


def loader(url: str, folder: Path) -> Child:
    """A process that loads, and says how many records it added and found unchanged."""

    def work(say: Callable[[str], None]) -> None:
        outcome = load(engine_for(url), [folder])
        say(f"{outcome.added} {outcome.unchanged}")

    return Child(work)


def test_readers_see_before_or_after(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    seen: set[tuple[str, str]] = set()
    stop = threading.Event()

    def read() -> None:
        asking = text("SELECT (SELECT title FROM meeting), (SELECT title FROM agreement)")
        while not stop.is_set():
            with engine.connect() as connection:
                seen.add(tuple(connection.execute(asking).one()))

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    try:
        for number in range(6):
            load(
                engine,
                [archive(tmp_path / "a", ("title: Talks in Oslo", f"title: State {number}"),
                         ("title: Memorandum on fisheries", f"title: State {number}"))],
                today=TODAY,
            )  # fmt: skip
    finally:
        stop.set()
        for reader in readers:
            reader.join()

    assert all(one == other for one, other in seen - {("Talks in Oslo", "Memorandum on fisheries")})
    assert len(seen) > 1
