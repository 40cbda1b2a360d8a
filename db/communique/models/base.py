"""The root of all models, with the one naming convention."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "%(constraint_name)s",  # a rule is a sentence; the table stands beside it in every error
}


class Base(DeclarativeBase):
    """Declarative base of every table of ours."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {}

    def __repr__(self) -> str:
        name = getattr(self, "slug", None) or getattr(self, "id", None)
        return f"<{type(self).__name__} {name}>"
