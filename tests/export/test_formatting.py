"""The canonical form of record files: layout changes, words and comments never do."""

# ruff: noqa: E501 - pages are shown as they stand

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from communique.errors import CuratedDataError
from communique.export import format_files
from communique.export.formatting.page import formatted
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from communique.loading import Complaint

HOME = Path("articles/x.yaml")
CASES = {
    "indentation and dashes": (
        "actors:\n    a:\n        kind:   person\n        name: A\n        names:\n        -   B\n        - C\n",
        "actors:\n  a:\n    kind: person\n    name: A\n    names:\n      - B\n      - C\n",
    ),
    "keys stand in the order of the shapes": (
        "meetings:\n  m:\n    evidence: x\n    date: '2020'\n    title: M\n",
        "meetings:\n  m:\n    title: M\n    date: '2020'\n    evidence: x\n",
    ),
    "a comment among keys keeps their order": (
        "meetings:\n  m:\n    evidence: x\n    # why\n    date: '2020'\n    title: M\n",
        "meetings:\n  m:\n    evidence: x\n    # why\n    date: '2020'\n    title: M\n",
    ),
    "sections and records keep their order": (
        "tensions: {}\nactors:\n  b: {name: B, kind: state}\n  a: {}\n",
        "tensions: {}\nactors:\n  b: {kind: state, name: B}\n  a: {}\n",
    ),
    "flow collections are joined on one line": (
        'topics:\n  a: {label: A,\n    broader:\n      b}\n  b: { label : "B" , }\n',
        'topics:\n  a: {label: A, broader: b}\n  b: {label: "B"}\n',
    ),
    "a flow collection with comments becomes a block": (
        "meetings:\n  m:\n    topics: [a, # first\n      # second\n      b]\n",
        "meetings:\n  m:\n    topics:\n      # first\n      - a\n      # second\n      - b\n",
    ),
    "one blank line at most, none at the edges": (
        "\n\n# top\n\n\nactors:\n\n  a: {}\n\n\n\n  b: {}\n\n\n",
        "# top\n\nactors:\n  a: {}\n\n  b: {}\n",
    ),
    "comments stand at the depth of what they belong to": (
        "actors:   # all\n     # about a\n  a:\n    kind: state\n     # end of a\n  # about b\n  b: {}   # tail\n# end\n",
        "actors:  # all\n  # about a\n  a:\n    kind: state\n    # end of a\n  # about b\n  b: {}  # tail\n# end\n",
    ),
    "an item keeps the comment behind its dash": (
        "quotes:\n- # said\n  by: a\n- by: b\n",
        "quotes:\n  # said\n  - by: a\n  - by: b\n",
    ),
    "scalars stay as they are written": (
        "actors:\n  a: {name: \"x\\u00a0\\u202e\", description: 'it''s'}\n  NO: {}\n  b: {name: 😀 1.10}\n",
        "actors:\n  a: {name: \"x\\u00a0\\u202e\", description: 'it''s'}\n  NO: {}\n  b: {name: 😀 1.10}\n",
    ),
    "literal scalars keep their lines": (
        "quotes:\n  -   remarks:\n        - direct: |-\n              one\n\n                two # no comment\n          note: x\n",
        "quotes:\n  - remarks:\n      - direct: |-\n          one\n\n            two # no comment\n        note: x\n",
    ),
    "a literal scalar that begins deeper says so": (
        "quotes:\n  - remarks:\n      - direct: |4-\n              one\n            two\n",
        "quotes:\n  - remarks:\n      - direct: |2-\n            one\n          two\n",
    ),
    "byte order mark, carriage returns, spaces at the end, document marks": (
        "\ufeff---\r\nactors:  \r\n  a: {}   \r\n...\r\n",
        "actors:\n  a: {}\n",
    ),
    "a list of files in one": (
        "- actors:\n    a: {}\n-   topics: {}",
        "- actors:\n    a: {}\n- topics: {}\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_canonical_form(name: str) -> None:
    before, after = CASES[name]

    assert (formatted(HOME, before.encode()) or b"None").decode() == after
    assert formatted(HOME, after.encode()) == after.encode()


def test_a_file_that_is_one_record_is_ordered_by_its_folder() -> None:
    text = b"# yaml-language-server: x\nname: A\nkind: state\n"

    assert (
        formatted(Path("actors/a.yaml"), text)
        == b"# yaml-language-server: x\nkind: state\nname: A\n"
    )


@given(st.data())
def test_seeds_that_are_roughed_up_keep_words_and_comments(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(SEEDS.rglob("*.yaml"))))
    lines = path.read_text("utf-8").split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines)))
        depth = " " * data.draw(st.integers(0, 12))
        lines.insert(at, data.draw(st.sampled_from(["", "  ", f"{depth}# note {at}"])))
    text = "\n".join(lines)
    assume(_is_yaml(text))

    new = formatted(path, text.encode())

    assert new is not None
    assert formatted(path, new) == new
    for line in lines:
        if line.strip().startswith("#"):
            assert f"{line.strip()}\n".encode() in new


def _is_yaml(text: str) -> bool:
    """A note at the margin may end a literal scalar, and what follows is no key: that is refused."""
    try:
        return bool(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError:
        return False


def test_files_are_told_and_changed_and_keep_their_mode(tmp_path: Path) -> None:
    good, bad, bulk = (tmp_path / name for name in ("good.yaml", "bad.yaml", "x.jsonl"))
    good.write_bytes(b"topics:\n  a: {}\n")
    bad.write_bytes(b"topics:\n    a: {}\n")
    bulk.write_bytes(b'{"topics":   {}}\n')
    bad.chmod(0o640)

    told = format_files([tmp_path], check=True)
    assert told.changed == (bad.as_posix(),)
    assert told.unchanged == (good.as_posix(), bulk.as_posix())
    assert bad.read_bytes() == b"topics:\n    a: {}\n"

    assert format_files([tmp_path]) == told
    assert bad.read_bytes() == good.read_bytes()
    assert bad.stat().st_mode & 0o777 == 0o640
    assert bulk.read_bytes() == b'{"topics":   {}}\n'
    assert format_files([tmp_path]).changed == ()
    assert not list(tmp_path.glob("*.partial"))


def test_a_file_that_does_not_read_stops_all(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"topics:\n    a: {}\n")
    (tmp_path / "b.yaml").write_bytes(b"topics: [\n")

    with pytest.raises(CuratedDataError) as refused:
        format_files([tmp_path])

    found: list[Complaint] = list(refused.value.complaints)  # type: ignore[arg-type]
    assert [each.code for each in found] == ["E201"]
    assert (tmp_path / "a.yaml").read_bytes() == b"topics:\n    a: {}\n"


def test_a_layout_that_would_change_words_is_left_alone(tmp_path: Path) -> None:
    content = b"topics:\n    a:\n        label: |+\n            x\n\n\n    b: {}\n"
    (tmp_path / "a.yaml").write_bytes(content)

    assert format_files([tmp_path]).left_alone == ((tmp_path / "a.yaml").as_posix(),)
    assert (tmp_path / "a.yaml").read_bytes() == content
