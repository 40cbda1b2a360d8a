"""``check``: record files, without a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..door import door
from ..options import prints_rows, verbose_option

if TYPE_CHECKING:
    from communique.loading import Complaint, Report


@door("check", examples=["communique check seeds", "communique check --strict --format json seeds"])
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@prints_rows
@verbose_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], strict: bool, format_: str) -> None:
    """Check record files without a database.

    PATH is a file or a folder. Each complaint names its file, line and column and says
    what to write instead; all are found in one run. Exits with 1 when there is one.
    """
    from communique.loading import check

    from ..progress import shown_on_terminal

    with shown_on_terminal() as progress:
        report = check(paths, progress=progress)
    print_report(report, format_)
    ctx.exit(1 if report.errors or (strict and report.warnings) else 0)


def print_report(report: Report, format_: str) -> None:
    """Print the complaints: a line each for people, all fields for programs."""
    from ..answers import Answer, print_answer

    if format_ == "table":
        from ..failures import shortened
        from ..safe import safe

        for line in shortened([str(complaint) for complaint in report.complaints]):
            click.echo(safe(line))
        click.echo(summary(report))
        return
    rows = [complaint.as_dict() for complaint in report.complaints]
    print_answer(Answer(FIELDS, rows), (), format_)


PARTS = ("quote", "evidence")
"""What a report counts beside the records."""
FIELDS = ("file", "line", "column", "code", "path", "message", "hint")


def summary(report: Report) -> str:
    """How much was checked, and how much is wrong."""
    from ..wording import counted

    records = sum(number for kind, number in report.records.items() if kind not in PARTS)
    read = f"{counted(report.files, 'file')}, {counted(records, 'record')}"
    wrong = [
        counted(len(found), word)
        for found, word in ((report.errors, "error"), (report.warnings, "warning"))
        if found
    ]
    hidden = f"; {passed_over(report.hidden)}" if report.hidden else ""
    return f"{read}: {', '.join(wrong) or 'nothing wrong'}{hidden}"


def passed_over(hidden: int) -> str:
    """What was not read because its name begins with a dot."""
    from ..wording import counted

    return f"{counted(hidden, 'hidden file or folder', 'hidden files or folders')} passed over"


def warned(complaints: tuple[Complaint, ...]) -> None:
    """Print warnings of a load that passed."""
    from ..failures import shortened
    from ..safe import safe

    for line in shortened([str(complaint) for complaint in complaints]):
        click.echo(safe(line), err=True)
