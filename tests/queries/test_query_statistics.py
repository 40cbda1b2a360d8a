"""After much was loaded the planner knows how much there is, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bench import archive
from communique import load
from communique.databases import engine_for
from communique.models import Meeting, Name
from tests.conftest import SEEDS
from tests.queries.reading_plans import sizes

if TYPE_CHECKING:
    from pathlib import Path


def test_a_large_load_takes_statistics(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive.write(tmp_path / "archive", 50)])
    with Session(engine) as session:
        counted = sizes(session)
        for model in (Meeting, Name):
            held = session.scalar(select(func.count()).select_from(model))
            assert counted[model.__tablename__] == held


def test_a_small_load_does_not_wait_for_them(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    load(engine, [SEEDS])
    with Session(engine) as session:
        assert sizes(session).get("meeting", -1) < 1
