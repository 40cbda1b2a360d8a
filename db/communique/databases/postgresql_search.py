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

_DDL = (
    f"""CREATE FUNCTION wording_of_quotes() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO wording (article_id, quote_id, kind, folded)
        SELECT article_id, id, 'quote', {_SHORT.format("")} FROM added ORDER BY id;
    ELSE
        UPDATE wording SET article_id = NEW.article_id, folded = {_SHORT.format("NEW.")}
        WHERE quote_id = NEW.id;
    END IF;
    RETURN NULL;
END
$body$""",
    """CREATE FUNCTION wording_of_titles() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO wording (article_id, kind)
        SELECT id, 'title' FROM added WHERE title IS NOT NULL ORDER BY id;
    ELSE
        DELETE FROM wording WHERE article_id = NEW.id AND kind = 'title';
        INSERT INTO wording (article_id, kind) SELECT NEW.id, 'title' WHERE NEW.title IS NOT NULL;
    END IF;
    RETURN NULL;
END
$body$""",
    """CREATE FUNCTION wording_of_texts() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO wording (article_id, kind)
        SELECT article_id, 'text' FROM added ORDER BY article_id;
    ELSE
        DELETE FROM wording WHERE article_id = OLD.article_id AND kind = 'text';
        IF TG_OP = 'UPDATE' THEN
            DELETE FROM wording WHERE article_id = NEW.article_id AND kind = 'text';
            INSERT INTO wording (article_id, kind) VALUES (NEW.article_id, 'text');
        END IF;
    END IF;
    RETURN NULL;
END
$body$""",
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
