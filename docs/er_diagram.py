"""Write docs/model.md, the tables and how they hang together, or check that it is up to date.

.venv/bin/python docs/er_diagram.py            write it
.venv/bin/python docs/er_diagram.py --check    exit with 1 when it is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Table

from communique.databases.types import Day
from communique.models import Base

PAGE = Path(__file__).parent / "model.md"
HEAD = """# The tables

Drawn by `docs/er_diagram.py` from the models: change the models, not this page. Each column's
meaning also stands in the database, in `data_dictionary`.
"""
GROUPS = {
    "Who and where": ("actor", "office", "tenure", "place", "name"),
    "What was reported": ("article", "article_text", "article_note", "quote", "quote_speaker"),
    "What happened": ("meeting", "participation", "incident", "incident_actor", "figure"),
    "What was agreed": ("agreement", "party", "agreement_action", "signature", "agreement_link"),
    "What it is about": ("topic", "meeting_topic", "agreement_topic", "quote_topic"),
    "What is searched": ("wording",),
    "Why we hold it": ("evidence", "tension", "load_run", "data_dictionary"),
}
NOTES = {
    "What is searched": """
Triggers keep `wording` in step with titles, texts and quotes, and an index over it answers. Write
words as they are kept there, in small letters without accents: `cavusoglu`. The loader leaves
nothing unindexed; rows that other hands wrote may wait for `communique db index`.

On SQLite the index is the FTS5 table `wording_fts`, whose `rowid` is `wording.id`. Ask it in an
`IN (SELECT ...)`: in a join it is several times slower. (`wording_waiting` lists the rows that it
is behind with.)

```sql
SELECT article.slug, quote.text
FROM wording
JOIN quote ON quote.id = wording.quote_id
JOIN article ON article.id = wording.article_id
WHERE wording.id IN (
    SELECT rowid FROM wording_fts WHERE wording_fts MATCH '"terrorist groups" OR secur*'
)
ORDER BY quote.id
```

On PostgreSQL it is a GIN index on an expression; written so, it is used. No configuration takes
part, so a question is cast to `tsquery`, which leaves its words alone.

```sql
SELECT article.slug, quote.text
FROM wording
JOIN quote ON quote.id = wording.quote_id
JOIN article ON article.id = wording.article_id
WHERE array_to_tsvector(string_to_array(wording.folded, ' '))
    @@ 'terrorist & groups | secur:*'::tsquery
ORDER BY quote.id
```
""",
}


def page() -> str:
    """The whole page; every table stands in one group."""
    tables = Base.metadata.tables
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(tables), set(tables) ^ set(grouped)
    parts = [HEAD]
    for title, names in GROUPS.items():
        lines = [line for name in names for line in drawn(tables[name])]
        parts.append("\n".join([f"## {title}", "", "```mermaid", "erDiagram", *lines, "```", ""]))
        parts.append("".join(f"- `{name}`: {tables[name].comment}\n" for name in names))
        if title in NOTES:
            parts.append(NOTES[title].strip() + "\n")
    return "\n".join(parts)


def drawn(table: Table) -> Iterator[str]:
    """A table with its columns, and a line to each table that it points to."""
    for constraint in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
        if len(constraint.columns) == 1:
            (column,) = constraint.columns
            many = "|o" if column.nullable else "||"
            role = column.name.removesuffix("_id")
            yield f"    {constraint.referred_table.name} {many}--o{{ {table.name} : {role}"
    yield f"    {table.name} {{"
    yield from (f"        {kind(column)} {column.name}{key(column)}" for column in table.columns)
    yield "    }"


def kind(column: Column[object]) -> str:
    """The type, in one of the three words that both databases know."""
    if isinstance(column.type, Day):
        return "day"
    return "integer" if column.type.python_type is int else "text"


def key(column: Column[object]) -> str:
    """How the diagram marks keys."""
    return " PK" if column.primary_key else " FK" if column.foreign_keys else ""


def main() -> None:
    written = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(written, encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != written:
        sys.exit("docs/model.md is out of date: run .venv/bin/python docs/er_diagram.py")


if __name__ == "__main__":
    main()
