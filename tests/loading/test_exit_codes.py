"""What the command line answers with: 1 for errors, 0 for warnings, 1 for these under --strict."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loading.cases import CASES, write_bad_file

ROOT = Path(__file__).parents[2]
ASKED = [
    ("E5 an unknown word", (), 1),
    ("C7 200,000 brackets", (), 1),
    ("H15 a speaker whom the text does not name", (), 0),
    ("H15 a speaker whom the text does not name", ("--strict",), 1),
]


@pytest.mark.parametrize(("name", "options", "code"), ASKED)
def test_the_exit_code_is_that_of_the_worst_complaint(
    name: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    write_bad_file(CASES[name], tmp_path, "bad")

    done = subprocess.run(
        [sys.executable, "-m", "communique", "check", *options, "--format", "json", tmp_path],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT / "db"), "PATH": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == code, done.stderr
    told = json.loads(done.stdout)
    assert CASES[name].code in [each["code"] for each in told]
    assert set(told[0]) == {"file", "line", "column", "code", "path", "message", "hint"}
    assert "Traceback" not in done.stderr
