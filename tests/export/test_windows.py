"""A run that is resolved in windows, tree by tree, does and says what one at once does."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from communique.errors import CuratedDataError
from communique.loading import Outcome, check, load
from communique.loading.limits import Limits
from tests.conftest import SEEDS
from tests.export.conftest import rows
from tests.export.random_archives import TODAY, archives, written
from tests.loading.cases import CASES, write_bad_file

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.export.conftest import Fresh

TREE_BY_TREE = Limits(window=1)
BATCHES = 8
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""Two archives and four loads are too slow to be made small."""
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_each_bad_file_is_told_alike(batch: int, tmp_path: Path) -> None:
    for number, case in enumerate(list(CASES.values())[batch::BATCHES]):
        folder = tmp_path / str(number)
        folder.mkdir()
        write_bad_file(case, folder, "bad")
        at_once = check([folder], today=TODAY)
        assert check([folder], today=TODAY, limits=TREE_BY_TREE) == at_once, case.name


def test_the_seeds_are_counted_alike() -> None:
    assert check([SEEDS], limits=TREE_BY_TREE) == check([SEEDS])


def told(engine: Engine, folder: Path, **options: Any) -> Outcome | set[str]:
    """What a load did, or why it was refused: one archive may not fit over another."""
    try:
        return load(engine, [folder], today=TODAY, **options)
    except CuratedDataError as refusal:
        return {str(each) for each in refusal.complaints}


def same(files: dict[str, bytes], later: dict[str, bytes], one: Engine, other: Engine) -> None:
    """Load one archive and then a second over it, at once here and in windows there."""
    with tempfile.TemporaryDirectory() as place:
        for number, each in enumerate((files, later)):
            folder = written(Path(place) / str(number), each)
            for dry_run in (True, False):
                expected = told(one, folder, dry_run=dry_run)
                assert told(other, folder, dry_run=dry_run, limits=TREE_BY_TREE) == expected
            assert rows(other) == rows(one)


@settings(max_examples=30, phases=NO_SHRINKING, suppress_health_check=SLOW)
@given(files=archives(), later=archives())
def test_any_archive_is_loaded_alike(
    files: dict[str, bytes], later: dict[str, bytes], sqlite: Fresh
) -> None:
    with sqlite() as one, sqlite() as other:
        same(files, later, one, other)


@settings(max_examples=8, phases=NO_SHRINKING, suppress_health_check=SLOW)
@given(files=archives(), later=archives())
def test_any_archive_is_loaded_alike_on_postgresql(
    files: dict[str, bytes], later: dict[str, bytes], postgresql: Fresh
) -> None:
    with postgresql() as one, postgresql() as other:
        same(files, later, one, other)
