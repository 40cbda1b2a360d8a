"""Full-text search: every title, text and quote as plain words, and an index over them.

Why: a question for words read every quote from its beginning to its end, and article texts
could not be asked at all. The words are folded before either database sees them, so that
both find the same; triggers keep them in step with what they are the words of, whoever
writes it. Rows that are there already are indexed; where only a script runs, the titles and
texts among them wait for `communique db index` or for the next load.

The words of names and of records' titles are listed too, so that what somebody means by a text
is found without reading every name.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import csv
from pathlib import Path

import sqlalchemy as sa
from alembic import context, op

from communique.migrate.filling import index_anew
from communique.migrate.views import verbatim

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

changes_rows = {"data_dictionary"}
"""It explains the new tables there, and takes the words back with them."""

TABLES = Path(__file__).resolve().parents[1] / "tables" / revision
DICTIONARY = sa.table(
    "data_dictionary",
    *(sa.column(name, sa.Text) for name in ("table_name", "column_name", "type_name", "meaning")),
)
WORDINGS = (
    "INSERT INTO wording (article_id, kind)"
    " SELECT id, 'title' FROM article WHERE title IS NOT NULL ORDER BY id",
    "INSERT INTO wording (article_id, kind)"
    " SELECT article_id, 'text' FROM article_text ORDER BY article_id",
    "INSERT INTO wording (article_id, quote_id, kind, folded)"
    " SELECT article_id, id, 'quote', CASE WHEN length(folded) <= 1000 THEN folded END"
    " FROM quote ORDER BY id",
)
LISTED = ("name", "agreement", "meeting", "incident", "office")
WORDS = {
    "sqlite": "INSERT INTO catchword (word, kind, of_id)"
    " SELECT DISTINCT substr(json_each.value, 1, 100), '{0}', {0}.id"
    " FROM {0}, json_each('[\"' || replace("
    "replace(replace({0}.folded, '\"', ''), char(92), ''), ' ', '\",\"') || '\"]')"
    " WHERE value <> ''",
    "postgresql": "INSERT INTO catchword (word, kind, of_id)"
    " SELECT DISTINCT left(word, 100), '{0}', id"
    " FROM {0}, unnest(string_to_array(folded, ' ')) AS word WHERE word <> ''",
}
UNDO = {
    "sqlite": (
        *(
            f"DROP TRIGGER IF EXISTS {source}_is_{done}"
            for source in LISTED
            for done in ("listed", "relisted", "unlisted")
        ),
        "DROP TABLE catchword",
        *(
            f"DROP TRIGGER IF EXISTS {source}_is_{done}"
            for source, all_done in (
                ("quote", ("worded", "reworded")),
                ("title", ("worded", "reworded")),
                ("text", ("worded", "reworded", "unworded")),
            )
            for done in all_done
        ),
        "DROP TABLE IF EXISTS wording_fts",
        "DROP TABLE IF EXISTS wording_waiting",
        "DROP TABLE wording",
    ),
    "postgresql": (
        *(
            f"DROP TRIGGER IF EXISTS {source}_is_{done} ON {source}"
            for source in LISTED
            for done in ("listed", "relisted", "unlisted")
        ),
        "DROP FUNCTION IF EXISTS catchwords_of_rows()",
        "DROP TABLE catchword",
        *(
            f"DROP TRIGGER IF EXISTS {source}_is_{done} ON {table}"
            for source, table, all_done in (
                ("quote", "quote", ("worded", "reworded")),
                ("title", "article", ("worded", "reworded")),
                ("text", "article_text", ("worded", "reworded", "unworded")),
            )
            for done in all_done
        ),
        "DROP FUNCTION IF EXISTS wording_of_quotes()",
        "DROP FUNCTION IF EXISTS wording_of_titles()",
        "DROP FUNCTION IF EXISTS wording_of_texts()",
        "DROP TABLE wording",
    ),
}


def upgrade() -> None:
    """Make the tables, the index and the triggers, and index what is there."""
    kind = context.get_context().dialect.name
    ddl = (TABLES / f"{kind}.sql").read_text(encoding="utf-8")
    words = [WORDS[kind].format(source) for source in LISTED]
    for statement in (*ddl.rstrip().rstrip(";").split(";\n\n"), *WORDINGS, *words):
        op.execute(verbatim(statement))
    rows = _dictionary(kind)
    op.bulk_insert(DICTIONARY, [dict(zip(DICTIONARY.c.keys(), row, strict=True)) for row in rows])
    index_anew(op)


def downgrade() -> None:
    """Take it all away; what was indexed stays where it is."""
    kind = context.get_context().dialect.name
    for statement in UNDO[kind]:
        op.execute(statement)
    tables = sorted({row[0] for row in _dictionary(kind)})
    op.execute(sa.delete(DICTIONARY).where(DICTIONARY.c.table_name.in_(tables)))


def _dictionary(kind: str) -> list[list[str]]:
    files = [TABLES / "dictionary.tsv", TABLES / f"dictionary_{kind}.tsv"]
    rows: list[list[str]] = []
    for file in files:
        if file.exists():
            with file.open(encoding="utf-8", newline="") as lines:
                rows += csv.reader(lines, delimiter="\t")
    return rows
