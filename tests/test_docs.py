"""What the pages in docs/ show is run: Python as it stands, SQL on both databases."""

from __future__ import annotations

import ast
import doctest
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from communique.databases import engine_for
from tests.conftest import load_the_seeds, upgrade_to_head
from tests.embedding.hosts import host_engine
from tests.servers.databases import Databases
from tests.servers.files import Files

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LIBRARY = ROOT / "db/communique"
RUN = {
    "sql": {"model.md", "sql.md"},
    "python": {"embedding.md", "sql.md"},
    "pycon": {"python.md"},
    "console": set[str](),
}
"""In which pages the tests below run the blocks of a language; a block elsewhere is a mistake."""


def blocks(page: str, language: str) -> list[str]:
    words = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", words, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", sorted(file.name for file in DOCS.glob("*.md")))
def test_no_page_shows_code_that_is_not_run(page: str) -> None:
    for language, pages in RUN.items():
        assert not blocks(page, language) or page in pages, f"{language} in {page} is not run"


def test_the_python_of_the_embedding_guide_runs(tmp_path: Path, postgresql_url: str) -> None:
    code = "\n".join(blocks("embedding.md", "python"))
    server = host_engine(postgresql_url).url.render_as_string(hide_password=False)
    shown = '"postgresql+psycopg://me@server/service"'
    assert shown in code
    code = code.replace(shown, repr(server))
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


@pytest.fixture
def demonstration(
    shelf: Files | Databases,
    loaded_copy_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> str | None:
    """A folder with the database that ``communique demo`` makes; None where it would be none."""
    url = make_url(loaded_copy_url)
    if isinstance(shelf, Databases):
        return loaded_copy_url
    Path(str(url.database)).rename(tmp_path / "communique-demo.db")
    monkeypatch.chdir(tmp_path)
    return None


def here(code: str, database: str | None) -> str:
    return code.replace("sqlite:///communique-demo.db", database) if database else code


def test_the_answers_in_python_are_those_that_the_page_shows(demonstration: str | None) -> None:
    shown = here("\n".join(blocks("python.md", "pycon")), demonstration)
    test = doctest.DocTestParser().get_doctest(shown, {}, "python.md", "python.md", 0)
    assert len(test.examples) > 20
    heard: list[str] = []
    doctest.DocTestRunner().run(test, out=heard.append)
    assert not heard, "".join(heard)


def examples() -> dict[str, str]:
    """The code in docstrings of the library: what imports us and stands indented in the text."""
    found = {}
    for file in sorted(LIBRARY.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                told = ast.get_docstring(node) or ""
                name = f"{file.relative_to(LIBRARY)} {getattr(node, 'name', '')}".strip()
                code = "\n".join(re.findall(r"^(?:    .*)?$", told, re.MULTILINE))
                if re.search(r"^    (from|import) communique|^ *>>>", told, re.MULTILINE):
                    found[name] = textwrap.dedent(code)
    return found


@pytest.mark.parametrize("name", examples())
def test_the_example_of_a_docstring_runs(name: str, loaded_url: str) -> None:
    code = re.sub(r'"\w+://[^"]*"', repr(loaded_url), examples()[name])
    if "async with" in code:
        body = textwrap.indent(code, "    ")
        code = f"import asyncio\nasync def main():\n{body}\nasyncio.run(main())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Soylu" in done.stdout


def test_the_examples_of_docstrings_are_found() -> None:
    assert {"__init__.py", "aio.py"} <= set(examples())


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


@pytest.mark.parametrize("script", ["cli_help.py", "er_diagram.py", "sql_page.py"])
def test_a_written_page_is_up_to_date(script: str) -> None:
    done = subprocess.run(
        [sys.executable, DOCS / script, "--check"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.extras
def test_the_site_is_built_without_a_warning_and_needs_no_other_site(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", DOCS, tmp_path],
        capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    pages = {file.stem: file.read_text(encoding="utf-8") for file in tmp_path.glob("*.html")}
    told = {"curators": "mentions", "sql": "signer_name", "python": "commit_due", "model": "svg"}
    assert {page for page, words in told.items() if words in pages[page]} == set(told)
    fetched = r"""<(?:script|link|img|iframe)[^>]*(?:src|href)=["'](?:https?:)?//[^"']*"""
    assert [found for page in pages.values() for found in re.findall(fetched, page)] == []
    assert len([*(tmp_path / "_images").glob("*.svg")]) == len([*(DOCS / "model").glob("*.svg")])
