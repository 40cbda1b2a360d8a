"""``demo``: from nothing to a first answer."""

from __future__ import annotations

import click

from ..door import Settings, door
from ..options import uses_database


@door("demo", examples=["communique demo", "communique --database sqlite:///my.db demo"])
@uses_database
@click.pass_context
def command(ctx: click.Context) -> None:
    """A database, the shipped records and a first answer, in one go.

    Makes ./communique-demo.db, or uses the database that --database names, loads the records
    that come with this program, and asks who signed a memorandum of understanding as a
    minister. Running it again changes nothing.
    """
    # Not the database of the environment: that one may be somebody's real one.
    settings = ctx.ensure_object(Settings)
    from communique import signings
    from communique.databases import place_of, url_in
    from communique.loading import load
    from communique.migrate import upgrade
    from communique.shipped import seeds_path

    from ..demonstration import DEFAULT, print_signatures, suggestions
    from ..opening import engine
    from ..wording import counted

    address = settings.named or DEFAULT
    there = url_in(address, settings.schema if settings.named else None)
    with engine(there) as bind:
        migrated = upgrade(bind)
        outcome = load(bind, [seeds_path()])
        click.echo(f"{place_of(bind)}, schema {migrated.after}")
    kept = outcome.added + outcome.changed + outcome.unchanged
    click.echo(f"{counted(kept, 'record')}, {outcome.added} of them new\n")
    click.echo("Which ministers signed which memoranda of understanding?\n")
    print_signatures(there, signings(level="minister", kind="mou"))
    click.echo(suggestions(address))
