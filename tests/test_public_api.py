"""The public names are those of ``communique.__all__``: complete, documented, cheap to import."""

from __future__ import annotations

import ast
import importlib
import inspect
import logging
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique import errors
from communique.databases import engine_for
from communique.version import __version__

DOOR = Path(communique.__file__)
NAMES = [name for name in communique.__all__ if not name.startswith("__")]
PROMISED = """
    PartialDate connect connect_async upgrade downgrade current_revision check_schema require_latest
    not_ours offline_sql load check signings meetings agreements quotes holders
""".split()  # noqa: SIM905


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(communique, name)
    first = (inspect.getdoc(value) or "").partition("\n")[0]
    assert first.endswith((".", "?", "``.", ".``")), f"{name}: {first!r}"
    assert len(first) > 15


def test_what_was_promised_is_public() -> None:
    assert set(PROMISED) <= set(communique.__all__)
    assert communique.__version__ == __version__


def test_every_error_is_public() -> None:
    tree = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.CommuniqueError)
    }
    assert tree <= set(communique.__all__)


def test_every_question_is_public() -> None:
    from communique import queries

    inner = {"When", "Words"}  # names for what callers give, not for what they call
    assert set(queries.__all__) - inner <= set(communique.__all__)


def test_names_are_sorted_and_unique() -> None:
    assert list(communique.__all__) == sorted(set(communique.__all__))


@pytest.mark.parametrize("package", ["communique", "communique.queries", "communique.migrate"])
def test_a_lazy_package_has_the_names_that_type_checkers_see(package: str) -> None:
    """What stands under TYPE_CHECKING is what is imported on first use."""
    module = importlib.import_module(package)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    typed = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    own = {"connect", "__version__"} if package == "communique" else set()
    assert typed == module._homes
    assert typed.keys() | own == set(module.__all__)
    assert dir(module) == sorted(module.__all__)
    with pytest.raises(AttributeError, match="no attribute 'gossip'"):
        module.gossip  # noqa: B018


def test_a_module_does_not_take_the_place_of_a_name_like_its_own() -> None:
    asked = (
        "import communique.queries.timeline, communique.migrate.history\n"
        "from communique.queries import timeline\n"
        "from communique.migrate import history\n"
        "assert callable(timeline) and callable(history)"
    )
    subprocess.run(
        [sys.executable, "-c", asked], env={"PYTHONPATH": str(DOOR.parents[1])},
        timeout=60, check=True,
    )  # fmt: skip


def test_one_answer_imports_what_it_needs(sqlite_url: str) -> None:
    communique.upgrade(engine := engine_for(sqlite_url))
    engine.dispose()
    asked = f"""
import sys
from communique.cli.running import run
assert run(["--database", {sqlite_url!r}, "signings", "--format", "json"]) == 0
needless = {{
    "alembic", "rich", "yaml", "pydantic", "edtf", "rapidfuzz", "psycopg",
    "communique.loading", "communique.migrate.scratch", "communique.queries.dossier",
    "communique.queries.timeline", "communique.queries.evidence",
}}
sys.exit(", ".join(needless & set(sys.modules)) or 0)
"""
    ended = subprocess.run(
        [sys.executable, "-c", asked], env={"PYTHONPATH": str(DOOR.parents[1])},
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()


def test_importing_the_package_imports_no_library(tmp_path: Path) -> None:
    asked = (
        "import sys, communique\n"
        "heavy = {'sqlalchemy', 'alembic', 'click', 'rich', 'pydantic', 'edtf'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        env={"PYTHONPATH": str(DOOR.parents[1])}, cwd=tmp_path, capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()


def test_the_library_is_quiet_unless_asked() -> None:
    handlers = logging.getLogger("communique").handlers
    assert any(isinstance(handler, logging.NullHandler) for handler in handlers)


def test_a_database_at_another_revision_is_refused(sqlite_url: str) -> None:
    import sqlite3

    sqlite3.connect(sqlite_url.removeprefix("sqlite:///")).close()
    with (
        pytest.raises(communique.SchemaError, match="communique db upgrade"),
        communique.connect(sqlite_url),
    ):
        pass


def test_a_session_of_connect_cannot_write(migrated_url: str) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    with (
        pytest.raises((DBAPIError, communique.CommuniqueError)),
        communique.connect(migrated_url) as session,
    ):
        session.execute(text("DELETE FROM actor"))
