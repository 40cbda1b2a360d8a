"""``fmt``: record files in canonical form."""

from __future__ import annotations

import click

from ..door import door
from ..options import verbose_option


@door("fmt", examples=["communique fmt seeds", "communique fmt --check seeds/topics.yaml"])
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--check", is_flag=True, help="Only tell which files would change; exits with 1.")
@verbose_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], check: bool) -> None:
    """Put record files into canonical form.

    PATH is a file or a folder. Indents, blank lines and the order of keys are made the same
    everywhere; comments and values stay as they are, and so does what the file says.
    """
    from communique.export import format_files

    from ..safe import safe
    from ..wording import counted

    found = format_files(paths, check=check)
    for name in found.changed:
        click.echo(safe(f"{'not canonical: ' if check else 'formatted: '}{name}"))
    for name in found.left_alone:
        click.echo(safe(f"left alone: {name}"), err=True)
    done = "would be formatted" if check else "formatted"
    same = len(found.unchanged) + len(found.left_alone)
    click.echo(f"{counted(len(found.changed), 'file')} {done}, {same} left as they are")
    ctx.exit(1 if check and found.changed else 0)
