"""SQL text as words, so that layout and letter case do not count as differences."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"""\s+ | --[^\n]* | /\*.*?\*/        # what does not count
      | (?P<text>'(?:[^']|'')*')
      | "(?P<double>(?:[^"]|"")*)" | `(?P<back>[^`]*)` | \[(?P<square>[^\]]*)\]
      | (?P<bare>\w+ | <= | >= | <> | != | == | \|\| | ->> | -> | .)
    """,
    re.VERBOSE | re.DOTALL,
)


def words(sql: str) -> list[str]:
    """The words of a statement: names in lower case and unquoted, texts as they are."""
    found: list[str] = []
    for match in _WORD.finditer(sql):
        if match["text"] is not None:
            found.append(match["text"])
            continue
        for group in ("double", "back", "square", "bare"):
            if match[group] is not None:
                found.append(match[group].lower())
    return found


def quoted(name: str) -> str:
    """A name as SQL writes it when it may hold anything."""
    return '"' + name.replace('"', '""') + '"'


def parts(tokens: list[str]) -> list[list[str]]:
    """Split at the commas that stand in no parenthesis."""
    found: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if token == "," and depth == 0:
            found.append([])
        else:
            found[-1].append(token)
    return found
