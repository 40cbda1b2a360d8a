"""``load``: record files into the database."""

from __future__ import annotations

import logging

import click

from ..door import door
from ..options import uses_database

logger = logging.getLogger("communique")


@door("load", examples=["communique load seeds", "communique load --dry-run seeds"])
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--wait", type=click.FloatRange(min=0), default=30.0, show_default=True, metavar="SECONDS",
    help="How long to wait for another process that holds the database.",
)  # fmt: skip
@uses_database
def command(paths: tuple[str, ...], dry_run: bool, wait: float) -> None:
    """Load record files into the database.

    All in one transaction: everything is loaded, or nothing is. Loading the same files
    again changes nothing and says so.
    """
    from communique.databases import place_of
    from communique.loading import load
    from communique.migrate import require_latest

    from ..opening import engine
    from .check import warned

    with engine() as bind:
        require_latest(bind)
        logger.info("loading into %s", place_of(bind))
        outcome = load(bind, paths, dry_run=dry_run, wait=wait)
        place = place_of(bind)
    warned(outcome.warnings)
    if dry_run:
        for change in outcome.changes:
            click.echo(f"{change.verb} {change.kind}/{change.slug}")
    done = "would be " if dry_run else ""
    click.echo(
        f"{place}: {outcome.added} {done}added, {outcome.changed} {done}changed,"
        f" {outcome.removed} {done}removed, {outcome.unchanged} unchanged"
    )
