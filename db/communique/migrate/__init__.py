"""Bringing a database to our schema, beside whatever else it holds."""

from .checking import check_schema
from .history import history, latest_revision
from .hosts import not_ours
from .offline import offline_sql
from .rebuilding import rebuild
from .runner import MigrationResult, downgrade, upgrade
from .state import current_revision, require_latest
from .views import create_views, drop_views, views

__all__ = [
    "MigrationResult",
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
