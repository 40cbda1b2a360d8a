"""Every block of the README runs, and prints what the README says.

python -m tests.test_readme     write what the blocks print into the README
"""

from __future__ import annotations

import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DATABASE = "communique-demo.db"
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its language, and its text."""

    kind: str
    body: str


def blocks() -> list[Block]:
    return [
        Block(found["kind"], found["body"]) for found in BLOCK.finditer(README.read_text("utf-8"))
    ]


def commands_in_its_sentences() -> list[str]:
    """What stands between words as a command of ours with options."""
    sentences = BLOCK.sub("", README.read_text("utf-8"))
    return re.findall(r"`(?:communique )?([a-z][a-z-]+ (?:\S+ )*--[^`]+)`", sentences)


def with_output() -> list[tuple[Block, str]]:
    """The blocks that print something, each with what it is said to print."""
    found = blocks()
    return [
        (block, block.body if block.kind == "console" else found[number + 1].body)
        for number, block in enumerate(found)
        if block.kind in PRINTS
    ]


def run(folder: Path, *words: str) -> str:
    """What a Python process prints in the folder that holds the database of the demo."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    ended = subprocess.run(
        [sys.executable, *words],
        env=kept | {"PYTHONPATH": str(ROOT / "db"), "COMMUNIQUE_DATABASE": f"sqlite:///{DATABASE}"},
        cwd=folder, capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    return (ended.stdout + ended.stderr).decode()


def console(folder: Path, body: str) -> str:
    """A session: each command, and below it what it prints."""
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    return "".join(
        f"{line}\n{run(folder, '-m', *shlex.split(line.removeprefix('$ ')))}" for line in commands
    )


def python(folder: Path, body: str) -> str:
    return run(folder, "-c", body)


def sql(folder: Path, body: str) -> str:
    """What ``sqlite3 communique-demo.db`` prints in its usual mode."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        return "".join(f"{'|'.join(map(str, row))}\n" for row in database.execute(body))


PRINTS = {"console": console, "python": python, "sql": sql}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after ``make demo``."""
    here = tmp_path_factory.mktemp("readme")
    run(here, "-m", "communique", "demo")
    return here


@pytest.mark.parametrize("number", range(len(with_output())))
def test_a_block_prints_what_the_readme_says(folder: Path, number: int) -> None:
    block, said = with_output()[number]
    assert PRINTS[block.kind](folder, block.body) == said


def test_every_block_and_every_command_is_run() -> None:
    assert len(commands_in_its_sentences()) > 3
    kinds = [block.kind for block in blocks()]
    assert set(kinds) == {"sh", "text", *PRINTS}
    assert kinds.count("text") == sum(kinds.count(kind) for kind in ("python", "sql"))


def test_the_shell_blocks_name_what_there_is() -> None:
    lines = [line for block in blocks() if block.kind == "sh" for line in block.body.splitlines()]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for line in lines:
        command, _, argument = line.partition("#")[0].strip().partition(" ")
        if command == "make":
            assert re.search(rf"^{argument}:", makefile, re.MULTILINE), line
        else:
            assert line in (
                ". .venv/bin/activate",
                f"export COMMUNIQUE_DATABASE=sqlite:///{DATABASE}",
            )


@pytest.mark.parametrize("command", commands_in_its_sentences())
def test_a_command_in_a_sentence_answers(folder: Path, command: str) -> None:
    assert run(folder, "-m", "communique", *shlex.split(command)).count("\n") > 3


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README.read_text("utf-8"))
    assert links
    assert not [link for link in links if "://" not in link and not (ROOT / link).exists()]


def rewritten(folder: Path) -> str:
    """The README with what its blocks print now."""
    text = README.read_text("utf-8")
    output: list[str] = []

    def fresh(found: re.Match[str]) -> str:
        block = Block(found["kind"], found["body"])
        body = block.body
        if block.kind == "text":
            body = output.pop()
        elif block.kind == "console":
            body = console(folder, body)
        elif block.kind in PRINTS:
            output.append(PRINTS[block.kind](folder, body))
        return f"```{block.kind}\n{body}```"

    return BLOCK.sub(fresh, text)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        run(Path(made), "-m", "communique", "demo")
        README.write_text(rewritten(Path(made)), encoding="utf-8")
