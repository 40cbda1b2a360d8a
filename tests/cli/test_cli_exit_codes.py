"""Every failure has its exit code, one sentence and its cure; none leaves a traceback."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Said, Start, clean_environment

CANARY = "hunter2-canary"


def assert_told(said: Said, code: int, *words: str) -> None:
    assert said.code == code, said.err
    assert "Traceback" not in said.err
    assert all(word in said.err for word in words), said.err


def test_wrong_words_are_usage(call: Call) -> None:
    assert_told(call("signngs"), 2, "signings")
    assert_told(call("signings", "--kind", "mous"), 2, '"mous"', 'Did you mean "mou"?', "treaty")
    assert_told(call("signings", "--since", "2021-13"), 2, "Months run from 01 to 12")
    assert_told(call("signings", "--colour"), 2, "--colour", "see communique signings --help")
    assert_told(call("show"), 2, "SLUG")
    assert_told(call("--database", "oracle://x", "signings"), 2, "postgresql://")
    assert_told(call(), 2, "Usage: communique")


def test_a_missing_database_is_told_and_not_made(call: Call, here: Path) -> None:
    said = call("signings")
    assert_told(said, 4, "communique.db", "db upgrade")
    assert list(here.iterdir()) == []


def test_a_file_that_is_no_database_is_a_storage_failure(call: Call, here: Path) -> None:
    (here / "notes.db").write_text("some notes, and not a database of any kind\n" * 50)
    assert_told(call("--database", "sqlite:///notes.db", "signings"), 4, "notes.db")
    assert_told(call("--database", "sqlite:///none/x.db", "db", "upgrade"), 4, "none")


def test_a_database_at_another_revision_is_refused_with_its_cure(call: Call, here: Path) -> None:
    sqlite3.connect(here / "communique.db").close()
    for words in (["signings"], ["show", "iran"], ["sql", "SELECT 1"], ["loads"], ["load", "."]):
        assert_told(call(*words), 5, "communique db upgrade")


def test_somebody_elses_tables_are_refused(call: Call, here: Path) -> None:
    with closing(sqlite3.connect(here / "communique.db")) as other:
        other.execute("CREATE TABLE actor (name TEXT)")
    assert_told(call("db", "upgrade"), 5, "actor")


def test_a_database_that_somebody_holds_is_a_lock_timeout(
    call: Call, here: Path, seeds: str
) -> None:
    assert call("db", "upgrade").code == 0
    with closing(sqlite3.connect(here / "communique.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert_told(call("load", "--wait", "0.2", seeds), 3, "communique.db")


def test_wrong_records_are_told_line_by_line(call: Call, here: Path) -> None:
    Path("one.yaml").write_text("actors:\n  Iran:\n    kind: country\n    name: Iran\n")
    assert call("db", "upgrade").code == 0
    said = call("load", "one.yaml")
    assert_told(said, 1, "one.yaml:", "problem")
    assert "0 added" not in said.out


@pytest.mark.parametrize("place", ["option", "environment", "after"])
def test_a_password_is_never_printed(start: Start, place: str) -> None:
    url = f"postgresql://me:{CANARY}@127.0.0.1:1/archive"
    before = ["--database", url] if place == "option" else []
    after = ["--database", url] if place == "after" else []
    environment = {"COMMUNIQUE_DATABASE": url} if place == "environment" else {}
    for words in ("signings", "db upgrade", "db current", "loads"):
        said = start(*before, "-vv", *words.split(), *after, environment=environment)
        assert_told(said, 4)
        assert CANARY not in said.out + said.err


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{CANARY}@host:port/archive",
        f"mysql://me:{CANARY}@host/archive",
        f"//me:{CANARY}@host",
        f"sqlite://me:{CANARY}@host/archive",
    ],
)
def test_a_wrong_url_is_not_repeated(call: Call, url: str) -> None:
    said = call("--database", url, "signings")
    assert_told(said, 2)
    assert CANARY not in said.out + said.err


def test_output_is_utf8_whatever_the_locale(start: Start, here: Path, loaded_url: str) -> None:
    for locale in (
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    ):
        said = start("--database", loaded_url, "show", "suleyman-soylu", environment=locale)
        assert said.code == 0, said.err
        assert "Süleyman Soylu" in said.out


def test_a_reader_that_leaves_is_not_a_failure(here: Path, loaded_url: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "communique", "--database", loaded_url, "quotes"],
        env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()  # as `| head` does
    error = process.stderr.read() if process.stderr else b""
    assert process.wait(timeout=60) == 141
    assert error == b""
    if process.stderr:
        process.stderr.close()


def test_a_full_disk_is_told(here: Path, loaded_url: str) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full; Linux has it")
    with full.open("w") as nowhere:
        ended = subprocess.run(
            [sys.executable, "-m", "communique", "--database", loaded_url, "quotes"],
            env=clean_environment(), stdout=nowhere, stderr=subprocess.PIPE, cwd=here,
            timeout=60, check=False,
        )  # fmt: skip
    assert ended.returncode == 4
    assert b"Traceback" not in ended.stderr
    assert b"No space left" in ended.stderr


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_and_keeps_nothing(
    here: Path, call: Call, seeds: str, sent: signal.Signals, code: int
) -> None:
    assert call("db", "upgrade").code == 0
    with closing(sqlite3.connect(here / "communique.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # so that the load waits until the signal comes
        process = subprocess.Popen(
            [sys.executable, "-m", "communique", "-v", "load", "--wait", "3", seeds],
            env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here,
            # A shell starts what it puts in the background deaf to Ctrl-C, and so are its children.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        assert process.stderr is not None
        assert b"loading" in process.stderr.readline()
        time.sleep(0.2)
        process.send_signal(sent)
        out, error = process.communicate(timeout=60)
    assert process.returncode == code, error
    assert b"Traceback" not in error
    assert out == b""
    with closing(sqlite3.connect(here / "communique.db")) as after:
        assert after.execute("SELECT count(*) FROM actor").fetchone() == (0,)


def test_verbose_says_what_is_done(start: Start, loaded_url: str) -> None:
    assert start("--database", loaded_url, "signings").err == ""
    for words in (["-v", "signings"], ["signings", "-v"], ["-v", "signings", "-v"]):
        said = start("--database", loaded_url, *words)
        assert said.err.startswith("communique: asking ")
        assert said.err.count("asking") == 1
