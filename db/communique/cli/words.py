"""Types of option values: words of a vocabulary, and dates as precise as they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.errors import DateError

from .safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.dates import PartialDate


class Word(click.Choice[str]):
    """A word of a closed vocabulary; a wrong one is answered with the nearest."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__([str(word) for word in words], case_sensitive=False)

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        """Read "head-of-state" and "Head of state" as the word head_of_state."""
        return str(choice).strip().casefold().replace("-", "_").replace(" ", "_")

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Name the nearest word, then all of them."""
        from communique.names import nearest

        near = nearest(str(value), self.choices, limit=1, cutoff=50.0)
        meant = f' Did you mean "{near[0]}"?' if near else ""
        words = ", ".join(self.choices)
        return f'there is no word "{one_line(str(value))}" here.{meant} The words are: {words}.'

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """All words, unless they would crowd out the help."""
        spelled = super().get_metavar(param, ctx)
        return spelled if spelled and len(spelled) < 40 else "WORD"


class Date(click.ParamType["PartialDate"]):
    """A day, month, year or any other date that PartialDate reads."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Read EDTF text; the reader's own cure goes to the user."""
        from communique.dates import parse_range

        try:
            return parse_range(value)
        except DateError as error:
            self.fail(str(error), param, ctx)
