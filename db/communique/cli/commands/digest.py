"""``digest``: one line that says whether two databases hold the same."""

from __future__ import annotations

import click

from ..door import door
from ..options import uses_database


@door("digest", examples=["communique digest"])
@uses_database
def command() -> None:
    """Print the digest of the whole content.

    Equal content has an equal digest: on SQLite and on PostgreSQL, whatever the order of the
    loads. It is read from the rows, so a change by hand shows.
    """
    from communique.keeping import content_digest

    from ..opening import engine, require_schema

    require_schema()
    with engine(read_only=True) as bind, bind.connect() as connection:
        click.echo(content_digest(connection))
