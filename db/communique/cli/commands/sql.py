"""``sql``: one SELECT."""

from __future__ import annotations

import click

from ..door import door
from ..options import prints_rows, uses_database

LIST = (
    "SELECT table_name AS name, type_name AS type, meaning FROM data_dictionary"
    " WHERE column_name = '' ORDER BY type_name DESC, table_name"
)


@door(
    "sql",
    examples=[
        'communique sql "SELECT signer_name, agreement_title FROM signing"',
        "communique sql --list",
    ],
)
@click.argument("select", required=False)
@click.option("--list", "list_", is_flag=True, help="List the tables and views instead.")
@prints_rows
@uses_database
def command(select: str | None, list_: bool, format_: str) -> None:
    """Answer one SELECT over the tables and views.

    It cannot write, and is stopped after five seconds. At most a thousand rows are answered.
    The views are made to be asked; --list names them, and data_dictionary their columns.
    """
    from communique.databases import guarded_select

    from ..answers import Answer, print_answer
    from ..column import Column
    from ..opening import require_schema, url

    if (select is None) is not list_:
        raise click.UsageError("Give one SELECT in quotation marks, or --list.")
    require_schema()
    found = guarded_select(url(), select or LIST)
    # Two columns may have one name, so rows are kept by number and named when printed.
    names = distinct(found.columns)
    rows = [dict(zip(names, row, strict=True)) for row in found.rows]
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
