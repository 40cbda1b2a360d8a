"""``doctor``: what must hold, and whether it does."""

from __future__ import annotations

import click

from ..door import door
from ..options import uses_database


@door("doctor", examples=["communique doctor"])
@uses_database
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check the whole database: schema, storage and content.

    Each rule is told sound, wrong, or without data to look at. Exits with 1 when one is
    wrong. It changes nothing.
    """
    from communique.keeping import Health, doctor

    from ..opening import engine, require_schema
    from ..safe import safe

    require_schema()  # before an engine that may write could make a missing file
    # PostgreSQL compares with a schema that is made beside the live one and rolled back.
    with engine() as bind:
        findings = doctor(bind)
    for finding in findings:
        click.echo(f"{finding.health:<8} {finding.rule}")
        for line in finding.found:
            click.echo(safe(f"         - {line}"))
    ctx.exit(1 if any(finding.health is Health.WRONG for finding in findings) else 0)
