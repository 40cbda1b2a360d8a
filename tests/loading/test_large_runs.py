"""Runs larger than a window: what waits on disk comes back, and nothing is left of it."""

from __future__ import annotations

import gc
import json
from contextlib import AbstractContextManager, closing
from errno import ENOMEM, ENOSPC
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import StorageError
from communique.loading import archive as archives
from communique.loading import check, load
from communique.loading.complaints import Complaints
from communique.loading.files import Source
from communique.loading.limits import Limits
from communique.loading.outgoing import Outgoing
from communique.loading.rows import Record, Row
from communique.loading.run import Run
from communique.loading.spill import Spill
from communique.loading.stored import Stored
from communique.loading.survey import Survey
from communique.loading.watched import Watched
from tests.loading.archives import TODAY, archive


def lines(folder: Path, *records: dict[str, Any]) -> Path:
    folder.mkdir()
    said = "".join(json.dumps(each) + "\n" for each in records)
    (folder / "bulk.jsonl").write_text(said, encoding="utf-8")
    return folder


def test_thousands_of_rows_wait_on_disk_and_arrive(migrated_url: str, tmp_path: Path) -> None:
    topics = [{"topics": {f"t-{n}": {"label": f"Topic {n}"}}} for n in range(4_500)]
    folder, engine = lines(tmp_path / "bulk", *topics), engine_for(migrated_url)

    assert load(engine, [folder], limits=Limits(window=50_000)).added == 4_500
    assert load(engine, [folder], limits=Limits(window=50_000)).unchanged == 4_500

    with engine.connect() as connection:
        found = connection.execute(text("SELECT label FROM topic ORDER BY id")).scalars().all()
    assert sorted(found) == sorted(f"Topic {n}" for n in range(4_500))


def test_what_stands_beside_a_registry_is_judged_in_its_own_window(tmp_path: Path) -> None:
    registry = {"topics": {"t": {"label": "T"}}}
    folder = lines(
        tmp_path / "a",
        registry,
        {**registry, "meetings": {"m": {}}},
        {**registry, "odd": []},
        {"incidents": {"i": {"title": None, "kind": "attack"}}},
    )

    small, large = (check([folder], limits=Limits(window=most)) for most in (10**9, 1))

    assert {each.code for each in small.errors} == {"E401", "E402", "E422", "E503"}
    assert (large.complaints, large.records) == (small.complaints, small.records)


def test_a_registry_of_single_files_is_read_with_the_other_registries(
    migrated_url: str, tmp_path: Path
) -> None:
    """In the pass of the registries, and not once more with what happened."""
    folder, engine = tmp_path / "a", engine_for(migrated_url)
    meeting = "title: M\nkind: talks\nstatus: held\ndate: 2024\ntopics: [t-{}]\nevidence: {{basis: outside, note: x}}\n"
    for number in range(9):
        for name, content in (
            ("topics/t", f"label: T {number}\n"),
            ("meetings/m", meeting.format(8 - number)),
        ):
            place = folder / f"{name}-{number}.yaml"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content)

    assert load(engine, [folder], limits=Limits(window=100), today=TODAY).added == 18
    assert load(engine, [folder], limits=Limits(window=100), today=TODAY).unchanged == 18


def test_only_so_many_records_of_other_windows_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_AGAIN", 3)
    plan = {
        "title": "M",
        "kind": "talks",
        "status": "planned",
        "date": "2024",
        "evidence": {"basis": "outside", "note": "x"},
    }
    meetings = [
        {
            "meetings": {
                f"m-{n}": plan if n < 20 else {**plan, "status": "held", "fulfils": f"m-{n - 20}"}
            }
        }
        for n in range(40)
    ]
    complaints = Complaints()
    with closing(Run(None, complaints, TODAY, Limits(window=200))) as run:
        run.read([lines(tmp_path / "a", *meetings)])
        kept = []
        run.resolve(lambda _: kept.append(len(run.archive._again)))

    assert not list(complaints)
    assert 0 < max(kept) <= 3


def test_what_is_searched_may_be_an_article_without_a_text(tmp_path: Path) -> None:
    edit = ("      - met her counterpart Bo Berg in Oslo\n", "      - qqqq zzzz xxxx\n")
    folder = archive(tmp_path / "a", edit, files={"other.yaml": "article: {title: Other}\n"})

    (told,) = check([folder], today=TODAY).complaints

    assert told.message == '"qqqq zzzz xxxx" is not in oslo, nor in any other article'


def test_mentions_without_an_article_are_told_and_prove_nothing(tmp_path: Path) -> None:
    plan = "meetings:\n  p: {title: P, kind: talks, status: planned, date: 2024, evidence: {basis: outside, note: x}}\n"
    done = "meetings:\n  m: {title: M, kind: talks, status: held, date: 2024, fulfils: p, evidence: {basis: outside, note: x}}\n"
    files = {"p.yaml": plan, "m.yaml": done, "q.yaml": "mentions:\n  - {of: p, says: on Tuesday}\n"}

    (told,) = check([archive(tmp_path / "a", files=files)], today=TODAY).complaints

    assert (told.code, told.message) == ("E402", "mentions need an article")


def test_a_row_that_points_nowhere_is_not_dropped_in_silence(migrated_url: str) -> None:
    """A fault of ours, planted: no file leads here."""
    key = ("agreement", "a")
    step = Row(
        ("agreement_action", key, 0),
        {"agreement_id": key, "fulfils_id": ("agreement_action", key, 9)},
    )
    with engine_for(migrated_url).connect() as connection:
        survey = Survey(Limits())
        survey.names["agreement"]["a"] = 0
        outgoing = Outgoing(Stored(connection), survey)
        outgoing.add([(Record(*key, None, None), [step])])

        with pytest.raises(KeyError):
            outgoing.finish()


def test_a_nest_that_is_read_at_once_is_refused_where_it_is_too_deep(tmp_path: Path) -> None:
    nest: Any = "x"
    for _ in range(30):
        nest = [nest]
    folder = lines(tmp_path / "a", {"topics": {"t": {"label": nest}}})

    (told,) = check([folder], today=TODAY).complaints

    assert (told.code, told.line) == ("E303", 1)
    assert told.column > 20


def test_a_full_disk_for_what_waits_is_told_with_its_cure() -> None:
    class Full(BytesIO):
        def write(self, content: Any) -> int:
            raise OSError(ENOSPC, "No space left on device")

    spill = Spill()
    spill.close()
    spill._file = Full()  # type: ignore[assignment]
    with pytest.raises(StorageError, match="No space left on device") as refused:
        spill.put("x")
    assert "TMPDIR" in (refused.value.hint or "")


def test_a_host_without_a_collector_keeps_it_off(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a")
    gc.disable()
    try:
        assert not check([folder], today=TODAY).errors
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert not check([folder], today=TODAY).errors
    assert gc.isenabled()


def test_a_file_that_is_gone_has_no_size(tmp_path: Path) -> None:
    assert Source("gone.yaml", tmp_path / "gone.yaml", tmp_path).size == 0


@pytest.mark.parametrize("name", ["oslo.yaml", "oslo.txt"])
def test_short_memory_is_no_fault_of_a_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, opened = archive(tmp_path / "a"), Watched.opened

    def short(self: Watched, path: Path) -> AbstractContextManager[BinaryIO]:
        if path.name == name:
            raise OSError(ENOMEM, "Cannot allocate memory")
        return opened(self, path)

    monkeypatch.setattr(Watched, "opened", short)
    with pytest.raises(MemoryError):
        check([folder], today=TODAY)
