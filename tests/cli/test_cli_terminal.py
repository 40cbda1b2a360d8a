"""On a terminal: as wide as it is, in colour unless NO_COLOR says otherwise."""

from __future__ import annotations

import os
import pty
import struct
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import clean_environment

WORDS = ("signings", "--kind", "mou", "--evidence")


def on_terminal(
    here: Path, url: str, columns: int, words: tuple[str, ...] = WORDS, **environment: str
) -> str:
    """What a terminal of that width shows."""
    import fcntl
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "communique", "--database", url, *words],
        env=clean_environment() | {"TERM": "xterm-256color"} | environment,
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=here,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while some := os.read(ours, 65536):
            shown += some
    except OSError:  # how Linux says that the other end was closed
        pass
    os.close(ours)
    assert process.wait(timeout=60) == 0, shown
    return shown.decode()


def test_a_terminal_has_colour_and_its_own_width(here: Path, loaded_url: str) -> None:
    shown = on_terminal(here, loaded_url, 200)
    assert "\x1b[1m" in shown
    assert "Memorandum of understanding on security cooperation" in shown


def test_no_color_is_heard(here: Path, loaded_url: str) -> None:
    shown = on_terminal(here, loaded_url, 100, NO_COLOR="1")
    assert "\x1b[3" not in shown
    assert "\x1b[9" not in shown
    assert "Süleyman Soylu" in shown


def test_a_narrow_terminal_is_given_lines(here: Path, loaded_url: str) -> None:
    assert "Signed by: Ahmad Vahidi" in on_terminal(here, loaded_url, 40, NO_COLOR="1")


def test_a_long_load_shows_how_far_it_is_and_cleans_up(
    here: Path, migrated_url: str, tmp_path: Path
) -> None:
    lines = "".join(f'{{"topics": {{"t-{n}": {{"label": "T {n}"}}}}}}\n' for n in range(60_000))
    (tmp_path / "topics.jsonl").write_text(lines, encoding="utf-8")

    shown = on_terminal(here, migrated_url, 80, ("load", str(tmp_path)))

    assert "resolving" in shown
    *_, last = shown.replace("\r", "\n").strip().split("\n")
    assert "60000 added, 0 changed" in last


def test_a_short_load_shows_no_bar(here: Path, migrated_url: str, tmp_path: Path) -> None:
    (tmp_path / "topics.yaml").write_text("topics:\n  t: {label: T}\n", encoding="utf-8")

    assert "reading" not in on_terminal(here, migrated_url, 80, ("load", str(tmp_path)))
