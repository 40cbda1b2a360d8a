"""The order of every list: newest first, and what is of one day as the archive has it.

Rows without a day come last, which is said where there are any, because the databases
place NULL at opposite ends. What has no date at all, such as an actor, goes by its slug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

UNDATED = "communique_undated"
"""Execution option of a statement whose rows may have no day."""
RANKED = "communique_ranked"
"""Execution option of a statement whose rows go by their rank, and by their day only then."""
BY_SLUG = "communique_by_slug"
"""Execution option of a statement whose rows go by their first column, a slug."""
KEYS = ("id", "part")
"""Columns that make the order total, after the day; ``part`` only where one id has several rows."""


def ordered(
    rows: Select[*tuple[Any, ...]], *, undated: bool = False, listed: FromClause | None = None
) -> Any:
    """The statement in its total order, by its own columns ``day``, ``id`` and perhaps ``part``.

    ``listed`` is what it selects whole, whose columns are there already.
    """
    columns: Any = rows.selected_columns if listed is None else listed.c
    newest = columns.day.desc()
    keys = (columns[key] for key in KEYS if key in columns)
    # Only where it is needed: PostgreSQL's indexes have the other order.
    last = newest.nulls_last() if undated else newest
    return rows.order_by(last, *keys).execution_options(**{UNDATED: undated})


def ranked(rows: Select[*tuple[Any, ...]]) -> Any:
    """The statement in the order of its column ``rank``, the highest first, then as others are."""
    columns: Any = rows.selected_columns
    return ordered(rows.order_by(columns.rank.desc()), undated=True).execution_options(
        **{RANKED: True}
    )


def by_slug(rows: Select[*tuple[Any, ...]], slug: ColumnElement[str]) -> Any:
    """The statement in the order of its first column, which holds a slug and is unique."""
    return rows.order_by(slug).execution_options(**{BY_SLUG: True})
