"""Our tables as a host names them that gave us a PostgreSQL schema: for its foreign keys."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import MetaData

from .base import Base

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table


@cache
def tables_in(schema: str) -> Mapping[str, Table]:
    """Our tables by name, each saying that it is in this schema.

    A host's foreign key to one of them is the same in its model and in its database, so its
    autogenerate has nothing to say; and a class of its own may be mapped to one. They stand in
    a metadata of their own, so a host's ``create_all`` does not make them.
    """
    metadata = MetaData()
    tables = Base.metadata.tables.values()
    return MappingProxyType({one.name: one.to_metadata(metadata, schema=schema) for one in tables})
