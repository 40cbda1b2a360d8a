"""``load``: record files into the database."""

from __future__ import annotations

import logging

import click

from ..door import door
from ..options import uses_database

logger = logging.getLogger("communique")


@door(
    "load",
    examples=["communique load seeds", "communique load --dry-run --prune seeds"],
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Print the plan, and change nothing.")
@click.option(
    "--expect", metavar="DIGEST",
    help="Do what the dry run with this digest has shown, or nothing.",
)  # fmt: skip
@click.option("--prune", is_flag=True, help="Remove the records that the files no longer hold.")
@click.option(
    "--allow-removals", type=click.IntRange(min=0), metavar="N",
    help="Let exactly N records be removed, though they are more than a tenth of all.",
)  # fmt: skip
@click.option(
    "--overwrite", is_flag=True, help="Also change records that were changed by hand since."
)
@click.option(
    "--wait", type=click.FloatRange(min=0), default=30.0, show_default=True, metavar="SECONDS",
    help="How long to wait for another process that holds the database.",
)  # fmt: skip
@uses_database
def command(
    paths: tuple[str, ...],
    dry_run: bool,
    expect: str | None,
    prune: bool,
    allow_removals: int | None,
    overwrite: bool,
    wait: float,
) -> None:
    """Load record files into the database.

    All in one transaction: everything is loaded, or nothing is. Loading the same files
    again changes nothing and says so. A dry run prints what would be added, changed field by
    field, and removed, and ends with the digest of that plan.
    """
    from communique.databases import place_of
    from communique.loading import load
    from communique.migrate import require_latest

    from ..opening import engine
    from ..planned import lines, summary
    from ..progress import shown_on_terminal
    from .check import passed_over, warned

    with engine(keeps=True) as bind, shown_on_terminal() as progress:
        require_latest(bind)
        logger.info("loading into %s", place_of(bind))
        outcome = load(
            bind, paths, dry_run=dry_run, prune=prune, allow_removals=allow_removals,
            overwrite=overwrite, expect=expect, wait=wait, progress=progress,
        )  # fmt: skip
        place = place_of(bind)
    warned(outcome.warnings)
    if dry_run and outcome.changes:
        click.echo("\n".join(lines(outcome.changes)) + "\n")
    click.echo(f"{place}: {summary(outcome)}")
    if outcome.hidden:
        click.echo(passed_over(outcome.hidden))
    if dry_run:
        click.echo(f"To do this and nothing else, load with --expect {outcome.plan}")
