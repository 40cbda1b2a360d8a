"""A page is read at the pace of its parser only where the careful reader would say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from communique.loading.complaints import Refused
from communique.loading.limits import DEFAULT, Limits
from communique.loading.quick_yaml import quickly
from communique.loading.reader import decoded, read, roots
from communique.loading.roots import Root
from tests.loading.cases import CASES
from tests.loading.mutated import SMALL, VALID
from tests.loading.mutators import mutated

SEEDS = sorted((Path(__file__).parents[2] / "seeds").rglob("*.yaml"))


def careful(content: bytes) -> list[Root] | Refused:
    try:
        trees = read("f.yaml", content, DEFAULT)
    except Refused as refusal:
        return refusal
    text = decoded("f.yaml", content, DEFAULT)
    return [Root(text, lambda: trees[0], tree=tree) for tree in trees]


def agrees(content: bytes) -> bool:
    """Whether a file was read quickly; then the careful reader must have found the same."""
    try:
        quick = quickly(decoded("f.yaml", content, DEFAULT), DEFAULT)
    except Refused:
        return False
    if quick is None:
        return False
    slow = careful(content)
    assert not isinstance(slow, Refused)
    assert [(repr(root.data), root.lines) for root in slow] == [
        (repr(data), lines) for data, lines in quick
    ]
    return True


def test_every_file_of_the_first_archive_is_read_alike() -> None:
    assert sum(agrees(path.read_bytes()) for path in SEEDS) > len(SEEDS) // 2


def test_every_file_of_the_catalogue_is_read_alike() -> None:
    files = [case.record_file for case in CASES.values()]
    assert 50 < sum(map(agrees, files)) < len(files)


def test_mutated_files_are_read_alike() -> None:
    pages = [VALID[number] for number in range(3)]
    assert sum(agrees(mutated(number, pages)[2]) for number in range(400)) > 40


@pytest.mark.parametrize(
    "text",
    [
        "topics: {a: {label: A}}\n",
        "- topics:\n    a:\n      label: A\n- topics: {b: {label: ~}}\n",
        "---\ntopics:\n  a: [x, 'y', \"z\\n\", '', null, |\n]\n",
        "# said\ntopics:\n  # more\n  a:\n    label: |-\n      one\n      two\n",
        "label: A\nbroader: b\n",
    ],
)
def test_usual_files_give_their_data_and_lines(text: str) -> None:
    slow = careful(text.encode())
    assert agrees(text.encode()) is not isinstance(slow, Refused)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b\n",
        "a: *x\n",
        "a: !!str b\n",
        "a: ! b\n",
        "<<: {a: b}\n",
        "a: b #5\n",
        "a: >\n  b\n",
        "a: b\n  c\n",
        "a: 'b\n\n  c'\n",
        "a: b\na: c\n",
        "{a: b}: c\n",
        "? [a]\n: c\n",
        "a: b\n---\nc: d\n",
        "%YAML 1.1\n---\na: b\n",
        'a: "\\u0007"\n',
        "a: b\rc: d\n",
        "a: b\u2028\n",
        "a: [b\n",
        "a: " + "[" * 30 + "]" * 30 + "\n",
        "a\n",
        "[]\n",
        "{}\n",
        "",
        "- a: b\n- c\n",
        "- a: b\n- {}\n",
    ],
)
def test_an_unusual_file_is_left_to_the_careful_reader(text: str) -> None:
    assert quickly(text, DEFAULT) is None


@pytest.mark.parametrize(
    "limits", [Limits(scalar=20), Limits(nodes=8), Limits(keys=2), Limits(depth=2)]
)
def test_a_file_beyond_a_limit_is_left_to_the_careful_reader(limits: Limits) -> None:
    text = "topics:\n  a:\n    label: A\n    broader: b\n    more: c\n"
    assert quickly(text, DEFAULT) is not None
    assert quickly(text, limits) is None


def test_positions_of_a_file_that_was_read_quickly_are_made_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(SMALL, encoding="utf-8")
    with path.open("rb") as stream:
        (root,) = roots("f.yaml", stream)
    assert isinstance(root, Root)
    monkeypatch.setattr(yaml, "parse", lambda *_, **__: pytest.fail("read again"))
    assert root.line_of(("topics", "a")) == 2
    monkeypatch.undo()
    assert root.node(("topics", "a", "label")).column == 14
