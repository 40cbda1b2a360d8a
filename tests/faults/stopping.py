"""Each command that writes, stopped by Ctrl-C and SIGTERM: all is as it was, and it works again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.databases import database_of
from tests.conftest import closing_engine
from tests.faults.children import digest, state
from tests.faults.signals import OUTSIDE, Stopped, seconds, stop_often, stopped
from tests.faults.statements import loaded
from tests.faults.two_hundred import two_hundred

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def filled(url: str, folder: Path) -> list[Path]:
    """Both states of an archive, the first of them loaded."""
    folders = [two_hundred(folder / str(n), n, meetings=20, agreements=10) for n in range(2)]
    loaded(url, folders[0])
    return folders


def stop_loads(url: str, folder: Path, times: int) -> int:
    """A load that was stopped changed nothing; one that was not is there."""
    folders, notes = filled(url, folder), folder / "notes"
    states = [digest(url)]

    def words() -> list[str]:
        target = 1 - states.index(before[-1].digest)
        return ["--database", url, "load", "--prune", str(folders[target])]

    before = [state(url)]
    took = seconds(words(), notes)
    before.append(state(url))
    states.append(before[-1].digest)

    def check(_words: list[str], ended: Stopped) -> None:
        was, now = before[-1], state(url)
        if ended.was_stopped:
            assert now == was
        if ended.code == 0:
            assert now == (states[1 - states.index(was.digest)], was.runs + 1)
        before.append(now)

    came = stop_often(words, notes, times, took, check)
    assert stopped(words(), notes, None, 0).code == 0
    return came


def stop_backups(url: str, folder: Path, times: int) -> int:
    """A backup that was stopped left no file, and one that was not the whole one."""
    filled(url, folder)
    held, notes, kept = digest(url), folder / "notes", folder / "kept" / "kept.db"
    kept.parent.mkdir()

    def words() -> list[str]:
        kept.unlink(missing_ok=True)
        return ["--database", url, "backup", str(kept)]

    def check(_words: list[str], ended: Stopped) -> None:
        left = [path.name for path in kept.parent.iterdir()]
        assert left in ([], [kept.name]), left
        assert ended.code == OUTSIDE or ended.was_stopped is not bool(left)
        if left:
            assert digest(f"sqlite:///{kept}") == held

    came = stop_often(words, notes, times, seconds(words(), notes), check)
    assert stopped(words(), notes, None, 0).code == 0
    assert digest(url) == held
    return came


def stop_exports(url: str, folder: Path, times: int) -> int:
    """An export that was stopped left no file, so that it can be made to the same folder."""
    filled(url, folder)
    held, notes, asked = digest(url), folder / "notes", 0

    def words() -> list[str]:
        nonlocal asked
        asked += 1
        return ["--database", url, "export", "--records", str(folder / f"out-{asked}")]

    def check(words: list[str], ended: Stopped) -> None:
        if ended.was_stopped:
            assert not (folder / f"out-{asked}").exists()
            assert stopped(words, notes, None, 0).code == 0

    came = stop_often(words, notes, times, seconds(words(), notes), check)
    assert digest(url) == held
    return came


def stop_restores(url: str, blank: Callable[[], str], folder: Path, times: int) -> int:
    """A restore that was stopped kept no record: else a second one would be refused."""
    filled(url, folder)
    held, notes, kept = digest(url), folder / "notes", str(folder / "kept.db")
    assert stopped(["--database", url, "backup", kept], notes, None, 0).code == 0

    def words() -> list[str]:
        return ["--database", blank(), "restore", kept]

    def check(words: list[str], ended: Stopped) -> None:
        if ended.was_stopped:
            assert stopped(words, notes, None, 0).code == 0
        assert ended.code == OUTSIDE or digest(words[1]) == held

    return stop_often(words, notes, times, seconds(words(), notes), check)


def stop_upgrades(blank: Callable[[], str], folder: Path, times: int) -> int:
    """An upgrade that was stopped left no table."""
    notes = folder / "notes"

    def words() -> list[str]:
        return ["--database", blank(), "db", "upgrade"]

    def check(words: list[str], ended: Stopped) -> None:
        if ended.was_stopped:
            assert _tables(words[1]) == {}
            assert stopped(words, notes, None, 0).code == 0
        assert ended.code == OUTSIDE or "meeting" in _tables(words[1])

    return stop_often(words, notes, times, seconds(words(), notes), check)


def _tables(url: str) -> dict[str, str]:
    with closing_engine(url) as engine, engine.connect() as connection:
        return database_of(connection).names(connection)
