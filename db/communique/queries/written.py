"""The names, titles and slugs that a text may mean, as rows that are few.

Names are kept folded, under an index that alone is read to see which of them hold a word or a
part of one; a title is not, and is asked as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Text, and_, literal, null, or_, select, union_all
from sqlalchemy import cast as in_sql

from ..databases.loosely import MayHold
from ..names import fold
from .tables import actor, agreement, constant, incident, meeting, name, office, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement, FromClause, Select, Table
    from sqlalchemy.orm import Session

    Written = tuple[str, str, str, str, str]
    """Kind and slug of a record, its own name, and one of its names as printed and folded."""

NAMED = {"actor": actor, "office": office, "agreement": agreement, "place": place}
TITLED = {"agreement": agreement, "meeting": meeting, "incident": incident, "office": office}

_PIECE, _LONG = 3, 6
"""Letters in a row that a misspelling has in common with what is meant, when it is that long.

Of a shorter word it is one less: of "state" written "sttae", no three in a row are right.
"""


_WORDS, _LETTERS = 10, 60
"""Words and letters of a text that a database is asked for: one condition each.

More may be meant by no name, and SQLite would refuse a thousand conditions.
"""


def holding(session: Session, text: str, key: str) -> list[Written]:
    """What has this slug, and what may hold words that begin as these do; one statement."""
    words = sorted(set(key.split()), key=lambda word: (-len(word), word))[:_WORDS]
    beginnings = and_(*(_spaced(name).like(f"% {word}%") for word in words))
    slugs = {text, key.replace(" ", "-")}
    return _read(
        session,
        *(_slugged(kind, table, slugs, key) for kind, table in (NAMED | TITLED).items()),
        *_names(beginnings),
        *_titles(lambda title: MayHold(title, words)),
    )


def names_like(session: Session, key: str) -> list[tuple[int, str]]:
    """Ids and folded forms of the names that have some letters in a row in common with this."""
    rows = session.execute(select(name.c.id, name.c.folded).where(like(name.c.folded, key)))
    return cast("list[tuple[int, str]]", rows.all())


def titles_like(session: Session, key: str) -> list[Written]:
    """Titles that have some letters in a row in common with this."""
    pieces = _pieces(key)
    return _read(session, *_titles(lambda title: MayHold(title, pieces, some=True)))


def named(session: Session, ids: Iterable[int]) -> list[Written]:
    """What has these names, by the id of the name."""
    return _read(session, *_names(name.c.id.in_(sorted(ids)), covered=False))


def like(column: ColumnElement[str], key: str) -> ColumnElement[bool]:
    """The column, folded or a slug, has some letters in a row in common with this key."""
    return or_(*(column.like(f"%{piece}%") for piece in _pieces(key)))


def spelled_like(session: Session, table: Table, link: str, text: str) -> list[str]:
    """Names and slugs of records of one kind that look a little like a text; one statement."""
    key = fold(text)
    spellings = select(name.c.text).where(name.c[link].is_not(None), like(name.c.folded, key))
    slugs = select(table.c.slug).where(like(table.c.slug, key))
    return list(session.scalars(union_all(spellings, slugs)))


def _pieces(key: str) -> list[str]:
    """From each word, and from all of the text as if it had no spaces."""
    pieces = set()
    key = key[:_LETTERS]
    for word in {key.replace(" ", ""), *key.split()}:
        size = _PIECE if len(word) > _LONG else _PIECE - 1
        pieces |= {word[at : at + size] for at in range(max(len(word) - size, 0) + 1)}
    return sorted(pieces)


def _spaced(names: FromClause) -> ColumnElement[str]:
    return constant(" ") + names.c.folded


def _own(table: FromClause) -> ColumnElement[str]:
    return cast("ColumnElement[str]", table.c.title if "title" in table.c else table.c.name)


def _slugged(kind: str, table: FromClause, slugs: set[str], key: str) -> Select[Any]:
    rows = select(constant(kind), table.c.slug, _own(table), table.c.slug, literal(key))
    return rows.where(table.c.slug.in_(sorted(slugs)))


def _names(condition: ColumnElement[bool], *, covered: bool = True) -> list[Select[Any]]:
    """Names with what they name, one arm of a union for each kind of it."""
    if covered:
        # Apart, so that it is answered by the index of folded names, which is small.
        condition = name.c.id.in_(select(name.c.id).where(condition).correlate(None))
    found = select(name).where(condition).cte()
    return [
        select(constant(kind), table.c.slug, _own(table), found.c.text, found.c.folded).join(
            table, table.c.id == found.c[f"{kind}_id"]
        )
        for kind, table in NAMED.items()
    ]


def _titles(condition: Callable[[ColumnElement[str]], ColumnElement[bool]]) -> list[Select[Any]]:
    unfolded = in_sql(null(), Text)
    return [
        select(constant(kind), table.c.slug, table.c.title, table.c.title, unfolded).where(
            condition(table.c.title)
        )
        for kind, table in TITLED.items()
    ]


def _read(session: Session, *arms: Select[Any]) -> list[Written]:
    return [
        (kind, slug, own, text, folded if folded is not None else fold(text))
        for kind, slug, own, text, folded in session.execute(union_all(*arms))
    ]
