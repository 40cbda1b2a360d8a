"""Full text on SQLite: an FTS5 index that knows which of its rows are behind.

Triggers cannot write to the index itself: SQLite 3.40, for one, refuses that on every connection
with ``trusted_schema=OFF``, and ours are such. So they note in ``wording_waiting`` what the
index still says of a changed row, whoever changed it; a search leaves such rows out of the
index's answer and reads them themselves, so that no answer is ever old.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from .driver import driver_of, run
from .full_text import FullText

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SHORT = "CASE WHEN length(new.folded) <= 1000 THEN new.folded END"
"""A longer quote may hold a word that is too long: it waits for `plain_words`, as texts do."""

_DDL = (
    "CREATE VIRTUAL TABLE wording_fts USING fts5("
    "folded, content='wording', content_rowid='id', tokenize='ascii')",
    """CREATE TABLE wording_waiting (
\tid INTEGER NOT NULL,
\tindexed TEXT,
\tCONSTRAINT pk_wording_waiting PRIMARY KEY (id)
) STRICT""",
    """CREATE TRIGGER wording_is_added AFTER INSERT ON wording
BEGIN
\tINSERT INTO wording_waiting (id) VALUES (new.id) ON CONFLICT DO NOTHING;
END""",
    """CREATE TRIGGER wording_is_changed AFTER UPDATE OF folded ON wording
WHEN old.folded IS NOT new.folded
BEGIN
\tINSERT INTO wording_waiting (id, indexed) VALUES (old.id, old.folded) ON CONFLICT DO NOTHING;
END""",
    """CREATE TRIGGER wording_is_removed AFTER DELETE ON wording
BEGIN
\tINSERT INTO wording_waiting (id, indexed) VALUES (old.id, old.folded) ON CONFLICT DO NOTHING;
END""",
    f"""CREATE TRIGGER quote_is_worded AFTER INSERT ON quote
BEGIN
\tINSERT INTO wording (article_id, quote_id, kind, folded)
\tVALUES (new.article_id, new.id, 'quote', {_SHORT});
END""",
    f"""CREATE TRIGGER quote_is_reworded AFTER UPDATE OF folded, article_id ON quote
WHEN old.folded IS NOT new.folded OR old.article_id IS NOT new.article_id
BEGIN
\tUPDATE wording SET article_id = new.article_id, folded = {_SHORT}
\tWHERE quote_id = new.id;
END""",
    """CREATE TRIGGER title_is_worded AFTER INSERT ON article
WHEN new.title IS NOT NULL
BEGIN
\tINSERT INTO wording (article_id, kind) VALUES (new.id, 'title');
END""",
    """CREATE TRIGGER title_is_reworded AFTER UPDATE OF title ON article
WHEN old.title IS NOT new.title
BEGIN
\tDELETE FROM wording WHERE article_id = new.id AND kind = 'title';
\tINSERT INTO wording (article_id, kind) SELECT new.id, 'title' WHERE new.title IS NOT NULL;
END""",
    """CREATE TRIGGER text_is_worded AFTER INSERT ON article_text
BEGIN
\tINSERT INTO wording (article_id, kind) VALUES (new.article_id, 'text');
END""",
    """CREATE TRIGGER text_is_reworded AFTER UPDATE OF text, article_id ON article_text
WHEN old.text IS NOT new.text OR old.article_id IS NOT new.article_id
BEGIN
\tDELETE FROM wording WHERE article_id IN (old.article_id, new.article_id) AND kind = 'text';
\tINSERT INTO wording (article_id, kind) VALUES (new.article_id, 'text');
END""",
    """CREATE TRIGGER text_is_unworded AFTER DELETE ON article_text
BEGIN
\tDELETE FROM wording WHERE article_id = old.article_id AND kind = 'text';
END""",
)
"""What follows the table ``wording``: the index, what it waits for, and who notes it."""

_UNDO = (
    "DROP TRIGGER IF EXISTS quote_is_worded",
    "DROP TRIGGER IF EXISTS quote_is_reworded",
    "DROP TRIGGER IF EXISTS title_is_worded",
    "DROP TRIGGER IF EXISTS title_is_reworded",
    "DROP TRIGGER IF EXISTS text_is_worded",
    "DROP TRIGGER IF EXISTS text_is_reworded",
    "DROP TRIGGER IF EXISTS text_is_unworded",
    "DROP TABLE IF EXISTS wording_fts",
    "DROP TABLE IF EXISTS wording_waiting",
)
"""What comes before the table is dropped; its own triggers go with it."""

_DICTIONARY = (
    ("wording_fts", "", "table", "Full-text index (FTS5): wording_fts MATCH 'word' gives rowids."),
    ("wording_fts", "folded", "text", "The words of the row of wording whose id is the rowid."),
    ("wording_waiting", "", "table", "Rows of wording with which the index is not yet in step."),
    ("wording_waiting", "id", "integer", "The row; it may be gone."),
    ("wording_waiting", "indexed", "text", "Its words as the index has them; null for none."),
)
_CATCH_UP = (
    "INSERT INTO wording_fts (wording_fts, rowid, folded) SELECT 'delete', id, indexed"
    " FROM wording_waiting WHERE indexed IS NOT NULL",
    "INSERT INTO wording_fts (rowid, folded) SELECT wording.id, wording.folded"
    " FROM wording_waiting JOIN wording ON wording.id = wording_waiting.id"
    " WHERE wording.folded IS NOT NULL ORDER BY wording.id",
    "DELETE FROM wording_waiting",
)
_ANEW = (
    "INSERT INTO wording_fts (wording_fts) VALUES ('rebuild')",
    "DELETE FROM wording_waiting",
)
# Only with rank = 1 is the index compared with the texts; without, it is found sound whatever
# stands in it.
_CHECK = "INSERT INTO wording_fts (wording_fts, rank) VALUES ('integrity-check', 1)"


class SqliteFullText(FullText):
    """FTS5 over the contents of ``wording``; `damage` takes the right to write for a moment."""

    ddl = _DDL
    undo = _UNDO
    dictionary = _DICTIONARY
    hidden = frozenset(f"wording_fts_{part}" for part in ("config", "data", "docsize", "idx"))

    def keep(self, connection: Connection, words: list[tuple[int, str]]) -> None:
        connection.exec_driver_sql("UPDATE wording SET folded = ?2 WHERE id = ?1", words)

    def catch_up(self, connection: Connection, *, anew: bool = False) -> None:
        for statement in _ANEW if anew else _CATCH_UP:
            run(connection, statement)

    def damage(self, connection: Connection) -> tuple[int, list[str]]:
        ((before,),) = run(connection, "PRAGMA query_only")
        with connection.begin():
            if driver_of(connection).in_transaction:
                run(connection, "ROLLBACK")  # ours began as a reader, and only a writer may check
            ((seen,),) = run(connection, "SELECT count(*) FROM wording WHERE folded IS NOT NULL")
            run(connection, "PRAGMA query_only=OFF")
            try:
                run(connection, "BEGIN IMMEDIATE")
                run(connection, "DELETE FROM wording WHERE folded IS NULL")
                self.catch_up(connection)
                run(connection, _CHECK)
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                    raise
                return seen, ["it is out of step with the texts: run: communique db index --anew"]
            finally:
                if driver_of(connection).in_transaction:
                    run(connection, "ROLLBACK")
                run(connection, f"PRAGMA query_only={before}")
        return seen, []
