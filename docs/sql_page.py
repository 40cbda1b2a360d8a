"""Write the answers into docs/sql.md, or check that they are up to date.

.venv/bin/python docs/sql_page.py            write them
.venv/bin/python docs/sql_page.py --check    exit with 1 when they are out of date

The questions come from `communique.questions`, the answers from the shipped records. What
stands above the first question is written by hand and kept.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from written import write_or_check

from communique import load, upgrade
from communique.databases import engine_for
from communique.questions import Question, questions
from communique.shipped import seeds_path

PAGE = Path(__file__).parent / "sql.md"
BEGIN = "<!-- From here on written by docs/sql_page.py: change the questions, not this page. -->\n"
MOST = 15
"""Rows of an answer that are shown."""
WIDEST = 60
"""Letters of a value that are shown."""


def page(connection: Connection) -> str:
    """What is written by hand, then every question with its answer."""
    kept, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    parts = [kept + BEGIN]
    theme = ""
    for each in questions():
        if each.theme != theme:
            theme = each.theme
            parts.append(f"## {theme}\n")
        parts += told(connection, each)
    return "\n".join(parts)


def told(connection: Connection, asked: Question) -> Iterator[str]:
    """A question with its SQL, its answer, and how else it can be asked."""
    yield f"### {asked.number}. {asked.question}\n"
    if asked.about:
        yield f"{asked.about}\n"
    yield f"```sql\n{asked.text}\n```\n"
    yield f"```text\n{answer(connection, asked)}\n```\n"
    yield "".join(f"{line}\n" for line in otherwise(asked))


def otherwise(asked: Question) -> Iterator[str]:
    """The name, what may be set, and the same in Python and on the command line."""
    settings = " ".join(f"--set {name}={value}" for name, value in asked.settings.items())
    yield f"- by name: `communique sql {asked.name}{' ' if settings else ''}{settings}`"
    if asked.shell:
        yield f"- on the command line: `{asked.shell}`"
    if asked.python:
        yield f"- in Python: `{asked.python}`"


def answer(connection: Connection, asked: Question) -> str:
    """The rows in columns; long values and long answers are cut, and say so."""
    found = connection.execute(text(asked.text))
    rows = [[shown(value) for value in row] for row in found]
    more = [f"({len(rows)} rows, of which these are {MOST})"] if len(rows) > MOST else []
    return "\n".join([*columns([list(found.keys()), *rows[:MOST]]), *more])


def columns(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Lines in which the values stand below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        " | ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return [lines[0], "-+-".join("-" * width for width in widths), *lines[1:]]


def shown(value: Any) -> str:
    """A value as text, empty for NULL."""
    told = "" if value is None else str(value)
    return told if len(told) <= WIDEST else f"{told[: WIDEST - 1]}…"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{folder}/answers.db")
        upgrade(engine)
        load(engine, [seeds_path()])
        with engine.connect() as connection:
            wanted = page(connection)
        engine.dispose()
    write_or_check({PAGE: wanted})


if __name__ == "__main__":
    main()
