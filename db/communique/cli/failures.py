"""Failures as people read them: one sentence, its cure, and never a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.errors import CuratedDataError

from .safe import safe

if TYPE_CHECKING:
    from communique.errors import CommuniqueError

MOST = 100
"""Complaints printed in one run; the rest is counted."""


def show_line(message: str, hint: str | None = None) -> None:
    """One failure on standard error."""
    cure = f" Hint: {_sentence(hint)}" if hint else ""
    click.echo(f"communique: {safe(_sentence(message))}{safe(cure)}", err=True)


def show_failure(error: CommuniqueError) -> None:
    """One of our errors; wrong record files are listed complaint by complaint."""
    if isinstance(error, CuratedDataError):
        for line in shortened([str(complaint) for complaint in error.complaints]):
            click.echo(safe(line), err=True)
    show_line(error.message, error.hint)


def show_click_failure(error: click.ClickException) -> None:
    """A question put wrongly, with the command whose help tells how to put it."""
    message = error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context is not None else "communique"
    show_line(message, None if "Hint:" in message else f"see {path} --help")


def shortened(lines: list[str]) -> list[str]:
    """At most a hundred lines, and how many more there were."""
    more = len(lines) - MOST
    return lines if more <= 0 else [*lines[:MOST], f"and {more} more"]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
