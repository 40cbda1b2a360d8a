"""Every input of the catalogue, alone and among thirty good files, on both databases.

Each gets its code at a line and a column that the file has, and the database keeps what it held.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import Complaint, check, load
from communique.loading.rows import KINDS, PARENTS
from tests.loading.archives import TODAY, archive
from tests.loading.cases import CASES, PLACES, write_bad_file, write_good_files
from tests.loading.catalogue_files import FILES
from tests.loading.mutated import is_safe
from tests.loading.test_load import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from tests.loading.catalogue import Case
    from tests.servers.databases import Databases
    from tests.servers.files import Files
    from tests.servers.sharing import SharedRun

BATCHES = 16
COUNTS = " UNION ALL ".join(
    f"SELECT '{table}', count(*), coalesce(max(id), 0) FROM {table}"
    for table in [*KINDS, *PARENTS, "load_run"]
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good") / "files"
    write_good_files(folder)
    return folder


@pytest.fixture(scope="module")
def held_url(
    run: SharedRun,
    shelf: Files | Databases,
    migrated: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """A database that holds another archive, which no bad file may change."""
    name = run.new_name()
    url = shelf.copy(migrated, name)
    engine = engine_for(url)
    folder = archive(tmp_path_factory.mktemp("held") / "a")
    (folder / "oslo.yaml").rename(folder / "held.yaml")
    load(engine, [folder], today=TODAY)
    engine.dispose()
    yield url
    shelf.drop(name)


def stated(engine: Engine) -> list[Any]:
    """How many rows there are, and the last key: cheap, and any row that was kept changes it."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(COUNTS))]


def told(engine: Engine, folder: Path, *, refuses: bool = True) -> list[Complaint]:
    """What a load complains about; warnings refuse nothing, so it is a dry run that is asked."""
    if not refuses:
        return list(load(engine, [folder], dry_run=True, today=TODAY).warnings)
    with pytest.raises(CuratedDataError) as refused:
        load(engine, [folder], today=TODAY)
    assert refused.value.exit_code == 1
    return [each for each in refused.value.complaints if isinstance(each, Complaint)]


def judge(case: Case, name: str, found: list[Complaint]) -> None:
    lines = case.record_file.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    mine = [each for each in found if each.code == case.code]
    assert mine, (case.name, case.code, [str(each) for each in found[:5]])
    for each in found:
        assert name in each.file, str(each)
        assert 1 <= each.line <= len(lines), str(each)
        assert 1 <= each.column <= len(lines[each.line - 1]) + 1, str(each)
        assert each.hint, str(each)
        assert "\n" not in str(each)
        assert is_safe(str(each)), repr(str(each))
        assert len(str(each)) < 1_200, str(each)
    assert any(case.at in lines[each.line - 1] for each in mine), (case.name, str(mine[0]))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_each_bad_file_among_good_ones_changes_nothing(
    batch: int, held_url: str, good: Path, tmp_path: Path
) -> None:
    engine = engine_for(held_url)
    whole, before = content(engine), stated(engine)
    folder = shutil.copytree(good, tmp_path / "among")
    for case in list(CASES.values())[batch::BATCHES]:
        for place, name in PLACES.items():
            bad = write_bad_file(case, folder, name)
            judge(case, name, told(engine, folder, refuses=case.code.startswith("E")))
            assert stated(engine) == before, (case.name, place)
            bad.unlink()
    assert content(engine) == whole


@pytest.mark.parametrize("batch", range(BATCHES))
def test_each_bad_file_alone_gets_its_code(batch: int, tmp_path: Path) -> None:
    for number, case in enumerate(list(CASES.values())[batch::BATCHES]):
        folder = tmp_path / str(number)
        folder.mkdir()
        write_bad_file(case, folder, "bad")
        found = list(check([folder], today=TODAY).complaints)
        judge(case, "bad", found)
        assert found == sorted(found, key=lambda each: (each.file, each.line, each.column))


@pytest.mark.parametrize("name", FILES)
def test_each_wrong_path_gets_its_code(
    name: str, held_url: str, good: Path, tmp_path: Path
) -> None:
    code, prepare = FILES[name]
    engine = engine_for(held_url)
    before = stated(engine)
    shutil.copytree(good, tmp_path / "files")
    path = prepare(archive(tmp_path / "files"))

    found = told(engine, path)

    assert code in [each.code for each in found], [str(each) for each in found]
    assert all(each.hint for each in found)
    assert stated(engine) == before
