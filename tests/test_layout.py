"""The shape of the tree: small files that say what they are, and evidence untouched."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "db/communique"
CODE = ("db", "migrations", "tests", "bench", "docs", "examples")
LONGEST = 300

# The bytes of the articles, because every offset and hash in the archive holds for these only.
ARTICLES = {
    "000_bbed05dbed5f1696.txt": "46a38bea5a6c0f885de178c42b31b208fe0783227bd5c11030e24e62935ad16e",
    "001_fc9b58b13af6b070.txt": "a9eb65e3f319014b345cc4b23eb3a1fc295e83cab5dc59080534995dfe4dd608",
    "002_f00376ba43df06a2.txt": "548519fdcbdfdb41eb64ce463a8eab7c6a2cd9c86b8c7f269a272b4049fe1e56",
    "003_10937e741dedd795.txt": "01291ae6c077a9dc395b273fe4b1d2e354e04725d337b03156b5d3b9986e2e63",
    "004_4c34d456f1ccd93f.txt": "5f59c15643b353eaaa681ffea8c66f906e5e319005ba41df459af1de29469045",
}


def test_no_file_is_longer_than_300_lines() -> None:
    files = [file for folder in CODE for file in (ROOT / folder).rglob("*.py")]
    assert files
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    long = {str(file.relative_to(ROOT)): n for file, n in lengths.items() if n > LONGEST}
    assert not long, "a file that needs a table of contents is two files"


def without_words(source: str) -> Iterator[str]:
    """What is public in a source and has no docstring."""
    tree = ast.parse(source)
    if not ast.get_docstring(tree):
        yield "the module"
    inside_functions = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if inner is not node
    }
    methods = {
        inner for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for inner in node.body
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        public = not node.name.startswith("_")
        if public and node not in inside_functions | methods and not ast.get_docstring(node):
            yield f"{node.name}, line {node.lineno}"


@pytest.mark.parametrize(
    "file", sorted(LIBRARY.rglob("*.py")), ids=lambda file: str(file.relative_to(LIBRARY))
)
def test_everything_public_says_what_it_is(file: Path) -> None:
    assert not [*without_words(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 1", ["the module"]),
        ('"""Words."""\ndef sign(): ...', ["sign, line 2"]),
        ('"""Words."""\nclass Pact: ...', ["Pact, line 2"]),
        ('"""Words."""\ndef _own(): ...\nclass _Own: ...', []),
        ('"""Words."""\ndef sign():\n    """Say."""\n    def inner(): ...', []),
    ],
)
def test_a_missing_docstring_is_found(source: str, found: list[str]) -> None:
    assert [*without_words(source)] == found


@pytest.mark.parametrize(
    "file", sorted(ROOT.glob("migrations/versions/*.py")), ids=lambda f: f.stem
)
def test_a_revision_never_imports_a_model(file: Path) -> None:
    assert not [*models_in(file.read_text(encoding="utf-8"))]


def models_in(source: str) -> Iterator[str]:
    """Imports of what changes after a revision is frozen: our models, columns and public door."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            paths = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            paths = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for path in paths:
            if path.partition(".")[0] == "communique" and not path.startswith("communique.migrate"):
                yield path


@pytest.mark.parametrize(
    "line",
    [
        "import communique.models",
        "from communique.models import Actor",
        "from communique import models",
    ],
)
def test_an_import_of_a_model_is_found(line: str) -> None:
    assert [*models_in(line)]


def test_db_is_a_folder_and_not_a_package() -> None:
    assert not (ROOT / "db/__init__.py").exists(), "`import db` would collide with a host's own db"
    assert (LIBRARY / "py.typed").exists()


def test_the_articles_are_the_bytes_that_were_supplied() -> None:
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in ROOT.glob("seeds/articles/*.txt")
    }
    assert found == ARTICLES
