"""Drawings of tables and of what points to what, as SVG that needs no program to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

from sqlalchemy import Table

LINE, LETTER, PAD, GAP_X, GAP_Y = 17, 7.3, 10, 90, 26
STYLE = (
    "text{font:12px ui-monospace,Menlo,Consolas,monospace;fill:#1b1f24}"
    ".name{font-weight:bold}.key{fill:#0b5cad}"
    ".box{fill:#fff;stroke:#57606a}.head{fill:#e7ecf2;stroke:#57606a}"
    ".link{fill:none;stroke:#0b5cad;stroke-opacity:.55}.link.open{stroke-dasharray:5 3}"
)


@dataclass
class Box:
    """One table; without columns when it stands there only because others point to it."""

    table: Table
    whole: bool
    layer: int = 0
    x: float = 0
    y: float = 0
    columns: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.columns = [str(column.name) for column in self.table.columns] if self.whole else []

    @property
    def width(self) -> float:
        return max(map(len, [self.table.name, *self.columns])) * LETTER + 2 * PAD

    @property
    def height(self) -> float:
        return LINE * len(self.columns) + (30 if self.whole else LINE + 6)


def drawing(title: str, tables: Iterable[Table]) -> str:
    """An SVG of these tables, of the others that they point to, and of every foreign key.

    A broken line is a key that may be empty.
    """
    boxes = {table.name: Box(table, whole=True) for table in tables}
    for name in list(boxes):
        for other in _parents(boxes[name].table):
            boxes.setdefault(other.name, Box(other, whole=False))
    width, height = _place(boxes)
    lines = [line for box in boxes.values() if box.whole for line in _links(box, boxes)]
    lines += [line for box in boxes.values() for line in _box(box)]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img">',
        f"<title>{escape(title)}</title>", f"<style>{STYLE}</style>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>',
        *lines, "</svg>\n",
    ])  # fmt: skip


def _parents(table: Table) -> list[Table]:
    """The tables that it points to, in the order of its columns."""
    keys = [
        min(column.foreign_keys, key=lambda key: key.target_fullname)
        for column in table.columns
        if column.foreign_keys
    ]
    found = {key.column.table.name: key.column.table for key in keys}
    return [other for other in found.values() if other is not table]


def _place(boxes: dict[str, Box]) -> tuple[float, float]:
    """Those that point to none on the left, each other one to the right of what it points to."""
    pointed = {one.name for box in boxes.values() for one in _parents(box.table)}
    alone = {name for name, box in boxes.items() if not _parents(box.table)} - pointed
    for _ in boxes:
        for box in boxes.values():
            below = [boxes[one.name].layer for one in _parents(box.table) if one.name in boxes]
            box.layer = max(below, default=-1) + 1 if box.whole else 0
    x = tallest = float(GAP_Y)
    for layer in range(max(box.layer for box in boxes.values()) + 1):
        y, column = float(GAP_Y), [box for box in boxes.values() if box.layer == layer]
        column.sort(key=lambda box: box.table.name in alone)
        for box in column:
            box.x, box.y = x, y
            y += box.height + GAP_Y
        x += max((box.width for box in column), default=0) + GAP_X
        tallest = max(tallest, y)
    return x - GAP_X + GAP_Y + LINE, tallest


def _links(box: Box, boxes: dict[str, Box]) -> Iterator[str]:
    for constraint in sorted(box.table.foreign_key_constraints, key=lambda one: one.column_keys):
        if len(constraint.columns) > 1:
            continue  # its columns each have a key of their own, which is drawn
        (column,) = constraint.columns
        to = boxes[constraint.referred_table.name]
        y = box.y + LINE * (box.columns.index(column.name) + 1) + 15
        kind = "link open" if column.nullable else "link"
        if to is box:
            x, out = box.x + box.width, box.x + box.width + 30
            path = (
                f"M{x:.0f} {y:.0f}C{out:.0f} {y:.0f} {out:.0f} {box.y:.0f} {x:.0f} {box.y + 12:.0f}"
            )
        else:
            start, end = box.x, to.x + to.width
            path = (
                f"M{start:.0f} {y:.0f}C{start - 50:.0f} {y:.0f} {end + 50:.0f} {to.y + 12:.0f} "
                f"{end:.0f} {to.y + 12:.0f}"
            )
        yield f'<path class="{kind}" d="{path}"/>'


def _box(box: Box) -> Iterator[str]:
    x, y, text = round(box.x), round(box.y), round(box.x + PAD)
    size = f'width="{box.width:.0f}" rx="3"'
    yield f'<rect class="box" x="{x}" y="{y}" {size} height="{box.height:.0f}"/>'
    yield f'<rect class="head" x="{x}" y="{y}" {size} height="{LINE + 6}"/>'
    yield f'<text class="name" x="{text}" y="{y + 16}">{box.table.name}</text>'
    for number, name in enumerate(box.columns, start=1):
        column = box.table.columns[name]
        kind = ' class="key"' if column.foreign_keys or column.primary_key else ""
        yield f'<text{kind} x="{text}" y="{y + 19 + LINE * number}">{name}</text>'
