"""The one place that knows SQLite from PostgreSQL."""

from .engine import (
    database_for,
    database_of,
    engine_for,
    guarded_select,
    place_of,
    translated,
    url_of,
    writing,
)
from .interface import VERSION_TABLE, Answer, Database, Limits

__all__ = [
    "VERSION_TABLE",
    "Answer",
    "Database",
    "Limits",
    "database_for",
    "database_of",
    "engine_for",
    "guarded_select",
    "place_of",
    "translated",
    "url_of",
    "writing",
]
