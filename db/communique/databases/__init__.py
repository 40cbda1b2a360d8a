"""The one place that knows SQLite from PostgreSQL."""

from .committing import tell_before
from .engine import (
    async_engine_for,
    database_for,
    database_named,
    database_of,
    engine_for,
    guarded_select,
    place_of,
    translated,
    url_in,
    url_of,
    writing,
)
from .interface import BEFORE_COMMIT, VERSION_TABLE, Answer, Database, Limits
from .placing import placed, placing
from .sql_words import quoted

__all__ = [
    "BEFORE_COMMIT",
    "VERSION_TABLE",
    "Answer",
    "Database",
    "Limits",
    "async_engine_for",
    "database_for",
    "database_named",
    "database_of",
    "engine_for",
    "guarded_select",
    "place_of",
    "placed",
    "placing",
    "quoted",
    "tell_before",
    "translated",
    "url_in",
    "url_of",
    "writing",
]
