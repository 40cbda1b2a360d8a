"""Filling what a revision adds from the rows that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.indexing import index_texts

if TYPE_CHECKING:
    from .views import Op


def index_anew(op: Op) -> None:
    """Fold and index the titles, texts and quotes that a revision has listed.

    A script cannot fold: there they wait for `communique db index` or for the next load.
    """
    if not op.get_context().as_sql:
        index_texts(op.get_bind())
