"""The checks of the doctor: each looks at rows and tells what breaks its rule."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, and_, func, select, text

from communique.databases import database_of
from communique.loading.rows import KINDS
from communique.loading.stored import Stored
from communique.models import Actor, Article, ArticleText, Base, Evidence, Name, Quote, declared
from communique.names import fold

from .copying import tables
from .searched import catchwords, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Column, ColumnElement, Connection, Table, TextClause

    Result = tuple[int, list[str]]
    """How much was looked at, and what is wrong with it."""

_PROVEN = ("meeting", "agreement", "incident")


def references(connection: Connection) -> Result:
    """Rows that point to nothing: possible where keys were not enforced."""
    seen, wrong = 0, []
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            for foreign in column.foreign_keys:
                looked_at, orphans = _orphans(connection, table, column, foreign.column)
                seen += looked_at
                wrong += orphans
    return seen, wrong


def _orphans(connection: Connection, table: Table, column: Column[Any], to: Column[Any]) -> Result:
    looked_at = connection.scalar(select(func.count(column))) or 0
    target = to.table.alias("target")
    gone = (
        select(table.c.id, column)
        .select_from(table.outerjoin(target, target.c[to.name] == column))
        .where(column.is_not(None), target.c[to.name].is_(None))
    )
    return looked_at, [
        f"{table.name} {row[0]}: {column.name} {row[1]} is in no row of {to.table.name}"
        for row in connection.execute(gone)
    ]


def table_rules(connection: Connection) -> Result:
    """Rows that break a rule of their table, or lack what must be there.

    Possible where the rules were switched off, or were never checked for the rows of then.
    """
    seen, wrong = 0, []
    declared()  # with the rules that follow from names and types of columns
    for table in tables():
        rows = connection.scalar(select(func.count()).select_from(table)) or 0
        seen += rows
        for name, broken in _rules(table, database_of(connection).name) if rows else ():
            found = connection.execute(select(table.c.id).where(broken))
            wrong += [f"{table.name} {row[0]}: {name}" for row in found]
    return seen, wrong


def _rules(table: Table, database: str) -> Iterator[tuple[str, ColumnElement[bool] | TextClause]]:
    """The rules of a table that this kind of database has, each with what breaks it."""
    for column in table.columns:
        if not column.nullable:
            yield f"{column.name} is missing", column.is_(None)
    for rule in sorted(table.constraints, key=lambda rule: str(rule.name)):
        if isinstance(rule, CheckConstraint) and rule.info.get("only") in (None, database):
            # NOT of an unknown is unknown, so that it lets pass what a CHECK lets pass.
            yield f"not so: {str(rule.name).replace('_', ' ')}", text(f"NOT ({rule.sqltext})")


def excerpts(connection: Connection) -> Result:
    """Excerpts that are not what stands at their place in the article."""
    return _spans(connection, Evidence, Evidence.excerpt)


def quotes(connection: Connection) -> Result:
    """Quotes that are not what stands at their place in the article."""
    return _spans(connection, Quote, Quote.text)


def _spans(connection: Connection, model: Any, words: Any) -> Result:
    here = select(model.id, Article.slug, words).join(Article, Article.id == model.article_id)
    here = here.join(ArticleText, ArticleText.article_id == Article.id)
    stands = func.substr(ArticleText.text, model.start_char + 1, model.end_char - model.start_char)
    looked_at = connection.scalar(select(func.count()).select_from(here.subquery())) or 0
    return looked_at, [
        f"{model.__tablename__} {row[0]} of {row[1]}: not there: {row[2][:60]}"
        for row in connection.execute(here.where(stands != words))
    ]


def texts(connection: Connection) -> Result:
    """Texts that are not the files they were loaded from."""
    rows = connection.execute(
        select(Article.slug, Article.text_sha256, ArticleText.text).join(
            ArticleText, ArticleText.article_id == Article.id
        )
    ).all()
    return len(rows), [
        f"article {slug}: its text has another digest than its file had"
        for slug, digest, text in rows
        if hashlib.sha256(text.encode()).hexdigest() != digest
    ]


def folded(connection: Connection) -> Result:
    """Search keys that are not the folding of their text."""
    wrong, seen = [], 0
    for table in tables():
        if "folded" not in table.c:
            continue
        written = table.c.title if "title" in table.c else table.c.text
        for number, words, key in connection.execute(select(table.c.id, written, table.c.folded)):
            seen += 1
            if fold(words) != key:
                of = f"{table.name} {number}"
                wrong.append(f"{of}: {key[:40]!r} is not the key of {words[:40]!r}")
    return seen, wrong


def canonical_names(connection: Connection) -> Result:
    """Actors whose name is not their canonical way of writing."""
    named = and_(Name.actor_id == Actor.id, Name.kind == "canonical", Name.text == Actor.name)
    rows = connection.execute(
        select(Actor.slug).outerjoin(Name, named).where(Name.id.is_(None))
    ).all()
    total = connection.scalar(select(func.count()).select_from(Actor)) or 0
    return total, [f"actor {slug}: its name is no canonical name of it" for (slug,) in rows]


def proofs(connection: Connection) -> Result:
    """Meetings, agreements and incidents without any proof, their own or a part's."""
    stored, seen, wrong = Stored(connection), 0, []
    for kind in _PROVEN:
        for record in stored.every(kind):
            seen += 1
            if not any(True for _ in record.of("evidence")):
                wrong.append(f"{kind} {record.slug}: nothing proves it")
    return seen, wrong


def positions(connection: Connection) -> Result:
    """Lists in which a position is left out."""
    seen, wrong = 0, []
    for table in Base.metadata.sorted_tables:
        if "position" not in table.c or table.name == "evidence":
            continue
        parents = [c for c in table.c if c.foreign_keys and _is_parent(table, c)]
        for parent in parents:
            rows = connection.execute(
                select(parent, func.count(), func.max(table.c.position))
                .where(parent.is_not(None))
                .group_by(parent)
            )
            for key, count, last in rows:
                seen += 1
                if last != count - 1:
                    wrong.append(f"{table.name} of {parent.name} {key}: positions have a hole")
    return seen, wrong


def _is_parent(table: Table, column: Column[Any]) -> bool:
    return any(
        {"position", column.name} == {each.name for each in getattr(rule, "columns", ())}
        for rule in table.constraints
    )


def unchanged_by_hand(connection: Connection) -> Result:
    """Records that are not what the loader wrote."""
    stored, seen, wrong = Stored(connection), 0, []
    for kind in KINDS:
        heads = stored.heads(kind)
        for record in stored.every(kind):
            seen += 1
            if record.digest != heads[record.slug].digest:
                wrong.append(f"{kind} {record.slug}: changed since it was loaded")
    return seen, wrong


CHECKS: dict[str, Callable[[Connection], Result]] = {
    "every reference points at a row": references,
    "every row keeps the rules of its table": table_rules,
    "every excerpt stands in its article": excerpts,
    "every quote stands in its article": quotes,
    "every text is the file that was loaded": texts,
    "every search key is the folding of its text": folded,
    "every title, text and quote is searched by its words": wordings,
    "every name and title is listed by its words": catchwords,
    "every actor's name is its canonical one": canonical_names,
    "every meeting, agreement and incident is proven": proofs,
    "every list is without holes": positions,
    "every record is as the loader wrote it": unchanged_by_hand,
}
"""The rules, as sentences, and what looks at them."""
