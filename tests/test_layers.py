"""The library is built in rows: a file imports from lower rows, siblings never each other."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "db/communique"
MIGRATIONS = ROOT / "migrations"

# From the ground up. Names in one row are siblings; files inside one package are family.
ROWS = [
    {"errors"},
    {"databases", "lazily", "shipped", "version"},
    {"codes", "dates", "names", "vocabulary"},
    {"columns", "plain", "questions"},
    {"indexing", "models"},
    {"loading", "migrate", "queries"},
    {"aio"},
    {"export", "keeping"},
    {"communique"},  # the public door, db/communique/__init__.py
    {"cli"},
    {"__main__"},
]
ROW = {name: number for number, row in enumerate(ROWS) for name in row}

# Whoever opens a transaction commits it; everybody else borrows the session.
# `databases` ends the transactions that its own blocks begin.
MAY_COMMIT = {"databases", "keeping", "loading", "migrate"}

# It deletes the old row behind the back of foreign keys and of the full-text index.
REPLACE = re.compile(
    r"insert\s+or\s+replace|\breplace\s+into\b|^\s*or\s+replace\s*$", re.IGNORECASE
)

Rule = Callable[[str, ast.Module], Iterator[str]]


def module_of(file: Path) -> str:
    """``dates/reading.py`` is part of ``dates``; the door is called like the package."""
    first = file.relative_to(LIBRARY).parts[0].removesuffix(".py")
    return "communique" if first == "__init__" else first


def imported(tree: ast.Module, package: list[str]) -> Iterator[str]:
    """The modules of ours that a file names in its imports, wherever these stand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            paths = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            base = [*start, *(node.module or "").split(".")] if node.module else start
            paths = [".".join([*base, alias.name]) for alias in node.names]
        else:
            continue
        for path in paths:
            top, _, rest = path.partition(".")
            if top == "communique":
                name = rest.partition(".")[0]
                yield name if name in ROW else "communique"


def rows_are_kept(module: str, tree: ast.Module, package: list[str] | None = None) -> Iterator[str]:
    if module not in ROW:
        yield f"{module} has no row: give it one in tests/test_layers.py"
        return
    for other in imported(tree, package or ["communique"]):
        if other != module and ROW[other] >= ROW[module]:
            yield f"{module} may not import {other}"


def only_the_door_reads_the_environment(module: str, tree: ast.Module) -> Iterator[str]:
    words = {"environ", "environb", "getenv"}
    for node in ast.walk(tree):
        named = getattr(node, "attr", None) or getattr(node, "name", None)
        if named in words and isinstance(node, ast.Attribute | ast.alias) and module != "cli":
            yield f"{module} reads the environment: let cli read it and pass the value"


def databases_differ_in_one_folder(module: str, tree: ast.Module) -> Iterator[str]:
    kinds = {"sqlite", "postgresql", "psycopg"}
    for node in ast.walk(tree):
        owner = getattr(node, "value", None)
        dialect = getattr(owner, "attr", None) or getattr(owner, "id", None)
        asks = isinstance(node, ast.Attribute) and (dialect, node.attr) == ("dialect", "name")
        compares = isinstance(node, ast.Compare | ast.match_case) and kinds & {
            part.value for part in ast.walk(node) if isinstance(part, ast.Constant)
        }
        if module != "databases" and (asks or compares):
            yield f"{module} asks which database it is: put the difference into databases/"


def nothing_opens_at_import(module: str, tree: ast.Module) -> Iterator[str]:
    for call in (node for node in at_import(tree) if isinstance(node, ast.Call)):
        called = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
        if called in {"create_engine", "create_async_engine", "open_engine", "connect"}:
            yield f"{module} calls {called} when it is imported"


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs when a module is imported: not the bodies of its functions."""
    yield node
    for field, value in ast.iter_fields(node):
        if field == "body" and isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from at_import(child)


def the_lender_commits(module: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "commit" and module not in MAY_COMMIT:
            yield f"{module} commits: a borrowed session is committed by its lender"


def no_row_is_replaced(module: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and REPLACE.search(node.value)
        ):
            yield f"{module} replaces rows: use ON CONFLICT DO UPDATE"


RULES: list[Rule] = [
    only_the_door_reads_the_environment,
    databases_differ_in_one_folder,
    nothing_opens_at_import,
    the_lender_commits,
    no_row_is_replaced,
]


def files() -> list[Path]:
    found = sorted(LIBRARY.rglob("*.py"))
    assert len(found) > 10, "there is nothing to check"
    return found


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(LIBRARY)))
def test_the_file_keeps_every_rule(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    module = module_of(file)
    package = ["communique", *file.relative_to(LIBRARY).parts[:-1]]
    complaints = [*rows_are_kept(module, tree, package)]
    complaints += [complaint for rule in RULES for complaint in rule(module, tree)]
    assert not complaints


@pytest.mark.parametrize("file", sorted(MIGRATIONS.rglob("*.py")), ids=lambda file: file.stem)
def test_a_migration_neither_reads_the_environment_nor_replaces_rows(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert not [*only_the_door_reads_the_environment("migrations", tree)]
    assert not [*no_row_is_replaced("migrations", tree)]


def test_each_name_in_the_rows_is_a_part_of_the_library() -> None:
    assert set(ROW) == {module_of(file) for file in files()}


PLANTED: list[tuple[Rule, str, str]] = [
    (rows_are_kept, "models", "from communique.loading import load"),
    (rows_are_kept, "models", "from .queries.signings import signings"),
    (rows_are_kept, "dates", "def late():\n    import communique.names"),
    (rows_are_kept, "errors", "from communique import version"),
    (rows_are_kept, "queries", "from communique import connect"),
    (rows_are_kept, "loading", "from . import migrate"),
    (rows_are_kept, "gossip", ""),
    (only_the_door_reads_the_environment, "keeping", "import os\nos.environ['HOME']"),
    (only_the_door_reads_the_environment, "loading", "from os import getenv"),
    (databases_differ_in_one_folder, "queries", "if bind.dialect.name == 'sqlite': pass"),
    (databases_differ_in_one_folder, "queries", "many = kind in ('sqlite', 'oracle')"),
    (databases_differ_in_one_folder, "migrate", "match kind:\n    case 'sqlite': pass"),
    (nothing_opens_at_import, "queries", "engine = sqlalchemy.create_engine('sqlite://')"),
    (nothing_opens_at_import, "cli", "class Door:\n    engine = create_engine('sqlite://')"),
    (nothing_opens_at_import, "cli", "def door(engine=create_engine('sqlite://')): pass"),
    (the_lender_commits, "queries", "def ask(session):\n    session.commit()"),
    (no_row_is_replaced, "loading", "x = 'Insert or  Replace into actor'"),
    (no_row_is_replaced, "loading", "insert(Actor).prefix_with('OR REPLACE')"),
]


@pytest.mark.parametrize(("rule", "module", "source"), PLANTED)
def test_a_planted_fault_is_found(rule: Rule, module: str, source: str) -> None:
    assert [*rule(module, ast.parse(source))]


def test_what_is_allowed_is_not_complained_about() -> None:
    allowed = ast.parse(
        "from communique.errors import UsageError\n"
        "from .dates import PartialDate\n"
        "from sqlalchemy import select\n"
        "def opens(url):\n    return create_engine(url)\n"
        "view = 'CREATE OR REPLACE VIEW signing AS SELECT 1'\n"
    )
    assert not [*rows_are_kept("queries", allowed)]
    assert not [complaint for rule in RULES for complaint in rule("queries", allowed)]
