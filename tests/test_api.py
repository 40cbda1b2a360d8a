"""What is public changes on purpose only: names, signatures, and the columns of the views."""

from __future__ import annotations

import re
from pathlib import Path

from tests.api import lines

RECORDED = Path(__file__).with_name("api.txt")


def test_the_public_names_signatures_and_view_columns_are_as_recorded() -> None:
    recorded = RECORDED.read_text(encoding="utf-8").splitlines()
    assert [*lines()] == recorded, "if that is meant: python -m tests.api > tests/api.txt"


def test_a_changed_signature_would_be_seen() -> None:
    found = [line for line in lines() if line.startswith("communique.upgrade(")]
    assert re.search(r"schema: str \| None = None", found[0])
    assert len([line for line in lines() if line.startswith("view ")]) == 10
