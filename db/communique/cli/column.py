"""Columns of a listing: said here, without the library that draws tables.

An answer as JSON or CSV needs the columns' names and no table, and drawing costs a tenth
of a whole answer in imports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class Column(NamedTuple):
    """A column of a table: its heading, and how a row's cell is written."""

    heading: str
    cell: Callable[[Mapping[str, Any]], object]


def field(heading: str, name: str) -> Column:
    """A column that shows one field as it is."""
    return Column(heading, lambda row: row[name])
