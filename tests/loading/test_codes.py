"""Each documented code can occur, each code that can occur is documented, and the page is fresh."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from communique.loading import check
from communique.loading.codes import CODES
from tests.loading import test_limits, test_resting, test_safeguards, test_stored_conflicts
from tests.loading.archives import TODAY, archive
from tests.loading.cases import CASES, write_bad_file
from tests.loading.catalogue_files import FILES

ROOT = Path(__file__).parents[2]
OF_A_LOAD = {
    "E309": test_safeguards.test_a_file_written_while_it_is_loaded_stops_the_load,
    "E507": test_safeguards.test_what_is_referred_to_is_not_removed,
    "E508": test_resting.test_where_to_look_and_what_to_do,
    "E701": test_safeguards.test_a_plan_gone_stale_is_refused,
    "E702": test_safeguards.test_more_than_a_tenth_goes_only_with_the_exact_number,
    "E703": test_safeguards.test_a_change_by_hand_is_not_overwritten_silently,
    "E705": test_stored_conflicts.test_what_only_the_database_refuses_is_told_at_its_record,
}
"""Codes that only a load into a database can have, and the test in which each occurs."""


def test_each_documented_code_can_occur() -> None:
    seen = {case.code for case in CASES.values()} | {code for code, _ in FILES.values()}

    assert seen | set(OF_A_LOAD) == set(CODES)


def test_no_code_is_undocumented() -> None:
    sources = [
        path
        for path in (ROOT / "db/communique/loading").rglob("*.py")
        if path.parent.name != "codes"
    ]
    used = {
        code for path in sources for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))
    }

    assert used == set(CODES)


@pytest.mark.parametrize("code", sorted(set(CODES) - set(OF_A_LOAD)))
def test_the_example_of_a_code_is_what_the_loader_says(code: str, tmp_path: Path) -> None:
    said: list[str] = []
    for case in (case for case in CASES.values() if case.code == code):
        folder = tmp_path / f"{len(said)}-{case.name[:2]}"
        folder.mkdir(exist_ok=True)
        bad = write_bad_file(case, folder, "bad")
        said += [str(each) for each in check([folder], today=TODAY).complaints]
        bad.unlink()
        if CODES[code].example in [re.sub(r"/\S*/", "", each) for each in said]:
            return
    for number, (_, prepare) in enumerate(each for each in FILES.values() if each[0] == code):
        path = prepare(archive(tmp_path / f"f{number}"))
        said += [str(each) for each in check([path], today=TODAY).complaints]
    example = re.escape(CODES[code].example.partition(": ")[2])
    assert any(re.search(example, each) for each in said), said[:3]


def test_the_page_of_codes_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs/codes_page.py", "--check"],
        env={"PYTHONPATH": str(ROOT / "db"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_limits_are_tested() -> None:
    assert test_limits.__doc__
