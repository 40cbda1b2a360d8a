"""Loading is a state, not a history: the order of files and of loads leaves no trace."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.keeping import content_digest
from communique.loading import load
from tests.export.conftest import postgresql, sqlite
from tests.test_seeds import FILES, dealt_out

if TYPE_CHECKING:
    from tests.export.conftest import Fresh

__all__ = ["postgresql", "sqlite"]  # fixtures of the tests of exports
ORDERS = 20
SLUGS = [f"t{number}" for number in range(6)]


def test_twenty_orders_of_files_are_one_content(
    sqlite: Fresh, postgresql: Fresh, tmp_path: Path
) -> None:
    found = set()
    for number in range(ORDERS):
        files = FILES.copy()
        random.Random(number).shuffle(files)
        dealt_out(files, tmp_path / str(number))
        with (postgresql if number % 5 == 0 else sqlite)() as engine:
            load(engine, [tmp_path / str(number)])
            with engine.connect() as connection:
                found.add(content_digest(connection))
    assert len(found) == 1


@st.composite
def topics(draw: st.DrawFn) -> dict[str, tuple[str, str | None]]:
    """Topics by slug, each with its label and perhaps a broader one that comes before it."""
    slugs = sorted(draw(st.sets(st.sampled_from(SLUGS), min_size=1)))
    labels = st.sampled_from(["Sea", "Deniz", "دریا"])
    return {
        slug: (draw(labels), draw(st.none() | st.sampled_from(slugs[:before])) if before else None)
        for before, slug in enumerate(slugs)
    }


@settings(max_examples=100, deadline=None)
@given(one=topics(), other=topics())
def test_loading_other_files_in_between_leaves_only_what_they_alone_hold(
    one: dict[str, Any], other: dict[str, Any], sqlite: Fresh
) -> None:
    """A, B, A is A, and beside it what only B holds."""
    with tempfile.TemporaryDirectory() as place, sqlite() as engine:
        first, second = page(Path(place) / "a", one), page(Path(place) / "b", other)
        for folder in (first, second, first):
            load(engine, [folder])
        again = load(engine, [first])
        assert (again.added, again.changed) == (0, 0)
        with engine.connect() as connection:
            found = content_digest(connection)

        assert found == load(engine, [page(Path(place) / "both", other | one)], dry_run=True).digest


def page(folder: Path, held: dict[str, Any]) -> Path:
    folder.mkdir()
    lines = [
        f"  {slug}: {{label: {label}{f', broader: {broader}' if broader else ''}}}\n"
        for slug, (label, broader) in held.items()
    ]
    (folder / "topics.yaml").write_text("topics:\n" + "".join(lines), encoding="utf-8")
    return folder
