"""A released revision is frozen: databases elsewhere were made by these very files."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from communique.migrate import history

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def tool() -> ModuleType:
    """``migrations/release.py``, which is a program beside the revisions and in no package."""
    spec = importlib.util.spec_from_file_location("release", MIGRATIONS / "release.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


release = tool()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of what we ship, with every revision of it released."""
    here = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, here, ignore=shutil.ignore_patterns("__pycache__"))
    release.release(here)
    return here


def test_no_released_revision_was_changed() -> None:
    assert release.changed() == []


def test_what_is_released_is_the_beginning_of_the_history() -> None:
    released = sorted({release.revision_of(name) for name in release.listed(MIGRATIONS)})
    assert released == [revision.id for revision in history()][: len(released)]


def test_a_release_lists_every_file_that_a_revision_is_made_of(home: Path) -> None:
    kinds = ("versions/0*.py", "tables/*/*.*", "views/*/*.*")
    there = {file.relative_to(home).as_posix() for kind in kinds for file in home.glob(kind)}
    assert set(release.listed(home)) == there
    assert len(there) > 10
    assert release.changed(home) == []


@pytest.mark.parametrize("file", ["versions", "tables", "views"])
def test_a_change_of_one_byte_in_any_file_is_seen(home: Path, file: str) -> None:
    (name, *_) = (name for name in release.listed(home) if name.startswith(file))
    (home / name).write_bytes((home / name).read_bytes() + b"\n")
    assert release.changed(home) == [f"{name} was changed"]
    with pytest.raises(SystemExit, match="never changed"):
        release.release(home)
    (home / name).unlink()
    assert release.changed(home) == [f"{name} was removed"]


def test_a_further_view_of_a_released_revision_is_seen_and_a_further_revision_is_not(
    home: Path,
) -> None:
    (home / "views/9999").mkdir()
    (home / "views/9999/01_sky.sql").write_text("CREATE VIEW sky AS SELECT 1", encoding="utf-8")
    (home / "versions/9999_sky.py").write_text("revision = '9999'", encoding="utf-8")
    assert release.changed(home) == []
    (home / "views/0001/99_sky.sql").write_text("CREATE VIEW sky AS SELECT 1", encoding="utf-8")
    assert release.changed(home) == ["views/0001/99_sky.sql was added"]
