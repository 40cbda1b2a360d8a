"""``sql``: one SELECT, or a question by its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from ..door import door
from ..options import prints_rows, uses_database

if TYPE_CHECKING:
    from collections.abc import Sequence

LIST = (
    "SELECT table_name AS name, type_name AS type, meaning FROM data_dictionary"
    " WHERE column_name = '' ORDER BY type_name DESC, table_name"
)
NAME = re.compile(r"[A-Za-z0-9_-]+")
"""A question's name, or its number; no SELECT is one word."""


@door(
    "sql",
    examples=[
        'communique sql "SELECT signer_name, agreement_title FROM signing"',
        "communique sql --list",
        "communique sql overdue-plans --set day=2021-12-01",
    ],
)
@click.argument("select", metavar="[SELECT|NAME]", required=False)
@click.option("--list", "list_", is_flag=True, help="List tables, views and questions instead.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE",
    help="Ask a named question with another value, such as day=2021-12-01.",
)  # fmt: skip
@click.option("--print", "print_", is_flag=True, help="Print the SQL of a named question instead.")
@prints_rows
@uses_database
def command(
    select: str | None, list_: bool, settings: tuple[str, ...], print_: bool, format_: str
) -> None:
    """Answer one SELECT, or a question by name.

    SELECT is over the tables and views, NAME is that of a question that comes with the program.
    It cannot write, and is stopped after five seconds. At most a thousand rows are answered.
    --list names views, tables and questions, and data_dictionary explains the columns.
    """
    if (select is None) is not list_:
        raise click.UsageError("Give one SELECT in quotation marks, a question's name, or --list.")
    named = select is not None and NAME.fullmatch(select) is not None
    if not named and (settings or print_):
        raise click.UsageError("--set and --print go with a question's name: see --list.")
    if named:
        assert select is not None
        _ask_by_name(select, settings, print_=print_, format_=format_)
    else:
        _ask(select or LIST, format_, more=_questions() if list_ else ())


def _ask_by_name(name: str, settings: tuple[str, ...], *, print_: bool, format_: str) -> None:
    from communique.questions import question

    asked = question(name)
    given = dict(_pair(each) for each in settings)
    if given and not print_:
        given = _meant(given)
    sql = asked.sql(**given)
    if print_:
        click.echo(sql)
        return
    if format_ == "table":
        click.echo(f"{asked.question}\n")
    _ask(sql, format_)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f'"{text}" sets nothing: write NAME=VALUE.')
    return name.strip(), value.strip()


def _meant(given: dict[str, str]) -> dict[str, str]:
    """Names in any spelling, as the slugs that they mean; a slug that nothing has is told."""
    from ..meaning import meant
    from ..opening import asking

    with asking() as session:
        return {name: str(meant(session, name, value)) for name, value in given.items()}


def _questions() -> list[tuple[str, str, str]]:
    from communique.questions import questions

    return [(each.name, "question", each.question) for each in questions()]


def _ask(sql: str, format_: str, more: Sequence[tuple[str, str, str]] = ()) -> None:
    from communique.databases import guarded_select

    from ..answers import Answer, print_answer
    from ..column import Column
    from ..opening import require_schema, url

    require_schema()
    found = guarded_select(url(), sql)
    # Two columns may have one name, so rows are kept by number and named when printed.
    names = distinct(found.columns)
    rows = [dict(zip(names, row, strict=True)) for row in [*found.rows, *more]]
    columns = [Column(name, lambda row, name=name: row[name]) for name in names]  # type: ignore[misc]
    print_answer(Answer(names, rows), columns, format_)
    if found.warning:
        click.echo(f"communique: {found.warning}", err=True)
    if found.truncated:
        click.echo(
            f"communique: only the first {len(rows)} rows. Hint: add a WHERE or a LIMIT.", err=True
        )


def distinct(columns: tuple[str, ...]) -> list[str]:
    """The names of the columns, a repeated one with its number: ``slug``, ``slug_2``."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return names
