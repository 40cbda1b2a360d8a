"""Spoiled files end in success or in a typed complaint: no traceback, no crash, no hang."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from communique.loading.codes import CODES
from tests.loading.archives import ARTICLE
from tests.loading.mutated import VALID, judged
from tests.loading.mutators import MUTATORS, mutated

ROOT = Path(__file__).parents[2]
FOUND: dict[str, tuple[str, bytes]] = {
    "an open question mark without a line feed": (".yaml", b"? a"),
    "an open bracket without a line feed": (".yaml", b"a: ["),
    "a line separator in a plain value": (".yaml", "topics: a\u2028b".encode()),
    "a name of emoji, which is long in Latin letters": (
        ".yaml",
        ("actors:\n  a: {kind: person, name: {text: " + "\U0001f1f3\U0001f92a" * 200
         + ", evidence: {basis: outside, note: x}}}\n").encode(),
    ),
    "the same speaker twice": (".yaml", ARTICLE.replace("by: bo-berg", "by: [bo-berg, bo-berg]").encode()),
    "a date without a limit": (".yaml", ARTICLE.replace("    date: 2024-03-05\n", '    date: ".."\n').encode()),
    "a NUL in a JSON key": (".jsonl", b'{"topics": {"a\\u0000": {"label": "A"}}}'),
}  # fmt: skip
"""Files that once gave a traceback, here or at the database; each stays found."""


def test_there_are_forty_mutators() -> None:
    assert len(MUTATORS) == 40


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_once_stays_found(name: str, tmp_path: Path) -> None:
    assert judged(*FOUND[name], tmp_path)


@pytest.mark.parametrize("batch", range(10))
def test_a_mutated_file_ends_in_success_or_a_complaint(batch: int, tmp_path: Path) -> None:
    codes: set[str] = set()
    for seed in range(batch * 200, batch * 200 + 200):
        ending, names, content = mutated(seed, VALID)
        began = time.process_time()
        codes.update(judged(ending, content, tmp_path))
        assert time.process_time() - began < 2, (seed, names)
    assert codes <= set(CODES)
    assert len(codes) > 5


def test_every_mutator_changes_a_file_and_is_survived(tmp_path: Path) -> None:
    for name, mutate in MUTATORS.items():
        made = {mutate(Random(seed), text) for seed in range(8) for _, text in VALID}
        assert made - {text.encode() for _, text in VALID}, name
        judged(".yaml", mutate(Random(0), ARTICLE), tmp_path)


def test_mutated_files_in_a_process_with_little_memory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.loading.mutated", "50000", "50040", tmp_path],
        cwd=ROOT, env={"PYTHONPATH": f"{ROOT / 'db'}:{ROOT}", "PATH": ""},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-2000:]
    assert len(done.stdout.splitlines()) == 40
