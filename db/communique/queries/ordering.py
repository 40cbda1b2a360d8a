"""The order of every list: newest first, and what is of one day as the archive has it.

Rows without a day come last, by a condition of their own, because the databases place
NULL at opposite ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case

if TYPE_CHECKING:
    from sqlalchemy import Select

UNDATED = "communique_undated"
"""Execution option of a statement whose rows may have no day."""
KEYS = ("id", "part")
"""Columns that make the order total, after the day; ``part`` only where one id has several rows."""


def ordered(rows: Select[*tuple[Any, ...]], *, undated: bool = False) -> Any:
    """The statement in its total order, by its own columns ``day``, ``id`` and perhaps ``part``."""
    columns = rows.selected_columns
    last = (case((columns.day.is_(None), 1), else_=0),) if undated else ()
    keys = (columns[key] for key in KEYS if key in columns)
    return rows.order_by(*last, columns.day.desc(), *keys).execution_options(**{UNDATED: undated})
