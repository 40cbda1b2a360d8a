"""Options that several commands share."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .door import Settings
from .words import Date, Word

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

F = TypeVar("F", bound="Callable[..., Any]")

FORMATS = ("table", "json", "csv", "jsonl")


def _be_verbose(_ctx: click.Context, _param: click.Parameter, value: int) -> None:
    if not value:
        return
    logger = logging.getLogger("communique")
    logger.setLevel(logging.DEBUG if value > 1 else logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("communique: %(message)s"))
    # Once, however often the option stands in the line.
    logger.handlers = [
        kept for kept in logger.handlers if type(kept) is not logging.StreamHandler
    ] + [handler]


def _remember(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Settings).named = value


def _remember_schema(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Settings).schema = value


verbose_option = click.option(
    "-v", "--verbose", count=True, expose_value=False, callback=_be_verbose,
    help="Say on standard error what is done; twice for more.",
)  # fmt: skip

_database = click.option(
    "--database", metavar="URL", expose_value=False, callback=_remember,
    help="The database to use instead of the one named before the command.",
)  # fmt: skip

_schema = click.option(
    "--schema", metavar="NAME", expose_value=False, callback=_remember_schema,
    help="The PostgreSQL schema that holds our tables.",
)  # fmt: skip

_format = click.option(
    "--format", "format_", type=Word(FORMATS), default="table", show_default=True,
    help="How to print the answer.",
)  # fmt: skip

_evidence = click.option(
    "--evidence", is_flag=True, help="Print under each answer what it rests on."
)


def uses_database(function: F) -> F:
    """``--database``, ``--schema`` and ``-v`` after the command, too."""
    return _database(_schema(verbose_option(function)))


def prints_rows(function: F) -> F:
    """``--format``."""
    return _format(function)


def lists(function: F) -> F:
    """What every listing takes: ``--format``, ``--evidence``, and what names the database."""
    return prints_rows(_evidence(uses_database(function)))


def words_option(name: str, vocabulary: type[StrEnum], text: str) -> Callable[[F], F]:
    """An option that takes a word of a vocabulary, and may be given again for either of two."""
    words = [str(word) for word in vocabulary]
    return click.option(
        f"--{name}", type=Word(words), multiple=True, help=f"{text}: {', '.join(words)}."
    )


def name_option(name: str, text: str) -> Callable[[F], F]:
    """An option that takes a slug or a name in any spelling."""
    return click.option(f"--{name}", metavar="NAME", help=text)


def date_option(name: str, text: str) -> Callable[[F], F]:
    """An option that takes a date."""
    return click.option(f"--{name}", type=Date(), metavar="DATE", help=text)


def period(function: F) -> F:
    """``--since``, ``--until``, ``--on``: what is possibly in that time, or certainly, is kept."""
    function = click.option(
        "--certainly", is_flag=True, help="Only where no day that the date allows is outside."
    )(function)
    function = date_option("on", "Possibly on this day, or in this month or year.")(function)
    function = date_option("until", "Possibly on or before this date.")(function)
    return date_option("since", "Possibly on or after this date, such as 2021-10.")(function)


known_option = date_option(
    "known-on", "Answer with only what had been published by the end of this date."
)
