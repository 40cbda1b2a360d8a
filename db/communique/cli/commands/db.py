"""``db``: the schema of the database."""

from __future__ import annotations

import click

from ..door import Settings, door
from ..opening import engine, require_schema
from ..options import uses_database, verbose_option

NONE = "no schema"


@click.group("db")
def command() -> None:
    """Make, change and inspect the database's schema."""


@door(
    "upgrade",
    examples=["communique db upgrade", "communique --database postgresql:///archive db upgrade"],
)
@click.option(
    "--wait", type=click.FloatRange(min=0), default=30.0, show_default=True, metavar="SECONDS",
    help="How long to wait for another process that holds the database.",
)  # fmt: skip
@uses_database
def upgrade(wait: float) -> None:
    """Bring the schema to this program's revision.

    Creates tables and views where there are none. All in one transaction: it is done, or
    nothing is changed. Other tables of the database are not touched.
    """
    from communique.databases import place_of
    from communique.migrate import current_revision, latest_revision
    from communique.migrate import upgrade as run

    with engine(keeps=True) as bind:
        before = current_revision(bind)
        click.echo(f"{place_of(bind)}: {before or NONE} -> {latest_revision()}")
        result = run(bind, wait=wait)
    click.echo(f"applied: {', '.join(result.applied)}" if result.applied else "already there")


@door("downgrade", examples=["communique db downgrade base --yes"])
@click.argument("revision")
@click.option("--yes", is_flag=True, help="Go ahead: tables and rows of newer revisions are lost.")
@click.option(
    "--wait", type=click.FloatRange(min=0), default=30.0, show_default=True, metavar="SECONDS",
    help="How long to wait for another process that holds the database.",
)  # fmt: skip
@uses_database
def downgrade(revision: str, yes: bool, wait: float) -> None:
    """Undo the revisions after REVISION; "base" removes everything of ours.

    Without --yes it says what it would do, and does nothing.
    """
    from communique.databases import place_of
    from communique.errors import UsageError
    from communique.migrate import current_revision
    from communique.migrate import downgrade as run

    with engine(read_only=not yes, keeps=True) as bind:
        before = current_revision(bind)
        click.echo(f"{place_of(bind)}: {before or NONE} -> {revision}")
        if not yes:
            raise UsageError(
                "A downgrade loses data, so it is not done without being told.",
                hint="make a backup, then give --yes",
            )
        result = run(bind, revision, wait=wait)
    click.echo(f"undone: {', '.join(result.applied)}" if result.applied else "already there")


@door("current", examples=["communique db current"])
@uses_database
def current() -> None:
    """Print the database, its revision, and the one this program needs."""
    from communique.databases import place_of
    from communique.migrate import current_revision, latest_revision

    with engine(read_only=True) as bind:
        found, needed = current_revision(bind) or NONE, latest_revision()
        cure = "" if found == needed else f", this program needs {needed}"
        click.echo(f"{place_of(bind)}: {found}{cure}")


@door("check", examples=["communique db check"])
@uses_database
@click.pass_context
def check(ctx: click.Context) -> None:
    """Compare the database's schema with the one that the migrations make.

    Exits with 1 when a table, column, constraint, index or view differs.
    """
    from communique.databases import place_of
    from communique.migrate import check_schema

    require_schema()  # before an engine that may write could make a missing file
    with engine() as bind:
        differences = check_schema(bind)
        for difference in differences:
            click.echo(difference)
        if not differences:
            click.echo(f"{place_of(bind)}: as the migrations make it")
    ctx.exit(1 if differences else 0)


@door(
    "sql",
    examples=["communique db sql", "communique db sql --schema records 0001"],
)
@click.argument("revisions", required=False, default="head", metavar="[REVISIONS]")
@click.option("--schema", metavar="NAME", help="The PostgreSQL schema that is to hold our tables.")
@verbose_option
@click.pass_obj
def sql(settings: Settings, revisions: str, schema: str | None) -> None:
    """Print the SQL of the migrations, for administrators who run it themselves.

    For PostgreSQL, in one transaction, without asking any database. REVISIONS is the last
    revision to reach in a database without our tables, or FIRST:LAST from another one, which
    may lead back. A database that is not at FIRST refuses the script.
    """
    from communique.migrate import offline_sql

    click.echo(offline_sql(revisions, schema=schema or settings.schema), nl=False)


@door("index", examples=["communique db index", "communique db index --anew"])
@click.option("--anew", is_flag=True, help="Make the whole index again, whatever it holds.")
@click.option(
    "--wait", type=click.FloatRange(min=0), default=30.0, show_default=True, metavar="SECONDS",
    help="How long to wait for another process that holds the database.",
)  # fmt: skip
@uses_database
def index(anew: bool, wait: float) -> None:
    """Let full text find what other hands than the loader's wrote.

    A load does it by itself. With --anew it also mends an index that the doctor found damaged.
    """
    from communique.databases import database_of, place_of
    from communique.indexing import index_texts

    from ..wording import counted

    require_schema()
    with engine() as bind, bind.connect() as connection:
        with database_of(bind).begin_writing(connection, wait):
            database_of(bind).loader_lock(connection, wait)
            folded = index_texts(connection, anew=anew)
        click.echo(f"{place_of(bind)}: {counted(folded, 'text')} folded, the index is up to date")


for _command in (upgrade, downgrade, current, check, sql, index):
    command.add_command(_command)
