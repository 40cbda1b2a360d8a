"""What the pages in docs/ show is run: Python as it stands, SQL on both databases."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from tests.conftest import load_the_seeds, upgrade_to_head

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


def by_hand(page: str) -> str:
    """What of the page nobody generates."""
    kept, _, written = (DOCS / page).read_text(encoding="utf-8").partition("<!-- From here on")
    assert written
    return kept


@pytest.mark.parametrize(
    ("question", "answer"),
    re.findall(
        r"^```sql\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?",
        by_hand("sql.md"),
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


def test_pandas_and_duckdb_print_what_the_guide_shows(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/communique-demo.db"
    upgrade_to_head(database)
    load_the_seeds(database)
    (line,) = blocks("sql.md", "sh")
    program, *words = line.split(">")[0].split()
    assert program == "communique"
    environment = os.environ | {"COMMUNIQUE_DATABASE": database}
    listed = subprocess.run(
        [sys.executable, "-m", "communique", *words],
        cwd=tmp_path, env=environment, capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    (tmp_path / line.split(">")[1].strip()).write_bytes(listed.stdout)
    code = "\n".join(blocks("sql.md", "python"))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    python_onwards = by_hand("sql.md").partition("```python")[2]
    shown = re.findall(r"^```text\n(.*?)^```$", python_onwards, re.MULTILINE | re.DOTALL)
    assert [line.rstrip() for line in done.stdout.splitlines()] == "".join(shown).splitlines()


@pytest.mark.parametrize("script", ["sql_page.py", "cli_help.py"])
def test_a_written_page_is_up_to_date(script: str) -> None:
    done = subprocess.run(
        [sys.executable, DOCS / script, "--check"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_diagram_of_the_tables_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "er_diagram.py", "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
