"""What a host's own Alembic needs to know about us."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import TypeAlias

from communique.databases import VERSION_TABLE, database_named

from .scratch import every_name

NameFilter: TypeAlias = Callable[[str | None, str, MutableMapping[str, str | None]], bool]
"""What Alembic calls ``include_name``."""


def not_ours(schema: str | None = None) -> NameFilter:
    """A filter for a host's ``env.py``, so that its autogenerate does not drop our tables.

    Give it to ``context.configure(include_name=not_ours())``; with the schema that holds our
    tables when ``include_schemas`` is on, and then the host's own tables of our names stay seen.
    """
    ours = every_name("table", "view", "virtual") | {VERSION_TABLE}
    ours |= database_named("sqlite").full_text.hidden

    def include_name(name: str | None, kind: str, parents: MutableMapping[str, str | None]) -> bool:
        if kind == "schema":
            return schema is None or name != schema
        return not (kind == "table" and name in ours and parents.get("schema_name") == schema)

    return include_name
