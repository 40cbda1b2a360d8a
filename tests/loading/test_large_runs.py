"""Runs larger than a window: what waits on disk comes back, and nothing is left of it."""

from __future__ import annotations

import gc
import json
from contextlib import AbstractContextManager
from errno import ENOMEM, ENOSPC
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import StorageError
from communique.loading import check, load
from communique.loading.files import Source
from communique.loading.limits import Limits
from communique.loading.spill import Spill
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
