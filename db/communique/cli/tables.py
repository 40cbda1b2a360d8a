"""Tables that stay readable: no column is squeezed to nothing, and proofs stand under their row.

Where even the narrowest table does not fit, each row is printed as lines of ``name: value``.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click
from rich import box
from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .proofs import lines
from .safe import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from .answers import Answer
    from .column import Column

WIDTH = 80
"""Columns of a page that is not a terminal."""
NARROWEST = 12
GAP = 2


_PIECES = re.compile(r"[^-/#]*[-/#]|[^-/#]+")


def print_table(answer: Answer, columns: Sequence[Column]) -> None:
    """Print the rows, each followed by its proofs when there are any."""
    show(*rendered(answer, columns, console().width))


def show(*parts: RenderableType) -> None:
    """Print parts one below the other, in one write, so that a closed pipe is noticed once."""
    page = console()
    with page.capture() as captured:
        page.print(Group(*parts))
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()).rstrip())


def console() -> Console:
    """Where people read: as wide as their terminal, or a page of 80 columns without colour."""
    plain: dict[str, Any] = {"markup": False, "highlight": False, "emoji": False}
    if sys.stdout.isatty():
        return Console(**plain)
    return Console(width=WIDTH, color_system=None, force_terminal=False, **plain)


def rendered(answer: Answer, columns: Sequence[Column], width: int) -> list[RenderableType]:
    """The table, or one table for each row where proofs stand between them."""
    headings = [column.heading for column in columns]
    cells = [[_text(column.cell(row)) for column in columns] for row in answer.rows]
    widths = fitting(headings, cells, width)
    if widths is None:
        return _stacked(headings, cells, answer)
    if answer.proofs is None:
        return [_table(headings, widths, cells)]
    parts: list[RenderableType] = []
    for number, row in enumerate(cells):
        parts.append(_table(headings, widths, [row], with_headings=number == 0))
        parts.append(_proofs(answer, number))
    return parts


def fitting(headings: list[str], cells: list[list[str]], width: int) -> list[int] | None:
    """Widths of the columns: the widest give way first, and none goes below what can be read."""
    widths = [
        max(cell_len(text) for text in (heading, *column))
        for heading, column in zip(headings, zip(*cells, strict=True), strict=True)
    ]
    least = [
        min(natural, max(cell_len(heading), NARROWEST))
        for heading, natural in zip(headings, widths, strict=True)
    ]
    room = width - GAP * (len(widths) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        wide = max(
            (number for number in range(len(widths)) if widths[number] > least[number]),
            key=lambda number: widths[number],
        )
        widths[wide] -= 1
    return widths


def foldable(text: str, width: int) -> str:
    """The text with long slugs broken behind a hyphen rather than anywhere."""
    return " ".join(
        word if cell_len(word) <= width else _broken(word, width) for word in text.split(" ")
    )


def _broken(word: str, width: int) -> str:
    lines = [""]
    for piece in _PIECES.findall(word):
        if lines[-1] and cell_len(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def _table(
    headings: list[str], widths: list[int], cells: list[list[str]], *, with_headings: bool = True
) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0),
        show_header=with_headings, header_style="bold",
    )  # fmt: skip
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(Text(heading), width=width, overflow="fold")
    for row in cells:
        table.add_row(
            *(Text(foldable(cell, width)) for cell, width in zip(row, widths, strict=True))
        )
    return table


def _stacked(headings: list[str], cells: list[list[str]], answer: Answer) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for number, row in enumerate(cells):
        parts += [
            Text(f"{heading}: {cell}") for heading, cell in zip(headings, row, strict=True) if cell
        ]
        parts.append(_proofs(answer, number) if answer.proofs is not None else Text())
    return parts


def _proofs(answer: Answer, number: int) -> RenderableType:
    proofs = answer.proofs[number] if answer.proofs is not None else ()
    return Padding(listed(lines(proofs)), (0, 0, 1, 2))


def listed(items: Sequence[str]) -> Table:
    """A list whose long items hang behind their dash."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    for item in items:
        grid.add_row("-", Text(item, style="dim"))
    return grid


def _text(value: object) -> str:
    return "" if value is None else one_line(str(value))
