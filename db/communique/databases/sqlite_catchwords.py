"""Catchwords on SQLite: its JSON functions split a key into words, in a trigger too."""

from __future__ import annotations

from .catchwords import LONGEST, SOURCES, Catchwords

# A key has neither of the signs that would break a JSON text; another hand may write them. (Its
# function that quotes may not be used in a trigger, as connections with trusted_schema=OFF say.)
_PLAIN = "replace(replace({row}.folded, '\"', ''), char(92), '')"
_ROWS = "json_each('[\"' || replace(" + _PLAIN + ", ' ', '\",\"') || '\"]')"


def _words(source: str, row: str) -> str:
    rows, word = _ROWS.format(row=row), f"substr(json_each.value, 1, {LONGEST})"
    also = f"{source}, " if row == source else ""
    return f"SELECT DISTINCT {word}, '{source}', {row}.id FROM {also}{rows} WHERE value <> ''"


def _triggers(source: str) -> tuple[str, ...]:
    listed = f"\tINSERT INTO catchword (word, kind, of_id)\n\t{_words(source, 'new')};"
    unlisted = (
        f"\tDELETE FROM catchword WHERE kind = '{source}' AND of_id = old.id AND word IN (\n"
        f"\t\tSELECT substr(value, 1, {LONGEST}) FROM {_ROWS.format(row='old')}\n\t);"
    )
    return (
        f"CREATE TRIGGER {source}_is_listed AFTER INSERT ON {source}\nBEGIN\n{listed}\nEND",
        f"CREATE TRIGGER {source}_is_relisted AFTER UPDATE OF folded ON {source}\n"
        f"WHEN old.folded IS NOT new.folded\nBEGIN\n{unlisted}\n{listed}\nEND",
        f"CREATE TRIGGER {source}_is_unlisted AFTER DELETE ON {source}\nBEGIN\n{unlisted}\nEND",
    )


CATCHWORDS = Catchwords(
    ddl=tuple(trigger for source in SOURCES for trigger in _triggers(source)),
    undo=tuple(
        f"DROP TRIGGER IF EXISTS {source}_is_{done}"
        for source in SOURCES
        for done in ("listed", "relisted", "unlisted")
    ),
    words=" UNION ALL ".join(_words(source, source) for source in SOURCES),
)
