"""The plain words of titles, texts and quotes: what full text searches."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Connection, Index, Table, UniqueConstraint, text, update
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from ..columns import Key, OptionalText, parent, word
from ..databases import database_of
from ..plain import plain_words
from ..vocabulary import WordingKind
from .articles import Article, ArticleText
from .base import Base
from .quotes import Quote

UNFOLDED = text("folded IS NULL")


class Wording(Base):
    """A title, a text or a quote as plain words.

    Triggers add, change and remove its rows with what they are made of. Words that no SQL
    can fold are null until they are written: by `index_texts`, or for objects of a session
    when they are flushed.
    """

    __tablename__ = "wording"
    __table_args__ = (
        UniqueConstraint("quote_id"),
        CheckConstraint("(kind = 'quote') = (quote_id IS NOT NULL)", name="only_a_quote_has_one"),
        # One title and one text of an article; by the article, they are found when it goes.
        Index(
            "ix_wording_article_id",
            "article_id",
            "kind",
            text("coalesce(quote_id, 0)"),
            unique=True,
        ),
        Index("ix_wording_unfolded", "id", sqlite_where=UNFOLDED, postgresql_where=UNFOLDED),
        {"comment": "Titles, texts and quotes as plain words, one row each: the full-text index."},
    )

    id: Mapped[Key]
    # CASCADE on each: words go with what they are the words of.
    article_id: Mapped[int] = parent("article", "The article in which they stand.")
    quote_id: Mapped[int | None] = parent("quote", "The quote, when it is one.", optional=True)
    kind: Mapped[WordingKind] = word(WordingKind, "What they are the words of.")
    folded: Mapped[OptionalText] = mapped_column(
        comment="The words in their order, folded, parted by one space; null until written."
    )


@listens_for(Wording.__table__, "after_create")
def _create_index(_table: Table, connection: Connection, **_options: object) -> None:
    for statement in database_of(connection).full_text.ddl:
        connection.execute(text(statement))


@listens_for(Wording.__table__, "before_drop")
def _drop_index(_table: Table, connection: Connection, **_options: object) -> None:
    for statement in database_of(connection).full_text.undo:
        connection.execute(text(statement))


def _fold_on_flush(model: type[Base], kind: WordingKind, key: str, own: str, words: str) -> None:
    """Let rows that a session writes be searched at once, without a call of `index_texts`."""

    def fold(_mapper: Mapper[Any], connection: Connection, written: object) -> None:
        held = vars(written)  # what is not loaded was not changed
        if held.get(words) is None or own not in held:
            return
        connection.execute(
            update(Wording)
            .where(getattr(Wording, key) == held[own], Wording.kind == kind)
            .where(Wording.folded.is_(None))
            .values(folded=plain_words(held[words]))
        )

    listens_for(model, "after_insert")(fold)
    listens_for(model, "after_update")(fold)


_fold_on_flush(Article, WordingKind.TITLE, "article_id", "id", "title")
_fold_on_flush(ArticleText, WordingKind.TEXT, "article_id", "article_id", "text")
_fold_on_flush(Quote, WordingKind.QUOTE, "quote_id", "id", "folded")
