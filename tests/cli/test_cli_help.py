"""Help is there for every command, is cheap, and its examples run."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from communique.cli.door import Door, first_sentence
from communique.cli.program import LazyGroup, program
from tests.cli.conftest import Call, clean_environment

HEAVY = ("sqlalchemy", "alembic", "rich", "pydantic", "yaml", "edtf", "rapidfuzz", "psycopg")


def commands(group: click.Group = program, path: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")


COMMANDS = dict(commands())
DOORS = {path: command for path, command in COMMANDS.items() if isinstance(command, Door)}
EXAMPLES = [example for door in DOORS.values() for example in door.examples]


def test_every_command_that_was_promised_is_there() -> None:
    promised = {
        "demo", "db upgrade", "db downgrade", "db current", "db check", "check", "load", "loads",
        "signings", "meetings", "agreements", "quotes", "holders", "show", "sql",
        "encounters", "plans", "incidents", "timeline", "coverage", "find", "stats", "actions",
        "attendances", "who-met-whom", "co-signatories", "actors", "articles", "spellings",
        "citations", "dossier", "bilateral", "network", "compare", "attribution", "sources",
        "engagements", "db sql", "export", "fmt", "digest", "backup", "restore", "doctor",
        "search", "db index",
    }  # fmt: skip
    assert promised <= DOORS.keys()


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_explains_itself(path: str, call: Call) -> None:
    said = call(*path.split(), "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: communique {path}")
    if path in DOORS:
        assert "Example" in said.out
        assert DOORS[path].examples
        assert all(example in said.out for example in DOORS[path].examples)
        assert all(param.help for param in DOORS[path].params if isinstance(param, click.Option))


def test_the_list_says_of_each_command_what_the_command_says_of_itself() -> None:
    for name, entry in LazyGroup.entries.items():
        assert entry.line == first_sentence(COMMANDS[name]), name
        assert len(entry.line) < 66, "a line of the list, on a page of 80 columns"


@pytest.mark.parametrize("words", [["--help"], ["--version"], []])
def test_help_and_version_import_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    asked = f"""
import sys
from communique.cli.running import run
code = run({words!r})
found = [name for name in {HEAVY!r} if name in sys.modules]
sys.exit(f"imported: {{found}}" if found else 0)
"""
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        env=clean_environment(), capture_output=True, cwd=tmp_path, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()


def test_help_of_a_listing_does_not_import_the_databases(tmp_path: Path) -> None:
    asked = """
import sys
from communique.cli.running import run
run(["signings", "--help"])
sys.exit("sqlalchemy" in sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        env=clean_environment(), capture_output=True, cwd=tmp_path, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(
    example: str,
    call: Call,
    loaded_copy_url: str,
    here: Path,
    seeds: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each on the shipped records, from a folder that holds ``seeds`` as the checkout does."""
    monkeypatch.setenv("COMMUNIQUE_DATABASE", loaded_copy_url)
    shutil.copytree(seeds, here / "seeds")  # one that an example may write to
    words = [word for word in shlex.split(example) if not word.startswith("postgresql:")]
    if len(words) < len(shlex.split(example)):
        words.remove("--database")
    assert words.pop(0) == "communique"
    if words[0] == "restore":
        assert call("backup", words[1]).code == 0
    said = call(*words)
    assert said.code == 0, said.err
    assert said.out
