"""What a command is here: a click command that shows examples, and settings handed down to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEFAULT_DATABASE = "sqlite:///communique.db"


@dataclass
class Settings:
    """What the options before the command said; options after it may say otherwise."""

    named: str | None = field(default=None, repr=False)
    """The database URL of an option; it may hold a password."""
    from_environment: str | None = field(default=None, repr=False)
    schema: str | None = None
    """The PostgreSQL schema that holds our tables, where that is not the first of the path."""

    @property
    def url(self) -> str:
        """The database to use."""
        return self.named or self.from_environment or DEFAULT_DATABASE


class Door(click.Command):
    """A command with examples in its help."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; a complaint about them leads to the help of this command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence in full: a sentence cut in two says nothing."""
        return first_sentence(self)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options, unwrapped so that they can be copied."""
        with formatter.section("Example" if len(self.examples) == 1 else "Examples"):
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def first_sentence(command: click.Command) -> str:
    """What a command says of itself in a list."""
    return " ".join((command.help or "").partition("\n\n")[0].split())


def door(name: str, *, examples: Sequence[str]) -> Callable[[Callable[..., Any]], Door]:
    """Make a function the command of that name; its first sentence is the line in the list."""

    def made(function: Callable[..., Any]) -> Door:
        return click.command(name, cls=Door, examples=examples)(function)

    return made
