"""Write docs/model.md and its drawings, or check that they are up to date.

.venv/bin/python docs/er_diagram.py            write it
.venv/bin/python docs/er_diagram.py --check    exit with 1 when it is out of date
"""

from __future__ import annotations

from pathlib import Path

from er_drawing import drawing
from sqlalchemy import Column, Table
from written import write_or_check

from communique.databases.types import Day
from communique.models import Base

PAGE = Path(__file__).parent / "model.md"
DRAWINGS = Path(__file__).parent / "model"
HEAD = """# The tables

Drawn by `docs/er_diagram.py` from the models: change the models, not this page. A line goes from a
foreign key to the table it points to, a broken line from one that may be empty. What each column
means also stands in the database, in `data_dictionary`.
"""
GROUPS = {
    "Who and where": ("actor", "office", "tenure", "place", "name"),
    "What was reported": ("article", "article_text", "article_note", "quote", "quote_speaker"),
    "What happened": ("meeting", "participation", "incident", "incident_actor", "figure"),
    "What was agreed": ("agreement", "party", "agreement_action", "signature", "agreement_link"),
    "What it is about": ("topic", "meeting_topic", "agreement_topic", "quote_topic"),
    "What is searched": ("wording", "catchword"),
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

`catchword` lists the words of names, and of the titles of agreements, meetings, incidents and
offices. It is what `find` begins with, and asked in the same way on both databases:

```sql
SELECT meeting.slug, meeting.title
FROM catchword
JOIN meeting ON meeting.id = catchword.of_id
WHERE catchword.kind = 'meeting'
    AND catchword.word >= 'secur' AND catchword.word < 'secus'
ORDER BY meeting.id
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
        parts.append(f"## {title}\n\n![{title}: {', '.join(names)}](model/{file_of(title)})\n")
        parts += [told(tables[name]) for name in names]
        if title in NOTES:
            parts.append(NOTES[title].strip() + "\n")
    return "\n".join(parts)


def told(table: Table) -> str:
    """A table in words: what it is, and what each column means."""
    lines = [f"### {table.name}", "", f"{table.comment}", ""]
    lines += ["| column | type | meaning |", "|---|---|---|"]
    for column in table.columns:
        meaning = (column.comment or "").replace("|", "\\|").replace("<", "&lt;")
        lines.append(f"| `{column.name}` | {kind(column)} | {meaning} |")
    return "\n".join([*lines, ""])


def kind(column: Column[object]) -> str:
    """The type, in one of the three words that both databases know, and where a key points."""
    if isinstance(column.type, Day):
        return "day"
    word = "integer" if column.type.python_type is int else "text"
    pointed = sorted({key.column.table.name for key in column.foreign_keys})
    return f"{word}, [{pointed[0]}](#{pointed[0].replace('_', '-')})" if pointed else word


def file_of(title: str) -> str:
    """The file of a group's drawing."""
    return f"{title.lower().replace(' ', '-')}.svg"


def files() -> dict[Path, str]:
    """The page and its drawings, as they should be."""
    tables = Base.metadata.tables
    drawn = {
        DRAWINGS / file_of(title): drawing(title, [tables[name] for name in names])
        for title, names in GROUPS.items()
    }
    return {PAGE: page(), **drawn}


if __name__ == "__main__":
    write_or_check(files(), [*DRAWINGS.glob("*")])
