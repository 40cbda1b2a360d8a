"""Bringing the full-text index up to date with what was written, in the writer's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from .databases import database_of
from .plain import plain_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

AT_ONCE = 500
"""Texts that are held in memory at a time."""

# In SQL and not by the models, because a revision calls it too, on the tables of its own time.
_WAITING = text("""
SELECT wording.id, CASE wording.kind
    WHEN 'title' THEN article.title WHEN 'quote' THEN quote.folded ELSE article_text.text
END
FROM wording
JOIN article ON article.id = wording.article_id
LEFT JOIN quote ON quote.id = wording.quote_id
LEFT JOIN article_text
    ON article_text.article_id = wording.article_id AND wording.kind = 'text'
WHERE wording.folded IS NULL AND wording.id > :last
ORDER BY wording.id
LIMIT :many
""")
_ANEW = (
    "DELETE FROM wording",
    "INSERT INTO wording (article_id, kind)"
    " SELECT id, 'title' FROM article WHERE title IS NOT NULL ORDER BY id",
    "INSERT INTO wording (article_id, kind)"
    " SELECT article_id, 'text' FROM article_text ORDER BY article_id",
    "INSERT INTO wording (article_id, quote_id, kind)"
    " SELECT article_id, id, 'quote' FROM quote ORDER BY id",
)


def index_texts(connection: Connection, *, anew: bool = False) -> int:
    """Let full text find all that was written, by whatever hand; how many texts were folded.

    It works in the open transaction, which the caller commits, and costs only what changed;
    ``anew`` makes the whole index again from titles, texts and quotes. Loads do it
    themselves. Until it is done, a changed text is found neither by its new words nor by
    the old ones; quotes of up to 1,000 letters never have to wait.
    """
    database = database_of(connection)
    if anew:
        for statement in (*_ANEW, *database.catchwords.anew):
            connection.execute(text(statement))
    full_text = database.full_text
    folded = last = 0
    while True:
        waiting = connection.execute(_WAITING, {"last": last, "many": AT_ONCE}).all()
        if not waiting:
            break
        last = waiting[-1][0]
        folded += len(waiting)
        full_text.keep(connection, [(number, plain_words(words)) for number, words in waiting])
    full_text.catch_up(connection, anew=anew)
    return folded
