"""Full text on PostgreSQL: a GIN index over the words as they stand.

No text search configuration takes part: none could stem a word or drop one, nor take two
words for a host name. The index is on an expression, so it cannot fall behind its text;
triggers see to it that a text that changed is not found by the words it had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from .full_text import FullText

if TYPE_CHECKING:
    from sqlalchemy import Connection

WORDS = "array_to_tsvector(string_to_array(folded, ' '))"
"""The words of a row; written so in a question, it is answered by the index."""

_SHORT = "CASE WHEN length({0}folded) <= 1000 THEN {0}folded END"
"""A longer quote may hold a word that is too long: it waits for `plain_words`, as texts do."""

# A role that may write quotes, from before there was an index, need not be allowed to write the
# index: so these run as their owner. They name the schema of the table that called them, and no
# other table or function can come between; nobody else may hang them on a table of their own.
_OWNERS = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp"
_FUNCTIONS = ("wording_of_quotes", "wording_of_titles", "wording_of_texts")
_DDL = (
    f"""CREATE FUNCTION wording_of_quotes() RETURNS trigger
{_OWNERS} AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, quote_id, kind, folded)
            SELECT article_id, id, 'quote', {_SHORT.format("")} FROM added ORDER BY id
        $sql$, TG_TABLE_SCHEMA);
    ELSE
        EXECUTE format($sql$
            UPDATE %I.wording SET article_id = $1, folded = $2 WHERE quote_id = $3
        $sql$, TG_TABLE_SCHEMA) USING NEW.article_id, {_SHORT.format("NEW.")}, NEW.id;
    END IF;
    RETURN NULL;
END
$body$""",
    f"""CREATE FUNCTION wording_of_titles() RETURNS trigger
{_OWNERS} AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind)
            SELECT id, 'title' FROM added WHERE title IS NOT NULL ORDER BY id
        $sql$, TG_TABLE_SCHEMA);
    ELSE
        EXECUTE format($sql$
            DELETE FROM %I.wording WHERE article_id = $1 AND kind = 'title'
        $sql$, TG_TABLE_SCHEMA) USING NEW.id;
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind) SELECT $1, 'title' WHERE $2
        $sql$, TG_TABLE_SCHEMA) USING NEW.id, NEW.title IS NOT NULL;
    END IF;
    RETURN NULL;
END
$body$""",
    f"""CREATE FUNCTION wording_of_texts() RETURNS trigger
{_OWNERS} AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind)
            SELECT article_id, 'text' FROM added ORDER BY article_id
        $sql$, TG_TABLE_SCHEMA);
        RETURN NULL;
    END IF;
    EXECUTE format($sql$
        DELETE FROM %I.wording WHERE article_id = $1 AND kind = 'text'
    $sql$, TG_TABLE_SCHEMA) USING OLD.article_id;
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format($sql$
            DELETE FROM %I.wording WHERE article_id = $1 AND kind = 'text'
        $sql$, TG_TABLE_SCHEMA) USING NEW.article_id;
        EXECUTE format($sql$
            INSERT INTO %I.wording (article_id, kind) VALUES ($1, 'text')
        $sql$, TG_TABLE_SCHEMA) USING NEW.article_id;
    END IF;
    RETURN NULL;
END
$body$""",
    *(f"REVOKE ALL ON FUNCTION {name}() FROM PUBLIC" for name in _FUNCTIONS),
    """CREATE TRIGGER quote_is_worded AFTER INSERT ON quote
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wording_of_quotes()""",
    """CREATE TRIGGER quote_is_reworded AFTER UPDATE OF folded, article_id ON quote FOR EACH ROW
WHEN (OLD.folded IS DISTINCT FROM NEW.folded OR OLD.article_id IS DISTINCT FROM NEW.article_id)
EXECUTE FUNCTION wording_of_quotes()""",
    """CREATE TRIGGER title_is_worded AFTER INSERT ON article
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wording_of_titles()""",
    """CREATE TRIGGER title_is_reworded AFTER UPDATE OF title ON article FOR EACH ROW
WHEN (OLD.title IS DISTINCT FROM NEW.title)
EXECUTE FUNCTION wording_of_titles()""",
    """CREATE TRIGGER text_is_worded AFTER INSERT ON article_text
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wording_of_texts()""",
    """CREATE TRIGGER text_is_reworded AFTER UPDATE OF text, article_id ON article_text FOR EACH ROW
WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.article_id IS DISTINCT FROM NEW.article_id)
EXECUTE FUNCTION wording_of_texts()""",
    """CREATE TRIGGER text_is_unworded AFTER DELETE ON article_text FOR EACH ROW
EXECUTE FUNCTION wording_of_texts()""",
    f"CREATE INDEX ix_wording_words ON wording USING gin ({WORDS})",
)
"""What follows the table ``wording``: its index, and who keeps it in step with its sources."""

_UNDO = (
    "DROP TRIGGER IF EXISTS quote_is_worded ON quote",
    "DROP TRIGGER IF EXISTS quote_is_reworded ON quote",
    "DROP TRIGGER IF EXISTS title_is_worded ON article",
    "DROP TRIGGER IF EXISTS title_is_reworded ON article",
    "DROP TRIGGER IF EXISTS text_is_worded ON article_text",
    "DROP TRIGGER IF EXISTS text_is_reworded ON article_text",
    "DROP TRIGGER IF EXISTS text_is_unworded ON article_text",
    "DROP FUNCTION IF EXISTS wording_of_quotes()",
    "DROP FUNCTION IF EXISTS wording_of_titles()",
    "DROP FUNCTION IF EXISTS wording_of_texts()",
)
"""What comes before the table is dropped; its index goes with it."""

# Whoever asks reads what waits in the index's own list from its beginning to its end: after a
# load that is up to 4 MB. Only an owner may empty it.
_CATCH_UP = """
SELECT gin_clean_pending_list(oid) FROM pg_class
WHERE oid = to_regclass('ix_wording_words') AND pg_has_role(relowner, 'USAGE')
"""
_KEEP = """
UPDATE wording SET folded = kept.folded
FROM unnest(%s::bigint[], %s::text[]) AS kept (id, folded)
WHERE wording.id = kept.id
"""
_CHECK = f"""
SELECT word, ndoc, found FROM (
    SELECT word, ndoc, (
        SELECT count(*) FROM wording
        WHERE {WORDS} @@ ('''' || word || '''')\\:\\:tsquery
    ) AS found
    FROM ts_stat('SELECT {WORDS.replace("'", "''")} FROM wording')
) AS counted
WHERE ndoc <> found ORDER BY word
"""


class PostgresqlFullText(FullText):
    """GIN over the words of ``wording``; `damage` asks the index for every word of the texts."""

    ddl = _DDL
    undo = _UNDO

    def keep(self, connection: Connection, words: list[tuple[int, str]]) -> None:
        ids, texts = (list(column) for column in zip(*words, strict=True))
        connection.exec_driver_sql(_KEEP, (ids, texts))

    def catch_up(self, connection: Connection, *, anew: bool = False) -> None:
        connection.execute(text("REINDEX INDEX ix_wording_words" if anew else _CATCH_UP))

    def damage(self, connection: Connection) -> tuple[int, list[str]]:
        with connection.begin():
            seen = connection.scalar(text("SELECT count(*) FROM wording WHERE folded IS NOT NULL"))
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            found = connection.execute(text(_CHECK)).all()
        return int(seen or 0), [
            f"{word[:40]}: it finds {count} of {stands} texts: run: communique db index --anew"
            for word, stands, count in found
        ]
