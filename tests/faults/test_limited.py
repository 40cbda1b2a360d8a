"""A disk that is full ends in a clear refusal, and what was there stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from communique import load, upgrade
from communique.databases import engine_for
from communique.keeping import Health, content_digest, doctor
from tests.loading.archives import TODAY, archive

ROOT = Path(__file__).parents[2]
PAGE = 4096


def test_a_full_disk_refuses_the_load_and_keeps_what_was(sqlite_url: str, tmp_path: Path) -> None:
    engine = engine_for(sqlite_url)
    upgrade(engine)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    with engine.connect() as connection:
        before = content_digest(connection)
    engine.dispose()
    extra = "topics:\n" + "".join(f"  extra-{n}: {{label: Extra {n}}}\n" for n in range(300))
    folder = archive(tmp_path / "a", files={"extra.yaml": extra})

    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.limited", sqlite_url, str(folder), str(PAGE),
         str(2 * PAGE)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    *refused, last = [line.split("\t") for line in done.stdout.splitlines()]

    assert len(refused) >= 5  # the fault fired
    assert all(code == "0" for _, code, _, _ in [*refused, last])
    assert all(answer.startswith("refused:") for _, _, answer, _ in refused)
    assert all(
        Path(sqlite_url.removeprefix("sqlite:///")).name in answer for _, _, answer, _ in refused
    )
    assert {left for *_, left in refused} == {before}
    assert last[3] != before
    assert {finding.health for finding in doctor(engine_for(sqlite_url))} == {Health.SOUND}
