"""The exit code of a signal tells the truth: before the COMMIT it stops a load, afterwards not."""

from __future__ import annotations

import os
import signal
import time
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine.default import DefaultDialect

from communique.cli import opening, running, stopping
from communique.cli.failures import show_line
from communique.cli.running import run
from tests.faults.children import Child, state
from tests.faults.signals import stopped
from tests.faults.stopping import filled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("late", [False, True], ids=["just before", "just after"])
def test_a_signal_stops_a_load_until_its_commit_and_not_afterwards(
    sent: signal.Signals, late: bool, migrated_url: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folders = filled(migrated_url, tmp_path)
    before = state(migrated_url)

    def point() -> None:
        if late:
            stopping.nothing_stops_it_now()
        os.kill(os.getpid(), sent)
        stopping.nothing_stops_it_now()

    monkeypatch.setattr(opening, "nothing_stops_it_now", point)

    def work(say: Callable[[str], None]) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        say(str(run(["--database", migrated_url, "load", "--prune", str(folders[1])])))

    ended, said = Child(work).end()

    assert ended == 0
    stopped = {signal.SIGINT: "130", signal.SIGTERM: "143"}[sent]
    assert said.split()[-1] == ("0" if late else stopped)
    assert state(migrated_url).runs == before.runs + late
    assert (state(migrated_url).digest == before.digest) is not late


@pytest.mark.parametrize("late", [False, True], ids=["just before", "just after"])
@pytest.mark.parametrize("words", [["backup"], ["export", "--records"]], ids=lambda words: words[0])
def test_a_signal_stops_what_writes_files_until_they_are_kept_and_not_afterwards(
    words: list[str], late: bool, migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def point() -> None:
        if late:
            stopping.nothing_stops_it_now()
        os.kill(os.getpid(), signal.SIGINT)
        stopping.nothing_stops_it_now()

    monkeypatch.setattr(opening, "nothing_stops_it_now", point)
    target = tmp_path / "kept"

    ended = stopped(["--database", migrated_url, *words, str(target)], tmp_path / "notes", None, 0)

    assert ended.code == (0 if late else 130)
    assert [path.name for path in tmp_path.glob("kept*")] == (["kept"] if late else [])


def test_a_second_signal_ends_the_process_at_once(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = filled(migrated_url, tmp_path)
    before = state(migrated_url)

    def point() -> None:
        stopping.nothing_stops_it_now()
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(opening, "nothing_stops_it_now", point)

    def work(_say: Callable[[str], None]) -> None:
        run(["--database", migrated_url, "load", "--prune", str(folders[1])])

    assert Child(work).end()[0] == -signal.SIGTERM
    assert state(migrated_url) == before


def test_a_signal_that_comes_within_a_destructor_is_not_lost(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python drops what is raised there, and prints a traceback of it."""
    folders = filled(migrated_url, tmp_path)
    before, notes = state(migrated_url), tmp_path / "notes"
    kept = stopping.nothing_stops_it_now

    class Dying:
        def __del__(self) -> None:
            os.kill(os.getpid(), signal.SIGTERM)
            sum(range(10))  # so that the handler runs here

    def point() -> None:
        Dying()
        kept()

    monkeypatch.setattr(opening, "nothing_stops_it_now", point)

    def late(message: str, hint: str | None = None) -> None:
        time.sleep(5 * stopping.AGAIN)  # longer than it takes to be told once more
        show_line(message, hint)

    monkeypatch.setattr(running, "show_line", late)

    def work(say: Callable[[str], None]) -> None:
        with notes.open("w") as noted, redirect_stderr(noted):
            code = run(["--database", migrated_url, "load", "--prune", str(folders[1])])
        say(str(code))

    assert Child(work).end() == (0, "143\n")
    assert notes.read_text() == "communique: asked to end.\n"
    assert state(migrated_url) == before


def test_a_signal_while_a_connection_is_closed_prints_no_traceback(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLAlchemy's pool logs what a close raises, before it raises it again."""

    def close(_dialect: DefaultDialect, _connection: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        sum(range(10))  # so that the handler runs here

    monkeypatch.setattr(DefaultDialect, "do_close", close)

    ended = stopped(["--database", migrated_url, "doctor"], tmp_path / "notes", None, 0)

    assert ended == (130, "communique: interrupted.\n")


def test_a_signal_that_a_library_makes_another_error_of_is_still_a_signal(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = filled(migrated_url, tmp_path)
    before = state(migrated_url)

    def point() -> None:
        try:
            os.kill(os.getpid(), signal.SIGINT)
            sum(range(10))  # so that the handler runs here
        except KeyboardInterrupt as interrupted:
            raise ValueError("cannot be set back now") from interrupted

    monkeypatch.setattr(opening, "nothing_stops_it_now", point)
    words = ["--database", migrated_url, "load", "--prune", str(folders[1])]

    assert stopped(words, tmp_path / "notes", None, 0) == (130, "communique: interrupted.\n")
    assert state(migrated_url) == before


@pytest.mark.parametrize(("raised", "told"), [(MemoryError, False), (ValueError, True)])
def test_short_memory_in_a_destructor_is_told_once_and_anything_else_by_python(
    raised: type[Exception], told: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    class Dying:
        def __del__(self) -> None:
            raise raised

    with stopping.ending_when_asked():
        Dying()

    assert ("Exception ignored" in capfd.readouterr().err) is told
