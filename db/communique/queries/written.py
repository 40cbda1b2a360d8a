"""The names, titles and slugs that a text may mean, as rows that are few.

Names and titles are kept folded. The words of each are listed, so that those with a word that
begins as a given one are led to; what is only alike is looked for among all of them.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import bindparam, func, or_, select, union_all

from ..databases.catchwords import LONGEST
from ..databases.membership import OneOfFew
from ..databases.types import TEXT
from ..names import fold
from .tables import actor, agreement, catchword, constant, incident, meeting, name, office, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import CTE, ColumnElement, CompoundSelect, FromClause, Select, Table
    from sqlalchemy.orm import Session

    Text = ColumnElement[str]
    Written = tuple[str, str, str, str, str]
    """Kind and slug of a record, its own name, and one of its names as printed and folded."""
    Alike = tuple[str, int, str]
    """Table, id and folded form of a name or title."""

NAMED = {"actor": actor, "office": office, "agreement": agreement, "place": place}
TITLED = {"agreement": agreement, "meeting": meeting, "incident": incident, "office": office}
_LISTED = {"name": name, **TITLED}

MOST = 1_000
"""Names, and titles of each kind, that are looked at more closely: many may be of one record."""

_COUNTED = 10_000
"""So many of a word are counted: with how many others begin does not matter."""

_PIECE, _LONG = 3, 6
"""Letters in a row that a misspelling has in common with what is meant, when it is that long.

Of a shorter word it is one less: of "state" written "sttae", no three in a row are right.
"""


_WORDS, _LETTERS = 10, 60
"""Words and letters of a text that a database is asked for: one condition each.

More may be meant by no name, and SQLite would refuse a thousand conditions.
"""


def holding(session: Session, text: str, key: str) -> list[Written]:
    """What has this slug, and the best of what holds words that begin as these do."""
    lead, *others = _rarest_first(session, key)
    lead = lead[:LONGEST]  # no more of a word is listed
    asked = {
        "text": text,
        "slug": key.replace(" ", "-"),
        "key": key,
        "begins": f"{key}%",
        "lead": lead,
        "behind": _behind(lead),
        **{f"other_{number}": f"% {word}%" for number, word in enumerate(others)},
    }
    return cast("list[Written]", session.execute(_holding(len(others)), asked).all())


def like_this(session: Session, key: str) -> list[Alike]:
    """Names and titles that have some letters in a row in common with this."""
    arms = [
        select(constant(kind), table.c.id, table.c.folded).where(like(table.c.folded, key))
        for kind, table in _LISTED.items()
    ]
    return cast("list[Alike]", session.execute(union_all(*arms)).all())


def these(session: Session, found: Iterable[tuple[str, int]]) -> list[Written]:
    """What has these names and titles, each given by its table and its id there."""
    ids: dict[str, list[int]] = {}
    for kind, number in found:
        ids.setdefault(kind, []).append(number)
    met = {
        kind: select(table).where(table.c.id.in_(sorted(ids[kind]))).cte(f"{kind}_met")
        for kind, table in _LISTED.items()
        if kind in ids
    }
    return cast("list[Written]", session.execute(union_all(*_written(met))).all())


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


def _rarest_first(session: Session, key: str) -> list[str]:
    """The words of a key, first the one with which the fewest begin: it leads to what has all."""
    words = sorted(set(key.split()), key=lambda word: (-len(word), word))[:_WORDS]
    if len(words) == 1:
        return words
    limits = {f"lead_{number}": word for number, word in enumerate(words)}
    limits |= {f"behind_{number}": _behind(word) for number, word in enumerate(words)}
    counts = session.execute(_counted(len(words)), limits).one()
    return [word for _, word in sorted(zip(counts, words, strict=True), key=itemgetter(0))]


def _behind(word: str) -> str:
    """The next text behind all that begin so; keys are in ASCII, in the order of its codes."""
    return word[:-1] + chr(ord(word[-1]) + 1)


@lru_cache(maxsize=_WORDS)
def _counted(words: int) -> Select[Any]:
    """How often words of a beginning are listed, a column for each of so many."""
    counts = [
        select(func.count()).select_from(
            select(catchword.c.of_id)
            .where(*_between(f"lead_{number}", f"behind_{number}"))
            .limit(_COUNTED)
            .subquery()
        )
        for number in range(words)
    ]
    return select(*(count.scalar_subquery() for count in counts))


@lru_cache(maxsize=_WORDS)
def _holding(others: int) -> CompoundSelect[Any]:
    """Rows by slug, and by a word that leads to them and so many others; built once for each."""
    met = {kind: _met(kind, others) for kind in _LISTED}
    return union_all(
        *(_slugged(kind, table) for kind, table in (NAMED | TITLED).items()),
        *(_best(rows) for rows in _written(met)),
    )


def _between(lead: str, behind: str) -> list[ColumnElement[bool]]:
    return [catchword.c.word >= bindparam(lead), catchword.c.word < bindparam(behind)]


def _met(kind: str, others: int) -> CTE:
    """The names, or the titles of one kind, with words that begin so; the first one leads."""
    table = _LISTED[kind]
    leads = select(catchword.c.of_id).where(
        catchword.c.kind == constant(kind), *_between("lead", "behind")
    )
    spaced = constant(" ") + table.c.folded
    rest = (spaced.like(bindparam(f"other_{number}")) for number in range(others))
    return select(table).where(OneOfFew(table.c.id, leads), *rest).cte(f"{kind}_met")


def _own(table: FromClause) -> ColumnElement[str]:
    return cast("ColumnElement[str]", table.c.title if "title" in table.c else table.c.name)


def _slugged(kind: str, table: Table) -> Select[Any]:
    rows = _row(kind, table, _own(table), table.c.slug, bindparam("key", type_=TEXT))
    return rows.where(table.c.slug.in_([bindparam("text"), bindparam("slug")]))


def _written(met: Mapping[str, CTE]) -> Iterator[Select[Any]]:
    """Names with what they name, an arm of a union for each kind of it, and titles."""
    for kind, found in met.items():
        if kind == "name":
            for what, table in NAMED.items():
                rows = _row(what, table, _own(table), found.c.text, found.c.folded)
                yield rows.join(found, table.c.id == found.c[f"{what}_id"])
        else:
            yield _row(kind, found, found.c.title, found.c.title, found.c.folded)


def _row(kind: str, table: FromClause, own: Text, met: Text, folded: Text) -> Select[Any]:
    named = (own.label("own"), met.label("met"), folded.label("folded"))
    return select(constant(kind).label("kind"), table.c.slug.label("slug"), *named).select_from(
        table
    )


def _best(rows: Select[Any]) -> Select[Any]:
    """Of the rows those that `find` ranks highest: exact, beginning so, short, and by slug."""
    _, slug, _, _, folded = rows.selected_columns
    exact = (folded == bindparam("key", type_=TEXT)).desc()
    begins = folded.like(bindparam("begins")).desc()
    best = rows.order_by(exact, begins, func.length(folded), slug).limit(MOST)
    return select(*best.subquery().c)
