"""``export``: the database written back as record files."""

from __future__ import annotations

import click

from ..door import door
from ..options import uses_database


@door("export", examples=["communique export --records archive"])
@click.option(
    "--records", "folder", metavar="DIR", required=True,
    help="A folder for the record files; it must be new or empty.",
)  # fmt: skip
@uses_database
def command(folder: str) -> None:
    """Write the database back as record files.

    One file per record, in canonical form: the same content gives the same bytes, from either
    database. Loaded into an empty database they make the same archive again.
    """
    from communique.export import export_records

    from ..opening import engine, require_schema
    from ..wording import counted

    require_schema()
    with engine(read_only=True, keeps=True) as bind:
        written = export_records(bind, folder)
    records = sum(written.records.values())
    click.echo(f"{folder}: {counted(written.files, 'file')}, {counted(records, 'record')}")
