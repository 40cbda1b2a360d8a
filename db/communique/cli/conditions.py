"""Options that narrow any listing: who reports it, on what it rests, what it belongs to.

Each is named after the condition that it asks for: see `meaning.CONDITIONS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.vocabulary import Basis

from .options import name_option
from .words import Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from .options import F


def reported(function: F) -> F:
    """``--outlet``, ``--article``, ``--basis``, ``--independent``: what the answer rests on."""
    for option in reversed(
        (
            click.option(
                "--outlet", "reported_by", metavar="NAME",
                help="Reported by this outlet: a slug, or a name in any spelling.",
            ),
            click.option("--article", "reported_in", metavar="SLUG", help="Reported in it."),
            click.option(
                "--basis", "rests_on", type=Word(Basis), multiple=True,
                help=f"How some proof of it was read: {', '.join(Basis)}.",
            ),
            click.option(
                "--independent", "reported_independently", type=click.IntRange(min=1),
                metavar="N", help="Reported by so many independent origins, or more.",
            ),
        )
    ):  # fmt: skip
        function = option(function)
    return function


def relayed(function: F) -> F:
    """``--via``: the agency that relayed it."""
    return click.option(
        "--via", "relayed_by", metavar="NAME", help="The agency that relayed it."
    )(function)  # fmt: skip


def about(function: F) -> F:
    """``--about``: a topic."""
    return name_option("about", "A topic, or any narrower one.")(function)


def belonging(function: F) -> F:
    """``--part-of``, ``--sidelines``, ``--sidelines-of``, ``--series``: of meetings."""
    for option in reversed(
        (
            click.option("--part-of", metavar="SLUG", help="Part of this meeting, however deep."),
            click.option(
                "--sidelines", is_flag=True, help="Only on the sidelines of something larger."
            ),
            click.option("--sidelines-of", metavar="SLUG", help="On the sidelines of this one."),
            click.option(
                "--series", metavar="NAME", help="Sessions of this body, in any spelling."
            ),
        )
    ):
        function = option(function)
    return function


def located(function: F) -> F:
    """``--place`` and ``--country``, where a starter has no such keywords of its own."""
    return _located(function, "held_in", "in_country")


def placed(function: F) -> F:
    """``--place`` and ``--country``, keywords of the starter."""
    return _located(function, "place", "country")


def _located(function: F, place: str, country: str) -> F:
    return click.option(
        "--place", place, metavar="NAME",
        help="Where, or within where: a slug, or a name in any spelling.",
    )(country_option(country, "In which country")(function))  # fmt: skip


def country_option(name: str, text: str) -> Callable[[F], F]:
    """``--country``, by its code."""
    return click.option(
        "--country", name, metavar="CODE", help=f"{text}: an ISO 3166 code, such as TR."
    )
