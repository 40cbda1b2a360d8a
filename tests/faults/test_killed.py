"""A load that dies leaves what was before it, or all of itself, and the next one works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from communique import load
from communique.databases import engine_for
from communique.keeping import Health, content_digest, doctor
from tests.faults.killed import FIRED
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def killed(url: str, folder: Path, first: int, step: int) -> Iterator[tuple[int, str, str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed", url, str(folder), str(first), str(step)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    for line in done.stdout.splitlines():
        number, ended, left = line.split(" ")
        yield int(number), ended, left


def digest(url: str) -> str:
    with engine_for(url).connect() as connection:
        return content_digest(connection)


def test_a_load_killed_at_any_statement_is_before_or_after(
    migrated_url: str, tmp_path: Path
) -> None:
    first = archive(tmp_path / "a")
    load(engine_for(migrated_url), [first], today=TODAY)
    before = digest(migrated_url)
    # An edit that inserts, updates and deletes.
    edited = archive(
        tmp_path / "a",
        ("title: Talks in Oslo", "title: The Oslo talks"),
        ("topics: [fisheries]\n    participants", "participants"),
        ("topics:\n", "topics:\n  sea: {label: Sea}\n"),
    )

    runs = list(killed(migrated_url, edited, 1, 1 if "sqlite" in migrated_url else 3))

    *deaths, last = runs
    after = last[2]
    assert last[1] == "loaded"
    assert after != before
    assert len(deaths) >= 5
    assert all(ended == FIRED for _, ended, _ in deaths)
    assert {left for _, _, left in deaths} <= {before, after}
    assert before in {left for _, _, left in deaths}
    sound = {finding.health for finding in doctor(engine_for(migrated_url))}
    assert sound == {Health.SOUND}


def test_the_digest_after_deaths_is_that_of_a_load_that_lived(
    migrated_url: str, tmp_path: Path
) -> None:
    folder = archive(tmp_path / "a")

    *_, last = killed(migrated_url, folder, 4, 7)

    whole = load(engine_for(migrated_url), [folder], today=TODAY)
    assert whole.unchanged == 11
    assert last[2] == digest(migrated_url)
