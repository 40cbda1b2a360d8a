"""One of several writers: loads an archive of its own, one record at a time.

Run as a program: ``python -m tests.faults.writing URL FOLDER NAME LOADS``. Each load adds one
topic; it prints a line when the load was acknowledged.
"""

from __future__ import annotations

import sys
from pathlib import Path

from communique.databases import engine_for
from communique.loading import load


def main(url: str, folder: Path, name: str, loads: int) -> None:
    engine = engine_for(url)
    folder.mkdir()
    topics = ""
    for number in range(loads):
        slug = f"{name}-{number}"
        topics = f"topics:\n  {slug}: {{label: {slug}}}\n"
        (folder / "topics.yaml").write_text(topics, encoding="utf-8")
        assert load(engine, [folder], wait=60).added == 1
        sys.stdout.write(f"{slug}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
