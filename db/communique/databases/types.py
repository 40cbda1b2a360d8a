"""The three column types that both databases agree on: Text, Integer and Day.

STRICT tables on SQLite know five type names, so text is TEXT without a length
and a day is ISO text under a CHECK. On PostgreSQL text sorts by code point
(``COLLATE "C"``), so that order and prefixes agree with SQLite.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Date, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

TEXT: Text = Text().with_variant(Text(collation="C"), "postgresql")

W = TypeVar("W", bound=StrEnum)


class _Days(dict[str | None, date | None]):
    """Days by their text: every answer reads them, and an archive has some thousands."""

    def __missing__(self, text: str | None) -> date | None:
        day = None if text is None else date.fromisoformat(text)
        if len(self) < _MOST_DAYS:
            self[text] = day
        return day


class _Words(dict[str | None, Any]):
    """Members of a vocabulary by their text."""

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__({member.value: member for member in vocabulary})
        self[None] = None
        self._vocabulary = vocabulary

    def __missing__(self, text: str) -> StrEnum:
        return self._vocabulary(text)


_MOST_DAYS = 50_000
_DAYS = _Days()


class Day(TypeDecorator[date]):
    """A civil day: DATE on PostgreSQL, checked ISO text on SQLite."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the type that the database stores."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Write ISO text where the database keeps text."""
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Read many days back: as a look-up, since a list has few and each of them often."""
        return _DAYS.__getitem__ if dialect.name == "sqlite" else None


class Word(TypeDecorator[W]):
    """A word of a closed vocabulary, kept as text; its table carries the CHECK."""

    impl = Text
    cache_ok = True

    def __init__(self, vocabulary: type[W]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Store plain text on every database."""
        return dialect.type_descriptor(
            Text(collation="C") if dialect.name == "postgresql" else Text()
        )

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Refuse a word that the vocabulary does not hold before the database does."""
        return None if value is None else str(self.vocabulary(value))

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Give many words back: as a look-up, with the error of the enumeration for any other."""
        return _Words(self.vocabulary).__getitem__
