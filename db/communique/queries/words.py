"""Words that a caller chooses from a closed vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, and_

from ..databases.along import Along
from ..errors import UsageError
from ..names import nearest

if TYPE_CHECKING:
    from enum import StrEnum

    from sqlalchemy.sql.elements import KeyedColumnElement

    V = TypeVar("V", bound=StrEnum)

Words: TypeAlias = str | Iterable[str]
"""One word of a vocabulary, or several of which any will do."""


def chosen(vocabulary: type[V], given: Words, option: str) -> list[V]:
    """The members that a caller's words name; UsageError lists the allowed words for any other."""
    texts = [given] if isinstance(given, str) else list(given)
    if not texts:
        raise UsageError(f"{option} is given without a word.", hint=f"leave {option} out for any")
    return [_member(vocabulary, text, option) for text in texts]


def is_one_of(
    column: KeyedColumnElement[V], vocabulary: type[V], given: Words, option: str
) -> ColumnElement[bool]:
    """The column holds one of the words; false where it holds none."""
    words = chosen(vocabulary, given, option)
    held = column == words[0] if len(words) == 1 else column.in_(words)
    # Also where the column is never empty: a statement may join its table from the left.
    return and_(column.is_not(None), held)


def of_office(
    column: KeyedColumnElement[V], vocabulary: type[V], given: Words, option: str
) -> ColumnElement[bool]:
    """The same of a column of an office that a list joins from the left, because it may be none."""
    return Along(column, chosen(vocabulary, given, option))


def one_of(words: Iterable[str], given: Words, option: str) -> list[str]:
    """Words of a plain list; UsageError lists the allowed ones for any other."""
    allowed = list(words)
    texts = [given] if isinstance(given, str) else list(given)
    for text in texts:
        if text not in allowed:
            raise _no_word(text, allowed, option)
    if not texts:
        raise UsageError(f"{option} is given without a word.", hint=f"leave {option} out for any")
    return texts


def _member(vocabulary: type[V], text: str, option: str) -> V:
    try:
        return vocabulary(text)
    except ValueError:
        raise _no_word(text, [member.value for member in vocabulary], option) from None


def _no_word(text: str, allowed: list[str], option: str) -> UsageError:
    meant = nearest(str(text), allowed, limit=1)
    cure = f'did you mean "{meant[0]}"? ' if meant else ""
    return UsageError(
        f'"{text}" is no word for {option}.', hint=f"{cure}The words are: {', '.join(allowed)}"
    )
