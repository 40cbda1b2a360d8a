"""Where complaints stand, to the column, and where limits lie, to the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.loading.builder import Builder
from communique.loading.complaints import Refused
from communique.loading.limits import Limits
from communique.loading.reader import trees
from tests.loading.archives import ARTICLE, codes, complaints

if TYPE_CHECKING:
    from pathlib import Path

AT = {
    "a:\n\tb: c\n": (2, 1, "E201", "a tab stands in the indentation"),
    "title: Statement: the end\n": (1, 17, "E201", "a colon where none is expected"),
    'q: "He said "hi""\n': (1, 14, "E201", "more stands here than belongs to the value"),
    "t: @x\n": (1, 4, "E201", "no value begins with @"),
    "t: *bold* x\n": (1, 9, "E201", "* and & begin no value"),
    "t: ! x\n": (1, 4, "E201", 'a value that begins with "!" is not read as text'),
    "a: [b\n": (1, 4, "E201", "the list in brackets that opens here is not closed"),
    "a: {b: c\n": (1, 4, "E201", "the mapping in braces that opens here is not closed"),
    "a: 1\nb: 'x\n": (2, 4, "E201", "the quotation mark that opens here is not closed"),
    "a: b\nc\n": (2, 2, "E201", "a line without `key: value`"),
    "- a\nb: c\n": (2, 1, "E201", "this does not fit the list above it"),
    "a:\n  b: c\n d: e\n": (3, 2, "E201", "this does not fit the lines above it"),
    "a: | x\n": (1, 6, "E201", "more than a comment stands behind | or >"),
    'a: "\\q"\n': (1, 5, "E201", "a backslash that begins no escape"),
    "a: [b,": (1, 7, "E201", "the file ends where a value is due"),
    "a: #5\n": (1, 3, "E202", 'text after " #" would be lost'),
    "a: b\na: c\n": (2, 1, "E203", 'the key "a" stands twice; first at 1:1'),
    "a: b\n---\nc: d\n": (2, 1, "E204", "a second document begins here"),
    "a: b\n...\nc: d\n": (3, 1, "E204", "a second document begins here"),
    "\n# c\n": (1, 1, "E205", "the file holds no record"),
    "\n - a\n": (2, 2, "E206", "the top level must be a mapping of sections, or a list"),
    "a:\n  <<: b\n": (2, 3, "E208", "`<<` copies no keys here"),
    "a:\n  ? [b]\n  : c\n": (2, 5, "E209", "a key must be text"),
    "a: 1\nb: >\n  c\n": (2, 4, "E213", "text over several lines is folded"),
    "a: b\nc: é\ud7ff": (2, 5, "E110", "U+D7FF is private, unassigned or not a character"),
}  # fmt: skip
AT_JSON = {
    '{"a": [1, 2 3]}': (1, 13, "E201", "a comma or ] is missing here"),
    ' {"a": 1, "a": 2}': (1, 11, "E203", 'the key "a" stands twice; first at 1:3'),
    '{"a": 1}\n {"b": }': (2, 8, "E201", "a value is missing here"),
    '{"a" 1}': (1, 6, "E201", "a colon is missing here"),
    '{"a": 1, 2}': (1, 10, "E201", "a key is missing here"),
    '{"a": "\\x"}': (1, 8, "E201", "a quotation mark that is not closed, or a wrong escape"),
    '{"a": "b", "c": "\\u0000"}': (1, 17, "E104", "control character U+0000"),
    '{"a": 1} {}': (1, 10, "E204", "more stands behind the object"),
    ' [1]': (1, 2, "E206", "a line must be a mapping of sections"),
    ' {}': (1, 2, "E205", "the line holds no record"),
}  # fmt: skip


def refusals(name: str, content: str, limits: Limits | None = None) -> list[tuple[object, ...]]:
    found = trees(name, content.encode(), limits or Limits())
    return [
        (each.complaint.line, each.complaint.column, each.complaint.code, each.complaint.message)
        for each in found
        if isinstance(each, Refused)
    ]


@pytest.mark.parametrize("content", AT)
def test_a_wrong_yaml_file_is_told_to_the_column(content: str) -> None:
    (told,) = refusals("f.yaml", content)

    line, column, code, message = AT[content]
    assert told[:3] == (line, column, code)
    assert str(told[3]).startswith(message)


@pytest.mark.parametrize("content", AT_JSON)
def test_a_wrong_line_of_json_is_told_to_the_column(content: str) -> None:
    (told,) = refusals("f.jsonl", content)

    line, column, code, message = AT_JSON[content]
    assert told == (line, column, code, message)


LIMITS = {
    "nodes": ("a: [1, 2]\n", '{"a": [1, 2]}', 4, 5, "E306"),
    "keys": ("a: {b: 1, c: 2}\n", '{"a": {"b": 1, "c": 2}}', 1, 2, "E306"),
    "depth": ("a: [[1]]\n", '{"a": [[1]]}', 2, 3, "E303"),
    "scalar": ("a: 12345\n", '{"a": "12345"}', 4, 5, "E305"),
    "bytes": ("a: b\n", '{"a":1}', 4, 7, "E304"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_the_last_that_passes(name: str) -> None:
    yaml, json, less, enough, code = LIMITS[name]
    for file, content in (("f.yaml", yaml), ("f.jsonl", json)):
        # A key of YAML is a node of its own; in JSON only values are counted.
        fewer = 1 if file == "f.jsonl" and name == "nodes" else 0
        few, many = Limits(**{name: less - fewer}), Limits(**{name: enough - fewer})
        assert [told[2] for told in refusals(file, content, few)] == [code], (file, name)
        assert refusals(file, content, many) == []


def test_the_text_of_an_article_may_be_longer_than_another_value() -> None:
    limits = Limits(scalar=4)

    assert refusals("f.yaml", "a: {text: 12345}\n", limits) == []
    assert refusals("f.jsonl", '{"a": {"text": "12345"}}', limits) == []
    assert refusals("f.yaml", "a: {text: [12345]}\n", limits)[0][2] == "E305"


def test_a_nest_as_a_key_is_told_as_the_one_or_the_other() -> None:
    limits = Limits(depth=3)

    assert refusals("f.yaml", "? [[[1]]]\n: x\n", limits)[0][2] == "E209"
    assert refusals("f.yaml", "? [[[[1]]]]\n: x\n", limits)[0][2] == "E303"
    assert refusals("f.yaml", "a:\n  ? [[[1]]]\n  : x\n", limits)[0][2] == "E303"
    assert refusals("f.yaml", "a:\n  ? [[1], [2], [3]]\n  : x\n", limits)[0][2] == "E209"


def test_every_value_knows_where_it_begins() -> None:
    root = Builder("f", "a:\n  - b: c\n", Limits()).build()
    (line,) = trees("f.jsonl", b'{"a": [[1], {"b": "c"}]}')

    assert not isinstance(line, Refused)
    first = line.entries["a"]
    assert (root.line, root.column) == (1, 1)
    assert (first.line, first.column) == (1, 7)
    assert [each.column for each in first.items] == [8, 13]  # type: ignore[union-attr]


def test_two_modes_are_named_both(tmp_path: Path) -> None:
    both = ("{indirect: talks would go on}", "{direct: x, indirect: talks would go on}")
    mention = ("quotes:\n", "mentions:\n  - {of: oslo-talks, name: x, party: norway}\nquotes:\n")

    assert complaints(tmp_path / "a", both)[0].message == "both `direct` and `indirect` are given"
    assert complaints(tmp_path / "b", mention)[0].message == "both `name` and `party` are given"


def test_a_mention_finds_its_part_by_its_number(tmp_path: Path) -> None:
    mention = "mentions:\n  - {{of: oslo-talks, participant: {}, says: Bo Berg in Oslo}}\nquotes:\n"

    assert complaints(tmp_path / "a", ("quotes:\n", mention.format('"2"'))) == []
    assert codes(complaints(tmp_path / "b", ("quotes:\n", mention.format('"3"')))) == ["E501"]


def test_the_last_half_of_a_surrogate_pair_is_one_too() -> None:
    (told,) = refusals("f.jsonl", '{"a": "\\udfff"}')

    assert told[2] == "E105"


def test_half_of_the_first_word_of_an_article_is_no_excerpt(tmp_path: Path) -> None:
    half = ("evidence: Foreign Minister Anna", "evidence: oreign Minister Anna")

    (told,) = complaints(tmp_path / "a", half)
    assert "begins or ends inside a word" in told.message


def test_an_error_behind_the_last_line_stands_at_its_end() -> None:
    assert refusals("f.yaml", "a: 1\nb: [\n\n")[0][:2] == (2, 5)


SAID = {
    "a list for a mapping": ("    evidence: her", "    evidence: her", {"t.yaml": "topics:\n  t: [A]\n"}, "a mapping is expected here, a list found", "write `key: value` lines"),
    "a text for a mapping": ("place: oslo", "place: oslo", {"t.yaml": "topics:\n  t: A\n"}, 'a mapping is expected here, "A" found', "write `key: value` lines"),
    "a section like no other": ("place: oslo", "place: oslo", {"t.yaml": "zzz: {}\n"}, 'unknown section "zzz"', "use one of article, topics, places, actors,"),
    "a slug of another kind only": ("place: oslo", "place: fisheris", {}, 'no place "fisheris" is known', "add a place of this slug"),
    "a tab in a slug": ("  fisheries: {", '  "fish\\teries": {', {}, '"fish\\teries" is not a slug', 'use the letters a to z, digits, and hyphens between words, for example "fish-eries"'),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_it_is_said_in_these_words(name: str, tmp_path: Path) -> None:
    old, new, files, message, hint = SAID[name]
    edits = [] if old.strip() not in ARTICLE or old == new else [(old, new)]

    found = complaints(tmp_path / "a", *edits, files=files)

    told = [each for each in found if each.message == message]
    assert told, [str(each) for each in found]
    assert (told[0].hint or "").startswith(hint)
