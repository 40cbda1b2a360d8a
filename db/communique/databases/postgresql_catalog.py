"""What we ask PostgreSQL's own catalogue."""

NAMES = """
SELECT c.relname, CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :schema AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
"""

# Dropping a view drops its privileges too, those on single columns included.
VIEW_GRANTS = """
SELECT format(
    'GRANT %s%s ON %I TO %s%s', a.privilege_type, g.columns, c.relname,
    CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
    CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
CROSS JOIN LATERAL (
    SELECT '' AS columns, c.relacl AS acl
    UNION ALL
    SELECT format(' (%I)', attname), attacl FROM pg_attribute
    WHERE attrelid = c.oid AND attacl IS NOT NULL AND NOT attisdropped
) g
CROSS JOIN LATERAL aclexplode(g.acl) a
WHERE c.relkind = 'v' AND c.relname IN :views AND a.grantee <> c.relowner
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
