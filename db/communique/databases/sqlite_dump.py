"""A SQLite schema as sorted lines that do not depend on how it was made.

A table that grew by ALTER TABLE has its newer constraints inside its columns, one made
at once has them at the end; both come out the same here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sql_words import parts, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CONSTRAINTS = {"constraint", "primary", "unique", "check", "foreign"}


def describe(objects: Iterable[tuple[str, str, str]]) -> str:
    """Lines for ``(type, name, sql)`` rows of ``sqlite_master``."""
    lines: set[str] = set()
    for kind, name, sql in objects:
        tokens = words(sql)
        if kind == "table" and "virtual" not in tokens[:2]:
            lines.add(f"table {name}")
            lines.update(f"table {name}: {line}" for line in _table(tokens))
        else:
            lines.add(f"{kind} {name}: {' '.join(tokens)}")
    return "".join(f"{line}\n" for line in sorted(lines))


def _table(tokens: list[str]) -> Iterator[str]:
    start = tokens.index("(")
    end = len(tokens) - tokens[::-1].index(")") - 1
    for item in parts(tokens[start + 1 : end]):
        if item[0] in _CONSTRAINTS:
            yield " ".join(item)
        else:
            yield from _column(item)
    for option in parts(tokens[end + 1 :]):
        if option:
            yield f"option {' '.join(option)}"


def _column(tokens: list[str]) -> Iterator[str]:
    first, *constraints = _split(tokens)
    yield f"column {' '.join(first)}"
    for constraint in constraints:
        named, rest = constraint[:2], constraint[2:]
        if constraint[0] == "references":
            named, rest = [], constraint
        if rest[:1] == ["references"]:
            rest = ["foreign", "key", "(", tokens[0], ")", *rest]
        elif rest[:1] == ["unique"]:
            rest = ["unique", "(", tokens[0], ")", *rest[1:]]
        elif rest[:1] == ["primary"]:
            rest = ["primary", "key", "(", tokens[0], ")", *rest[2:]]
        yield " ".join([*named, *rest])


def _split(tokens: list[str]) -> list[list[str]]:
    """The column itself, then each constraint written within it."""
    found: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        named = len(found[-1]) == 2 and found[-1][0] == "constraint"
        if depth == 0 and (token == "constraint" or (token == "references" and not named)):
            found.append([])
        found[-1].append(token)
    return found
