"""A PostgreSQL schema as sorted lines, in the server's own canonical words.

Names are printed without their schema, because only ours is searched while this runs: so a
schema made for a comparison gives the same lines as the real one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

_OURS = """
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
"""
_WANTED = "c.relname IN :names AND c.relkind IN ('r', 'p', 'v', 'm')"

_QUERIES = (
    # tables, and what a view selects
    f"""
    SELECT format('%s %s', CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END,
                  c.relname)
        || coalesce(': ' || CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid, true) END,
                    '')
        || CASE WHEN c.relpersistence = 'p' THEN '' ELSE ' (not logged)' END
        || CASE WHEN c.relrowsecurity THEN ' (row security)' ELSE '' END
        || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
    {_OURS} WHERE {_WANTED}
    """,
    # columns of tables
    f"""
    SELECT format('table %s: column %s %s', c.relname, a.attname,
                  format_type(a.atttypid, a.atttypmod))
        || CASE WHEN a.attcollation <> t.typcollation
                THEN format(' collate %I', (SELECT collname FROM pg_collation
                                            WHERE oid = a.attcollation)) ELSE '' END
        || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
        || CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity' ELSE '' END
        || CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid, true), '')
    {_OURS}
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE {_WANTED} AND c.relkind IN ('r', 'p')
    """,
    # constraints; NOT NULL has its own kind since PostgreSQL 18 and is told with the column
    f"""
    SELECT format('table %s: constraint %s %s', c.relname, k.conname,
                  pg_get_constraintdef(k.oid, true))
    {_OURS} JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('c', 'f', 'p', 'u', 'x')
    WHERE {_WANTED}
    """,
    # indexes that no constraint made
    f"""
    SELECT format('index %s: %s%s', x.relname, pg_get_indexdef(i.indexrelid, 0, true),
                  CASE WHEN i.indisvalid THEN '' ELSE ' (invalid)' END)
    {_OURS} JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
    WHERE {_WANTED} AND NOT EXISTS (
        SELECT 1 FROM pg_constraint k
        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    """,
    # triggers
    f"""
    SELECT format('trigger %s: %s%s', g.tgname, pg_get_triggerdef(g.oid, true),
                  CASE WHEN g.tgenabled = 'O' THEN '' ELSE format(' (%s)', g.tgenabled) END)
    {_OURS} JOIN pg_trigger g ON g.tgrelid = c.oid AND NOT g.tgisinternal
    WHERE {_WANTED}
    """,
    # functions by which triggers, indexes, generated columns, CHECKs and views work
    f"""
    SELECT DISTINCT format('function %s(%s) returns %s, %s, %s%s%s: %s', p.proname,
        pg_get_function_identity_arguments(p.oid), format_type(p.prorettype, NULL), l.lanname,
        p.provolatile, CASE WHEN p.prosecdef THEN ', security definer' ELSE '' END,
        coalesce(replace(', ' || array_to_string(p.proconfig, ', '), current_schema(), 'here'), ''),
        coalesce(pg_get_function_sqlbody(p.oid), p.prosrc))
    {_OURS} JOIN LATERAL (
        SELECT 'pg_trigger'\\:\\:regclass AS of, oid FROM pg_trigger
        WHERE tgrelid = c.oid AND NOT tgisinternal
        UNION ALL SELECT 'pg_class', indexrelid FROM pg_index WHERE indrelid = c.oid
        UNION ALL SELECT 'pg_attrdef', oid FROM pg_attrdef WHERE adrelid = c.oid
        UNION ALL SELECT 'pg_constraint', oid FROM pg_constraint WHERE conrelid = c.oid
        UNION ALL SELECT 'pg_rewrite', oid FROM pg_rewrite WHERE ev_class = c.oid
    ) AS s(of, user_of) ON true
    JOIN pg_depend d ON d.classid = s.of AND d.objid = s.user_of
        AND d.refclassid = 'pg_proc'\\:\\:regclass
    JOIN pg_proc p ON p.oid = d.refobjid AND p.pronamespace <> 'pg_catalog'\\:\\:regnamespace
    JOIN pg_language l ON l.oid = p.prolang
    WHERE {_WANTED}
    """,
    # rules that do something else than what a statement says
    f"""
    SELECT format('rule %s: %s', r.rulename, pg_get_ruledef(r.oid, true))
    {_OURS} JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename <> '_RETURN'
    WHERE {_WANTED}
    """,
    # comments on tables, views and their columns
    f"""
    SELECT format('comment on %s: %s', concat_ws('.', c.relname, a.attname), d.description)
    {_OURS} JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'\\:\\:regclass
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
    WHERE {_WANTED}
    """,
)


def describe(connection: Connection, names: Collection[str]) -> str:
    """Lines for these tables and views of the current schema."""
    lines: set[str] = set()
    for query in _QUERIES if names else ():
        asked = text(query).bindparams(bindparam("names", expanding=True))
        found = connection.scalars(asked, {"names": sorted(names)})
        lines.update(" ".join(str(line).split()) for line in found)
    return "".join(f"{line}\n" for line in sorted(lines))
