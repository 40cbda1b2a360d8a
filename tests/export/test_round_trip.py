"""What is exported loads to the same content, byte for byte the same on either database."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from communique.export import export_records, format_files
from communique.keeping import content_digest
from communique.loading import load
from tests.conftest import SEEDS
from tests.export.conftest import rows
from tests.export.random_archives import TODAY, archives, written

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.export.conftest import Fresh

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def pages(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def digest(engine: Engine) -> str:
    with engine.connect() as connection:
        return content_digest(connection)


def come_back(files: dict[str, bytes], first: Fresh, second: Fresh) -> None:
    """Load, export, load elsewhere, export again: the same all along."""
    with tempfile.TemporaryDirectory() as place, first() as one, second() as other:
        source, once, twice = (Path(place) / each for each in ("in", "once", "twice"))
        loaded = load(one, [written(source, files)], today=TODAY)
        export_records(one, once)
        again = load(other, [once], today=TODAY)
        export_records(other, twice)

        assert rows(other) == rows(one)
        assert again.digest == loaded.digest == digest(one) == digest(other)
        assert pages(twice) == pages(once)
        assert format_files([once], check=True).changed == ()


@settings(max_examples=100, suppress_health_check=SLOW)
@given(files=archives())
def test_any_archive_comes_back_from_its_export(files: dict[str, bytes], sqlite: Fresh) -> None:
    come_back(files, sqlite, sqlite)


@settings(max_examples=15, suppress_health_check=SLOW)
@given(files=archives())
def test_any_archive_moves_between_the_databases(
    files: dict[str, bytes], sqlite: Fresh, postgresql: Fresh
) -> None:
    come_back(files, sqlite, postgresql)
    come_back(files, postgresql, sqlite)


def test_the_seeds_come_back_from_their_export(loaded_url: str, sqlite: Fresh) -> None:
    from communique.databases import engine_for

    engine = engine_for(loaded_url)
    with tempfile.TemporaryDirectory() as place, sqlite() as other:
        told = export_records(engine, Path(place) / "x")
        loaded = load(other, [Path(place) / "x"])

        assert rows(other) == rows(engine)
        assert loaded.digest == digest(engine)
        assert sum(told.records.values()) == loaded.added
        assert len(pages(Path(place) / "x")) == told.files


def test_the_bytes_of_articles_are_exported_untouched(loaded_url: str, tmp_path: Path) -> None:
    from communique.databases import engine_for

    export_records(engine_for(loaded_url), tmp_path / "x")

    for text in SEEDS.glob("articles/*.txt"):
        assert (tmp_path / "x/articles" / text.name).read_bytes() == text.read_bytes()
