"""The program: its commands by name, each imported only when it is called.

The line that ``--help`` prints for a command stands here, so that help imports no
command; a test compares it with the command's own words.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final, NamedTuple

import click

from .door import Settings
from .options import verbose_option


class Entry(NamedTuple):
    """Where a command lives, and its line in the list."""

    module: str
    line: str


START: Final = {
    "demo": Entry("demo", "A database, the shipped records and a first answer, in one go."),
}
KEEP: Final = {
    "db": Entry("db", "Make, change and inspect the database's schema."),
    "check": Entry("check", "Check record files without a database."),
    "load": Entry("load", "Load record files into the database."),
    "loads": Entry("loads", "List the runs of the loader."),
    "fmt": Entry("fmt", "Put record files into canonical form."),
    "export": Entry("export", "Write the database back as record files."),
    "backup": Entry("backup", "Write the whole database into a SQLite file."),
    "restore": Entry("restore", "Fill an empty database with a backup."),
    "digest": Entry("digest", "Print the digest of the whole content."),
    "doctor": Entry("doctor", "Check the whole database: schema, storage and content."),
}
ASK: Final = {
    "signings": Entry("signings", "List who signed what, in which office, for whom."),
    "meetings": Entry("meetings", "List meetings: what, when, where, and how far each got."),
    "attendances": Entry("attendances", "List who took part in which meeting, as what, for whom."),
    "encounters": Entry("encounters", "List who met whom, in which office, and when."),
    "who-met-whom": Entry("who_met_whom", "List pairs who met, how often, and between which days."),
    "co-signatories": Entry(
        "co_signatories", "List pairs who signed together, how often and when."
    ),
    "engagements": Entry(
        "engagements", "List somebody's meetings in the order in which they took place."
    ),
    "agreements": Entry("agreements", "List agreements and what became of them."),
    "actions": Entry("actions", "List the steps of agreements: proposed, agreed, signed, ended."),
    "plans": Entry("plans", "List planned meetings and steps, and what came of them."),
    "quotes": Entry("quotes", "List who said what, and where it is written."),
    "holders": Entry("holders", "List who held which office, and how surely."),
    "incidents": Entry(
        "incidents", "List attacks, elections, sanctions and what else is referred to."
    ),
    "actors": Entry("actors", "List persons, states, bodies and whoever else acts."),
    "articles": Entry("articles", "List articles: when they were published, and by whom."),
    "spellings": Entry("spellings", "List how each article prints somebody's name."),
    "timeline": Entry("timeline", "List meetings, steps of agreements and incidents by date."),
    "search": Entry("search", "Find words in titles, texts and quotes of articles."),
    "find": Entry("find", "Find the records that a name may mean, in any spelling."),
    "sql": Entry("sql", "Answer one SELECT, or a question by name."),
    "coverage": Entry("coverage", "List what each article proves, and by how many excerpts."),
    "citations": Entry("citations", "List every proof: what it proves, and its words."),
    "stats": Entry("stats", "Count what the database holds, by kind."),
}
TELL: Final = {
    "show": Entry("show", "Show one record: its names, facts and evidence."),
    "dossier": Entry("dossier", "Tell all that is recorded of one actor."),
    "bilateral": Entry("bilateral", "Tell what two have to do with each other."),
    "network": Entry("network", "Tell who is tied to whom, as nodes and edges."),
    "compare": Entry("compare", "Tell what each article reports of a meeting."),
    "attribution": Entry("attribution", "Tell who said a quote, and how we know."),
    "sources": Entry("sources", "List the articles and origins that a record rests on."),
}
SECTIONS: Final = {"Start": START, "Ask": ASK, "Tell": TELL, "Keep": KEEP}


class LazyGroup(click.Group):
    """A group whose commands are modules of ``commands``."""

    entries: Final = START | ASK | TELL | KEEP

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if (entry := self.entries.get(cmd_name)) is None:
            return None
        command = import_module(f"{__package__}.commands.{entry.module}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            # Click suggests from the commands that are imported, and here none is.
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=self.entries, ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, entries in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.line) for name, entry in entries.items()])


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from .about import version_line

        click.echo(version_line())
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: communique demo",
)
@click.option(
    "--database", metavar="URL", envvar="COMMUNIQUE_DATABASE", show_envvar=True,
    help="sqlite:///FILE or postgresql://USER@HOST/NAME.  [default: sqlite:///communique.db]",
)  # fmt: skip
@click.option(
    "--schema", metavar="NAME", envvar="COMMUNIQUE_SCHEMA", show_envvar=True,
    help="The PostgreSQL schema that holds our tables.  [default: the first of the search path]",
)  # fmt: skip
@verbose_option
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
    help="Show the versions of program, schema and databases.",
)  # fmt: skip
@click.pass_context
def program(ctx: click.Context, database: str | None, schema: str | None) -> None:
    """Ask the public record of diplomacy: who met whom, who signed what, who said what.

    Every answer carries its evidence: the article, the exact span of text, and how it was read.
    """
    environment = click.core.ParameterSource.ENVIRONMENT
    if ctx.get_parameter_source("database") is environment:
        ctx.obj = Settings(from_environment=database, schema=schema)
    else:
        ctx.obj = Settings(named=database, schema=schema)
