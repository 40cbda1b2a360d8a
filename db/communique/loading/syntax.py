"""What a YAML parser's complaint means to somebody who writes record files."""

from __future__ import annotations

import re

import yaml

from .complaints import Refused, shown
from .refusing import place, refused

_QUOTE = "quote the whole value; inside single quotes write '' for one, or use `|-`"
_MISFIT = "this does not fit the lines above it"
_OUTSIDE = "put it inside them, or begin the file with a section such as `article:`"
_CONFLICT = re.compile("^<<<<<<< .*", re.MULTILINE)
_CHOOSE = "keep one side, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
_MEANT: tuple[tuple[str, str, str, str], ...] = (
    # what the parser says, our code, what it means, what to do
    ("directive|incompatible YAML", "E211", "a line that begins with % is not read",
     "delete the line that begins with %"),
    ("invalid Unicode character escape", "E105", "an escape that is no character",
     "write the character itself"),
    ("expected <document start>", "E204", "a second document begins here",
     "one file holds one document; delete the line `...`"),
    ("mapping values are not allowed", "E201", "a colon where none is expected",
     "quote the value, because it holds a colon"),
    ("cannot start any token|expected node content", "E201", "no value begins with {sign}",
     "quote the value if the sign belongs to it, or delete the sign"),
    ("alphabetic or numeric", "E201", "* and & begin no value", "quote the value"),
    ("quoted scalar.*end of stream|quoted scalar.*document indicator", "E201",
     "the quotation mark that opens here is not closed", "close it, or use `|-`"),
    ("unknown escape|hexdecimal", "E201", "a backslash that begins no escape",
     r"write \\ for a backslash, or use single quotation marks"),
    (r"expected ',' or '\]'", "E201", "the list in brackets that opens here is not closed",
     "close it with ]; quote values that hold a comma, colon or quotation mark"),
    (r"expected ',' or '\}'", "E201", "the mapping in braces that opens here is not closed",
     "close them with }; quote values that hold a comma, colon or quotation mark"),
    ("could not find expected ':'", "E201", "a line without `key: value`",
     "add the colon and a space, or quote or indent the text that goes on here"),
    ("expected key", "E201", _MISFIT, "indent it as they are"),
    ("'-' indicator|block sequence entries", "E201", "this does not fit the list above it",
     "begin each item with `- `, indented alike"),
    ("block scalar", "E201", "more than a comment stands behind | or >",
     "begin the text on the next line, or quote it"),
    ("tag", "E302", "a tag such as !!str is not read",
     'delete the tag, or quote the value if it begins with "!"'),
)  # fmt: skip
_MEANINGS = [(re.compile(said), code, what, cure) for said, code, what, cure in _MEANT]


def not_yaml(file: str, text: str, error: yaml.MarkedYAMLError) -> Refused:
    """The parser's complaint in our words, at the place where a curator must look."""
    lines = text.rstrip("\n").split("\n")
    said = f"{error.context or ''}, {error.problem or ''}"
    code, message, hint, opened = _meaning(said)
    if conflict := _CONFLICT.search(text):
        line, column = place(text, conflict.start())
        message = "a merge conflict that nobody has resolved"
        return refused(file, line, column, "E201", message, _CHOOSE)
    mark = error.context_mark if opened else error.problem_mark
    assert mark is not None  # the parser gives both with these problems
    line, column = mark.line + 1, mark.column + 1
    if line > len(lines):  # the parser looks behind the end
        line, column = len(lines), len(lines[-1]) + 1
    if code == "E204" and not any(each.startswith("...") for each in lines[:line]):
        if lines[0].startswith("%"):
            return refused(file, 1, 1, "E211", _MEANT[0][2], _MEANT[0][3])
        code, message, hint = "E201", "more stands here than the brackets above hold", _OUTSIDE
    written = lines[line - 1]
    if "\t" in written[: len(written) - len(written.lstrip())]:
        message, hint = "a tab stands in the indentation", "indent with spaces"
    elif message == _MISFIT and written[: column - 1].strip():
        message, hint = "more stands here than belongs to the value", _QUOTE
    sign = shown(written[column - 1 : column])
    if "{sign}" in message and not sign:
        message, hint = "the file ends where a value is due", "close brackets and quotation marks"
    return refused(file, line, column, code, message.replace("{sign}", sign), hint)


def _meaning(said: str) -> tuple[str, str, str, bool]:
    for pattern, code, message, hint in _MEANINGS:
        if pattern.search(said):
            return code, message, hint, " here " in message
    return "E201", f"not YAML ({shown(said.strip(', '))})", _QUOTE, False
