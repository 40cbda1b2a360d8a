"""Branch coverage of the loading package: ``make soak PART=coverage``.

Every branch is taken by a test of the loader, of its doors or of the doctor, on SQLite; what is
missing is printed with its lines, and then the run fails. Too slow for ``make test``, where the
same tests run without being watched.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PACKAGE = "communique.loading"
TESTS = (
    "tests/loading",
    "tests/cli/test_cli_loading.py",
    "tests/export",
    "tests/faults/test_writers.py",
    "tests/keeping/test_doctor.py",
    "tests/test_record_schema.py",
)
LEFT_OUT = "--deselect=tests/export/test_round_trip.py::test_any_archive_comes_back_from_its_export"
"""Random archives: what is taken by chance is not counted on."""
NEVER_RUN = ("if TYPE_CHECKING:", r"if __name__ == .__main__.:")
"""Imports for the type checker alone, and what only a process of its own runs."""


def main() -> None:
    """Run the tests, and fail where a line or a branch is not taken."""
    import coverage

    with TemporaryDirectory() as folder:
        data = Path(folder) / "lines"
        watch = ["--branch", f"--rcfile={os.devnull}", f"--data-file={data}", f"--source={PACKAGE}"]
        tests = ["pytest", "-q", "--no-pg", "-p", "no:cacheprovider", LEFT_OUT, *TESTS]
        subprocess.run(
            [sys.executable, "-m", "coverage", "run", *watch, "-m", *tests], cwd=ROOT, check=True
        )
        found = coverage.Coverage(data_file=data, branch=True, config_file=False)
        found.load()
        for line in NEVER_RUN:
            found.exclude(line)
        share = found.report(show_missing=True, skip_covered=True)
    if share < 100:
        sys.exit(f"{share:.2f} % of {PACKAGE}, and not 100")


if __name__ == "__main__":
    main()
