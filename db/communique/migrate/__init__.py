"""Bringing a database to our schema, beside whatever else it holds.

Each name is imported when it is first used: whether a schema is the latest is asked before
every answer, and is learnt without Alembic and without what writes schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.lazily import lazily

if TYPE_CHECKING:
    from .checking import check_schema
    from .history import history, latest_revision
    from .hosts import NameFilter, not_ours
    from .offline import offline_sql
    from .rebuilding import rebuild
    from .runner import MigrationResult, downgrade, upgrade
    from .state import current_revision, require_latest
    from .views import create_views, drop_views, views

__all__ = [
    "MigrationResult",
    "NameFilter",
    "check_schema",
    "create_views",
    "current_revision",
    "downgrade",
    "drop_views",
    "history",
    "latest_revision",
    "not_ours",
    "offline_sql",
    "rebuild",
    "require_latest",
    "upgrade",
    "views",
]

lazily(
    __name__,
    {
        "checking": "check_schema",
        "history": "history latest_revision",
        "hosts": "NameFilter not_ours",
        "offline": "offline_sql",
        "rebuilding": "rebuild",
        "runner": "MigrationResult downgrade upgrade",
        "state": "current_revision require_latest",
        "views": "create_views drop_views views",
    },
)
