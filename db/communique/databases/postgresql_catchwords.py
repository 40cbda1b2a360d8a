"""Catchwords on PostgreSQL: all words of the rows that a statement adds are listed at once."""

from __future__ import annotations

from .catchwords import LONGEST, SOURCES, Catchwords

# They run as their owner, for the reason that those of `postgresql_search` do.
_FUNCTION = f"""CREATE FUNCTION catchwords_of_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format($sql$
            INSERT INTO %I.catchword (word, kind, of_id)
            SELECT DISTINCT left(word, {LONGEST}), %L, id
            FROM added, unnest(string_to_array(folded, ' ')) AS word WHERE word <> ''
        $sql$, TG_TABLE_SCHEMA, TG_TABLE_NAME);
        RETURN NULL;
    END IF;
    EXECUTE format($sql$
        DELETE FROM %I.catchword WHERE kind = %L AND of_id = $1
        AND word IN (SELECT left(word, {LONGEST}) FROM unnest(string_to_array($2, ' ')) AS word)
    $sql$, TG_TABLE_SCHEMA, TG_TABLE_NAME) USING OLD.id, OLD.folded;
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format($sql$
            INSERT INTO %I.catchword (word, kind, of_id)
            SELECT DISTINCT left(word, {LONGEST}), %L, $1
            FROM unnest(string_to_array($2, ' ')) AS word WHERE word <> ''
        $sql$, TG_TABLE_SCHEMA, TG_TABLE_NAME) USING NEW.id, NEW.folded;
    END IF;
    RETURN NULL;
END
$body$"""


def _triggers(source: str) -> tuple[str, ...]:
    run = "EXECUTE FUNCTION catchwords_of_rows()"
    return (
        f"CREATE TRIGGER {source}_is_listed AFTER INSERT ON {source}\n"
        f"REFERENCING NEW TABLE AS added FOR EACH STATEMENT {run}",
        f"CREATE TRIGGER {source}_is_relisted AFTER UPDATE OF folded ON {source} FOR EACH ROW\n"
        f"WHEN (OLD.folded IS DISTINCT FROM NEW.folded) {run}",
        f"CREATE TRIGGER {source}_is_unlisted AFTER DELETE ON {source} FOR EACH ROW\n{run}",
    )


CATCHWORDS = Catchwords(
    ddl=(
        _FUNCTION,
        "REVOKE ALL ON FUNCTION catchwords_of_rows() FROM PUBLIC",
        *(trigger for source in SOURCES for trigger in _triggers(source)),
    ),
    undo=(
        *(
            f"DROP TRIGGER IF EXISTS {source}_is_{done} ON {source}"
            for source in SOURCES
            for done in ("listed", "relisted", "unlisted")
        ),
        "DROP FUNCTION IF EXISTS catchwords_of_rows()",
    ),
    words=" UNION ALL ".join(
        f"SELECT DISTINCT left(word, {LONGEST}), '{source}', id"
        f" FROM {source}, unnest(string_to_array(folded, ' ')) AS word WHERE word <> ''"
        for source in SOURCES
    ),
)
