"""``backup``: the whole database in one file."""

from __future__ import annotations

import click

from ..door import door
from ..options import uses_database


@door("backup", examples=["communique backup kept.db", "communique backup --force kept.db"])
@click.argument("file", type=click.Path(dir_okay=False), metavar="FILE")
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@uses_database
def command(file: str, force: bool) -> None:
    """Write the whole database into a SQLite file.

    From either database, also while others write to it. The file appears under its name
    when it is complete, and is proven by the digest of its content.
    """
    from communique.keeping import backup

    from ..opening import engine, require_schema
    from ..wording import counted

    require_schema()
    with engine(read_only=True, keeps=True) as bind:
        kept = backup(bind, file, force=force)
    click.echo(f"{kept.place}: {counted(kept.rows, 'row')}, digest {kept.digest}")
