"""Write docs/cli.md from the help of every command, or check that it is up to date.

.venv/bin/python docs/cli_help.py            write it
.venv/bin/python docs/cli_help.py --check    exit with 1 when it is out of date
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from written import write_or_check

from communique.cli.program import program

PAGE = Path(__file__).parent / "cli.md"
HEAD = """# The command line

The help of every command, written by `docs/cli_help.py`: change the commands, not this page.

| exit code | meaning |
|---|---|
| 0 | done; no rows is done |
| 1 | the data is wrong |
| 2 | the command was used wrongly |
| 3 | another process held the database for too long |
| 4 | the disk, the file or the server failed |
| 5 | the database is at another schema revision |
| 130, 141, 143 | ended by Ctrl-C, by a reader that left, by a request to end |
"""
WIDTH = 90


def commands(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """The path and the help of a command and of everything below it."""
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, click.Context(below, parent=context, info_name=name))


def page() -> str:
    """The whole page."""
    # What is printed must not depend on the terminal of whoever prints it.
    root = click.Context(
        program,
        info_name="communique",
        terminal_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    parts = [
        f"## {path}\n\n```text\n{told.rstrip()}\n```\n" for path, told in commands(program, root)
    ]
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    write_or_check({PAGE: page()})
