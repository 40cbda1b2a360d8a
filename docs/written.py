"""Pages that a program writes: written anew, or only checked against what they should be."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from pathlib import Path

HERE = Path(__file__).parent


def write_or_check(wanted: Mapping[Path, str], there: Collection[Path] = ()) -> None:
    """Write the files; with ``--check`` exit with 1 where one is not what it should be.

    Nor may one be there that is not wanted, of those that are named in ``there``.
    """
    if sys.argv[1:] != ["--check"]:
        for file, text in wanted.items():
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return
    stale = [
        str(file.relative_to(HERE.parent))
        for file in sorted({*wanted, *there})
        if not file.is_file() or wanted.get(file) != file.read_text(encoding="utf-8")
    ]
    if stale:
        script = Path(sys.argv[0]).name
        sys.exit(f"out of date: {', '.join(stale)}: run .venv/bin/python docs/{script}")
