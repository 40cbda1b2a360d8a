"""What we ask PostgreSQL's own catalogue."""

NAMES = """
SELECT c.relname, CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :schema AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
"""

# A table makes a type of its name too, so a host's own type is in its way as a table would be.
OCCUPIED = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :schema
UNION
SELECT t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname = :schema
"""

# Dropping a view drops what was said and granted on it, also on single columns; replacing it
# drops its options. It is kept in a setting of the transaction, so that a script can do it too.
KEEP = """
SELECT set_config('communique.kept', coalesce(json_agg(kept)::text, '[]'), true)
FROM (
    WITH ours AS (
        SELECT c.* FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
        WHERE c.relkind = 'v' AND c.relname IN (VIEWS)
    )
    SELECT 1 AS turn, o.relname AS view, g.col, format(
        'GRANT %s%s ON %I TO %s%s', a.privilege_type,
        coalesce(' (' || quote_ident(g.col) || ')', ''), o.relname,
        CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
        CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS statement
    FROM ours o
    CROSS JOIN LATERAL (
        SELECT NULL::name AS col, o.relacl AS acl
        UNION ALL
        SELECT attname, attacl FROM pg_attribute
        WHERE attrelid = o.oid AND attacl IS NOT NULL AND NOT attisdropped
    ) g
    CROSS JOIN LATERAL aclexplode(g.acl) a
    WHERE a.grantee <> o.relowner
    UNION ALL
    SELECT 1, o.relname, a.attname, format(
        'COMMENT ON %s IS %L', coalesce(
            'COLUMN ' || quote_ident(o.relname) || '.' || quote_ident(a.attname),
            'VIEW ' || quote_ident(o.relname)), d.description)
    FROM ours o
    JOIN pg_description d ON d.objoid = o.oid AND d.classoid = 'pg_class'::regclass
    LEFT JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.objsubid AND d.objsubid > 0
    UNION ALL
    SELECT 1, relname, NULL,
           format('ALTER VIEW %I SET (%s)', relname, array_to_string(reloptions, ', '))
    FROM ours WHERE reloptions IS NOT NULL
    UNION ALL
    SELECT 2, relname, NULL,
           format('ALTER VIEW %I OWNER TO %I', relname, pg_get_userbyid(relowner))
    FROM ours WHERE pg_get_userbyid(relowner) <> current_user
    ORDER BY turn, view, col, statement
) kept
"""
GIVE_BACK = """
DO $give_back$
DECLARE kept record;
BEGIN
    FOR kept IN
        SELECT k.statement
        FROM json_to_recordset(current_setting('communique.kept')::json)
            AS k(view text, col text, statement text)
        WHERE k.col IS NULL OR EXISTS (
            SELECT 1 FROM pg_attribute
            WHERE attrelid = quote_ident(k.view)::regclass AND attname = k.col AND NOT attisdropped)
    LOOP
        EXECUTE kept.statement;
    END LOOP;
END
$give_back$
"""

REQUIRE_REVISION = """
DO $require$
BEGIN
    IF (SELECT string_agg(version_num, ', ') FROM {table}) IS DISTINCT FROM '{at}' THEN
        RAISE EXCEPTION 'This script is for a database at revision {at}, and this is another.';
    END IF;
END
$require$;
"""

NO_LIMITS = """
SELECT set_config(name, '0', true) FROM pg_settings
WHERE name IN
    ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
"""
"""For our own transaction only; the last one exists since PostgreSQL 17."""

ELSEWHERE = """
SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relname = 'communique_version' AND c.relkind = 'r' AND NOT pg_is_other_temp_schema(n.oid)
ORDER BY 1
"""

VIEW_READERS = """
SELECT DISTINCT reader.oid\\:\\:regclass\\:\\:text
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
JOIN pg_depend d ON d.refclassid = 'pg_class'\\:\\:regclass AND d.refobjid = c.oid
JOIN pg_rewrite r ON d.classid = 'pg_rewrite'\\:\\:regclass AND r.oid = d.objid
JOIN pg_class reader ON reader.oid = r.ev_class
WHERE c.relname IN :views AND reader.oid <> c.oid
  AND NOT (reader.relnamespace = c.relnamespace AND reader.relname IN :views)
ORDER BY 1
"""

MAY_MORE_THAN_READ = """
SELECT session_user, bool_or(pg_has_role(session_user, oid, 'MEMBER'))
FROM pg_roles
WHERE rolsuper OR rolname IN
    ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
"""

HOLDER = """
SELECT coalesce(nullif(activity.application_name, ''), 'a client'), activity.pid,
    to_char(activity.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM pg_locks AS held
JOIN pg_stat_activity AS activity ON activity.pid = held.pid
WHERE held.locktype = 'advisory' AND held.granted
    AND held.classid = %s AND held.objid = %s AND held.objsubid = 1
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
"""Who holds our advisory lock; its 64 bits stand in two columns."""
