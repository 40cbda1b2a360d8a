"""``restore``: an empty database filled from a backup."""

from __future__ import annotations

import click

from ..door import door
from ..options import uses_database


@door("restore", examples=["communique restore kept.db --database sqlite:///new.db"])
@click.argument("file", type=click.Path(dir_okay=False), metavar="FILE")
@uses_database
def command(file: str) -> None:
    """Fill an empty database with a backup.

    Into either database, its schema made where there is none; never into one that holds
    records. All in one transaction, proven by the digest of the content.
    """
    from communique.keeping import restore

    from ..opening import engine
    from ..wording import counted

    with engine(keeps=True) as bind:
        filled = restore(file, bind)
    click.echo(f"{filled.place}: {counted(filled.rows, 'row')}, digest {filled.digest}")
