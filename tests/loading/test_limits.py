"""Limits of a whole run, names of files, and work that must not grow with the square of a file."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from communique.loading import check
from communique.loading.complaints import Complaints
from communique.loading.files import content, find
from communique.loading.limits import Limits
from communique.loading.watched import RunTooLarge, Watched
from tests.loading.archives import TODAY, archive, codes, complaints

LONG = 8_000
TOPIC = "topics:\n  t{0}: {{label: T{0}}}\n"


def many(folder: Path, number: int) -> Path:
    folder.mkdir()
    for each in range(number):
        (folder / f"f{each}.yaml").write_text(TOPIC.format(each))
    return folder


def test_one_byte_more_than_may_be_read_tells_that_there_are_more(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"0123456789")

    assert [len(Watched().read(tmp_path / "x", most)) for most in (3, 9, 10, 11)] == [4, 10, 10, 10]


def test_the_limits_are_these() -> None:
    assert Limits() == Limits(
        bytes=5_000_000, depth=20, nodes=50_000, scalar=1_000_000, keys=5_000, files=20_000, run=500_000_000
    )  # fmt: skip


def test_advice_is_given_two_hundred_times(tmp_path: Path) -> None:
    topics = ", ".join(f"fisherie{number}" for number in range(205))

    told = complaints(tmp_path / "a", ("    topics: [fisheries]", f"    topics: [{topics}]"))

    assert [each.hint for each in told] == (
        ["did you mean fisheries?"] * 200 + ["add a topic of this slug"] * 5
    )


def test_more_files_than_a_run_may_have_are_refused(tmp_path: Path) -> None:
    found = Complaints()

    assert find([many(tmp_path / "a", 4)], found, Limits(files=3)) == []
    assert [each.code for each in found] == ["E306"]
    assert len(find([tmp_path / "a"], Complaints(), Limits(files=4))) == 4


def test_more_bytes_than_a_run_may_read_are_refused(tmp_path: Path) -> None:
    found, watched = Complaints(), Watched(60)
    sources = find([many(tmp_path / "a", 4)], found)

    held = [content(source, found, watched, 1_000) for source in sources]

    assert [each is None for each in held] == [False, False, True, True]
    assert [each.code for each in found] == ["E306", "E306"]


def test_the_texts_of_articles_count_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Watched.read

    def short(self: Watched, path: Path, most: int) -> bytes:
        if path.suffix == ".txt":
            raise RunTooLarge
        return read(self, path, most)

    monkeypatch.setattr(Watched, "read", short)

    assert codes(complaints(tmp_path / "a")) == ["E306"]


def test_hidden_files_are_passed_over_and_counted(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", files={".x.yaml": "[", ".git/y.yaml": "["})
    found = Complaints()

    assert [source.path.name for source in find([folder], found)] == ["oslo.yaml"]
    assert found.hidden == 2
    assert not list(found)


def test_no_path_at_all_is_refused() -> None:
    assert codes(list(check([]).complaints)) == ["E802"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a")
    (folder / "link.yaml").symlink_to("oslo.yaml")

    report = check([folder, folder / "oslo.yaml"], today=TODAY)

    assert (report.files, report.complaints) == (1, ())


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = archive(tmp_path / "a", files={"sub/x.yaml": TOPIC.format(1)})
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)

    (told,) = check([folder], today=TODAY).complaints
    assert str(told).endswith(
        "sub:1:1: E801: cannot be read: Permission denied."
        " Hint: check the path and who may read it."
    )


def test_a_file_name_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "x\x1b[2J\n\u202e.yaml").write_text("[")

    (told,) = check([folder]).complaints
    assert str(told).isprintable()


def test_a_file_name_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / os.fsdecode(b"x\xff.yaml")).write_text("topics:\n  t: {label: A}\n")

    (told,) = check([folder]).complaints
    assert (told.code, told.message) == (
        "E101",
        "the name of this file or of its folder is not UTF-8",
    )
    assert str(told).encode()


MEETING = (
    "  m{0}: {{title: M, kind: talks, status: held, date: 2024-03-05, evidence: on Tuesday{1}}}\n"
)
LARGE = {
    "unknown references": (
        "    topics: [fisheries]",
        "    topics: [" + ", ".join(f"topic-{n}" for n in range(LONG)) + "]",
    ),
    "the same topic": ("    topics: [fisheries]", "    topics: [" + "fisheries, " * LONG + "]"),
    "excerpts that are not there": (
        "      - met her",
        "".join(f"      - counterpart number {n}\n" for n in range(LONG)) + "      - met her",
    ),
    "a circle of topics": (
        "topics:\n",
        "topics:\n"
        + "".join(f"  t{n}: {{label: T, broader: t{(n + 1) % 4_900}}}\n" for n in range(4_900)),
    ),
    "a chain of meetings": (
        "meetings:\n",
        "meetings:\n"
        + "".join(MEETING.format(n, f", after: m{n + 1}") for n in range(2_000))
        + MEETING.format(2_000, ""),
    ),
    "steps in disorder": (
        "    actions:\n",
        "    actions:\n"
        + "      - {kind: ratified, status: done, date: 2020, evidence: They signed}\n" * 3_000
        + "      - {kind: signed, status: done, date: 2021, evidence: They signed}\n" * 1_000,
    ),
    "holders of one office": (
        "actors:\n",
        "actors:\n"
        + "".join(
            f"  h{n}: {{kind: person, name: {{text: H{n}, evidence: {{basis: outside, note: x}}}},"
            " tenures: [{office: foreign-minister-of-sweden, since: 2020, until: 2024,"
            " evidence: Bo Berg}]}\n"
            for n in range(1_500)
        ),
    ),
    "unknown keys": ("    kind: mou\n", "    kind: mou\n" + "".join(f"    k{n}: x\n" for n in range(4_900))),
}  # fmt: skip


RIGHT = {"a chain of meetings"}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_wrong_file_is_judged_in_time(name: str, tmp_path: Path) -> None:
    began = time.process_time()

    found = complaints(tmp_path / "a", LARGE[name])

    assert bool(found) is (name not in RIGHT)
    assert len(max(map(str, found), key=len, default="")) < 2_000
    assert time.process_time() - began < 10


def test_a_word_that_stands_everywhere_is_not_counted_to_the_end(tmp_path: Path) -> None:
    folder = archive(
        tmp_path / "a",
        ("      - met her", "      - a\n" * 300 + "      - {says: a, nth: 9999}\n      - met her"),
    )
    (folder / "oslo.txt").write_text((folder / "oslo.txt").read_text() + "a " * 1_000_000)
    began = time.process_time()

    found = check([folder], today=TODAY).complaints

    assert {each.code for each in found} == {"E605", "E606"}
    assert all("very often" in each.message for each in found)
    assert time.process_time() - began < 10
