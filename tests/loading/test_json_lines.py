"""JSON Lines hold the same records: every record of the catalogue gets the same codes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.loading import check, load
from communique.loading.complaints import Refused
from communique.loading.json_lines import quickly
from communique.loading.limits import DEFAULT
from communique.loading.nodes import NOTHING, plain
from communique.loading.reader import read, trees
from tests.loading.archives import ARTICLE, TODAY, archive
from tests.loading.cases import CASES, write_bad_file
from tests.loading.mutated import as_json
from tests.loading.test_further_rules import inline

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = [case for case in CASES.values() if case.edits and case.name[0] in "DEFGHK"]
BATCHES = 4


def found(folder: Path) -> list[tuple[str, str]]:
    return sorted((each.code, each.path) for each in check([folder], today=TODAY).complaints)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_wrong_record_gets_the_same_codes_on_a_line(batch: int, tmp_path: Path) -> None:
    checked = 0
    for case in RECORDS[batch::BATCHES]:
        folder = tmp_path / case.name.replace("/", "-")[:40]
        folder.mkdir(exist_ok=True)
        bad = write_bad_file(case, folder, "bad")
        wanted = found(folder)
        bad.unlink()
        line = as_json(case.record_file.decode())
        (folder / "bad.jsonl").write_text(f"\n{line}\n")
        told = check([folder], today=TODAY).complaints
        assert found(folder) == wanted, case.name
        assert {each.line for each in told} == {2}
        # A complaint stands at a value, at a key or at what holds them.
        assert all(line[each.column - 1] in '"{[0123456789tfn-' for each in told), case.name
        (folder / "bad.jsonl").unlink()
        checked += 1
    assert checked > 40


def test_the_same_archive_on_a_line_is_the_same_content(tmp_path: Path, migrated_url: str) -> None:
    from communique.databases import engine_for

    folder = inline(tmp_path / "a")
    engine = engine_for(migrated_url)
    first = load(engine, [folder], today=TODAY)
    line = as_json((folder / "oslo.yaml").read_text().replace("article:\n", "article:\n  slug: oslo\n"))  # fmt: skip
    (folder / "oslo.yaml").unlink()
    (folder / "all.jsonl").write_text(line + "\n")

    second = load(engine, [folder], today=TODAY)

    assert (second.unchanged, second.digest) == (first.added, first.digest)


def test_each_line_is_judged_on_its_own(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", files={"x.jsonl": '{"topics": {"t": {"label": "T"}}}\nbroken\n{"topics": {"u": {}}}\n'})  # fmt: skip

    told = check([folder], today=TODAY).complaints

    assert [(each.line, each.code) for each in told] == [(2, "E201"), (3, "E402")]


def test_keys_and_values_know_their_columns() -> None:
    text = '  {"topics": {"a": {"label": "A"},\t"b": {"label": [1, true, null]}}}'
    (root,) = trees("f.jsonl", text.encode())

    assert not isinstance(root, Refused)
    topics = root.entries["topics"]
    assert text[topics.column - 1 :].startswith('{"a"')
    key = topics.keys["b"]  # type: ignore[union-attr]
    assert text[key.column - 1 :].startswith('"b"')
    assert len(read("f.yaml", ARTICLE.encode())) == 1


def test_nothing_between_brackets_is_nothing_at_any_column() -> None:
    for spaces in ("", " ", "  "):
        line = f'{{"a":{spaces}[], "b":{spaces}{{}}, "c":{spaces}[{{{spaces}}},{spaces}[{spaces}]{spaces}]}}'
        (root,) = trees("f.jsonl", line.encode())

        assert not isinstance(root, Refused)
        assert plain(root) == {"a": [], "b": {}, "c": [{}, []]}


def test_numbers_and_words_of_json_are_the_text_they_are_written_as() -> None:
    (root,) = trees("f.jsonl", b'{"a": [1.10, -0.5e3, true, false, null, "null"]}')

    assert not isinstance(root, Refused)
    assert plain(root) == {"a": ["1.10", "-0.5e3", "true", "false", NOTHING, "null"]}


@pytest.mark.parametrize("escape", [r"\b", r"\f", r"\u0007"])
def test_an_escaped_control_character_is_refused_like_a_plain_one(
    escape: str, tmp_path: Path
) -> None:
    line = f'{{"topics": {{"t": {{"label": "a{escape}b"}}}}}}\n'
    folder = archive(tmp_path / "a", files={"x.jsonl": line})

    assert [each.code for each in check([folder], today=TODAY).complaints] == ["E104"]


def test_words_inside_strings_are_text_and_bare_ones_are_told_apart() -> None:
    line = '{"a": "true, false: null", "b": [true,\\t"NaN"], "c":null}'.replace("\\t", "\t")
    (root,) = trees("f.jsonl", line.encode())

    assert not isinstance(root, Refused)
    assert plain(root) == {"a": "true, false: null", "b": ["true", "NaN"], "c": NOTHING}
    assert quickly(line, DEFAULT) is None
    assert quickly('{"a": "true or false"}', DEFAULT) == {"a": "true or false"}
    assert quickly('{"a": [NaN]}', DEFAULT) is quickly('{"a": -Infinity}', DEFAULT) is None
