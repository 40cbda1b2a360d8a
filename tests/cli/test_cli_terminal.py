"""On a terminal: as wide as it is, in colour unless NO_COLOR says otherwise."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import clean_environment

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
WORDS = ("signings", "--kind", "mou", "--evidence")


def on_terminal(here: Path, url: str, columns: int, **environment: str) -> str:
    """What a terminal of that width shows."""
    import fcntl
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "communique", "--database", url, *WORDS],
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
