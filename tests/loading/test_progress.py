"""Whoever looks is told how far a run is, stage by stage, up to the end of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.databases import engine_for
from communique.loading import check, load
from communique.loading.limits import Limits
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from pathlib import Path

Told = list[tuple[str, int, int]]


def stages(told: Told) -> list[str]:
    """The stages in their order; within each, what is done never shrinks and ends at the total."""
    names = list(dict.fromkeys(stage for stage, _, _ in told))
    for name in names:
        done = [many for stage, many, _ in told if stage == name]
        assert done == sorted(done)
        assert done[-1] == next(total for stage, _, total in told if stage == name)
    return names


@pytest.mark.parametrize("window", [1, Limits().window])
def test_a_load_tells_what_it_reads_resolves_and_writes(
    window: int, migrated_url: str, tmp_path: Path
) -> None:
    folder, told = archive(tmp_path / "a"), Told()
    lines = "".join(
        f'{{"topics": {{"t-{n}": {{"label": "{"T" * 400} {n}"}}}}}}\n' for n in range(400)
    )
    (folder / "topics.jsonl").write_text(lines, encoding="utf-8")

    load(
        engine_for(migrated_url),
        [folder],
        today=TODAY,
        limits=Limits(window=window),
        progress=lambda *each: told.append(each),
    )

    assert stages(told) == ["reading", "resolving", "writing"]
    within = [done for stage, done, total in told if stage == "reading" and 0 < done < total]
    assert len(within) >= 2  # a long file is told of more than once


def test_a_check_and_a_dry_run_write_nothing(migrated_url: str, tmp_path: Path) -> None:
    folder, told = archive(tmp_path / "a"), Told()

    check([folder], today=TODAY, progress=lambda *each: told.append(each))
    assert stages(told) == ["reading", "resolving"]
    told.clear()
    load(
        engine_for(migrated_url),
        [folder],
        today=TODAY,
        dry_run=True,
        progress=lambda *each: told.append(each),
    )
    assert stages(told) == ["reading", "resolving"]
