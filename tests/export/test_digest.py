"""The digest of a whole database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from communique.databases import engine_for
from communique.keeping import content_digest
from communique.loading import load
from tests.conftest import SEEDS
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from tests.export.conftest import Fresh


def digest(engine: Engine) -> str:
    with engine.connect() as connection:
        return content_digest(connection)


def test_it_is_that_of_the_load_on_either_database(loaded_copy_url: str) -> None:
    engine = engine_for(loaded_copy_url)

    assert digest(engine) == load(engine, [SEEDS]).digest


def test_it_does_not_depend_on_the_order_of_loads(sqlite: Fresh, tmp_path: Path) -> None:
    topics = tmp_path / "topics.yaml"
    topics.write_text("topics:\n  zoology: {label: Zoology}\n  algae: {label: Algae}\n", "utf-8")
    oslo = archive(tmp_path / "in")
    with sqlite() as one, sqlite() as other:
        for path in (topics, oslo):
            load(one, [path], today=TODAY)
        for path in (oslo, topics, oslo):
            load(other, [path], today=TODAY)

        assert digest(one) == digest(other)


def test_a_change_by_hand_shows(sqlite: Fresh, tmp_path: Path) -> None:
    with sqlite() as engine:
        empty = digest(engine)
        load(engine, [archive(tmp_path / "in")], today=TODAY)
        before = digest(engine)
        with engine.begin() as connection:
            connection.execute(text("UPDATE participation SET described_as = 'him' WHERE id = 1"))

        assert len({empty, before, digest(engine)}) == 3
