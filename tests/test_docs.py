"""What the pages in docs/ show is run: Python as it stands, SQL on both databases."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from communique.databases import engine_for

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def blocks(page: str, language: str) -> list[str]:
    words = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", words, re.MULTILINE | re.DOTALL)


def test_the_python_of_the_embedding_guide_runs(tmp_path: Path) -> None:
    code = "\n".join(blocks("embedding.md", "python"))
    assert code.count("\n") > 40
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("question", "answer"),
    re.findall(
        r"^```sql\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?",
        (DOCS / "sql.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    ),
)
def test_the_sql_of_the_guide_has_the_answer_it_shows(
    loaded_url: str, question: str, answer: str
) -> None:
    with engine_for(loaded_url).connect() as connection:
        rows = connection.execute(text(question)).all()
    assert rows
    if answer:
        assert [" | ".join(map(str, row)) for row in rows] == answer.splitlines()


def test_the_diagram_of_the_tables_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "er_diagram.py", "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
