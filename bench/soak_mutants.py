"""Mutation testing of the loading package: ``make soak PART=mutants``.

    python -m bench.soak_mutants [--sample N] [--seed S] [MODULE ...]

`cosmic-ray` changes one operator, constant or condition of a module at a time, in a copy of the
checkout, and the loader's tests must notice. A module is a shard: name some to run a part, as
``resolver/evidence``. The rate of mutants killed is printed with each survivor and its line;
below 85 of 100 the run fails.

It needs `pip install cosmic-ray`, which no other target needs.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = Path("db/communique/loading")
COPIED = ("db", "docs", "migrations", "seeds", "tests", "pyproject.toml")
LEFT_OUT = {"__init__", "schema", "codes"}
"""Imports alone, the JSON Schema with its own tests, and words."""
AIM = 0.85
SECONDS = 120
TESTS = (
    "tests/loading/test_complaints.py tests/loading/test_reader.py tests/loading/test_rules.py"
    " tests/loading/test_positions.py tests/loading/test_further_rules.py"
    " tests/loading/test_json_lines.py tests/loading/test_limits.py"
    " tests/loading/test_catalogue.py::test_each_bad_file_alone_gets_its_code"
    " tests/loading/test_load.py tests/loading/test_safeguards.py"
    " tests/loading/test_stored_conflicts.py"
)


def main() -> None:
    """Run the shards, and fail when too many mutants live."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=modules())
    parser.add_argument("--sample", type=int, help="as many mutants of all, chosen by chance")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if shutil.which("cosmic-ray", path=_path()) is None:
        sys.exit("cosmic-ray is not here: pip install cosmic-ray")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder) / "copy")
        session = Path(folder) / "session.sqlite"
        config = _config(Path(folder), copy, asked.modules)
        _cosmic_ray(copy, "init", config, session)
        _drop(session, _without_effect(session, copy))
        if asked.sample is not None:
            jobs = _jobs(session)
            few = random.Random(asked.seed).sample(jobs, min(asked.sample, len(jobs)))
            _drop(session, set(jobs) - set(few))
        _cosmic_ray(copy, "exec", config, session)
        killed, survivors = _results(session)
    total = killed + len(survivors)
    for survivor in survivors:
        print(survivor)
    rate = killed / total if total else 0.0
    print(f"{killed} of {total} mutants killed, {rate:.1%}, in {time.monotonic() - began:.0f} s")
    if rate < AIM:
        sys.exit(f"fewer than {AIM:.0%}")


def modules() -> list[str]:
    """Every module that has logic of its own."""
    every = sorted(path.relative_to(ROOT / PACKAGE) for path in (ROOT / PACKAGE).rglob("*.py"))
    return [
        path.with_suffix("").as_posix()
        for path in every
        if not LEFT_OUT & {path.stem, path.parts[0]} or path.as_posix() == "resolver/__init__.py"
    ]


def _copied(copy: Path) -> Path:
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    return copy


def _config(folder: Path, copy: Path, names: list[str]) -> Path:
    paths = json.dumps([f"{PACKAGE}/{name}.py" for name in names])
    command = f"{sys.executable} -m pytest -q -x -p no:cacheprovider --no-pg {TESTS}"
    config = folder / "config.toml"
    config.write_text(
        f"[cosmic-ray]\nmodule-path = {paths}\ntimeout = {SECONDS}\nexcluded-modules = []\n"
        f"test-command = {json.dumps(command)}\n"
        '[cosmic-ray.distributor]\nname = "local"\n'
    )
    return config


def _jobs(session: Path) -> list[str]:
    with closing(sqlite3.connect(session)) as database:
        return sorted(row[0] for row in database.execute("SELECT job_id FROM work_items"))


def _drop(session: Path, jobs: set[str]) -> None:
    """Take mutants from the list of work."""
    with closing(sqlite3.connect(session)) as database:
        for table in ("mutation_specs", "work_items"):
            database.executemany(f"DELETE FROM {table} WHERE job_id = ?", [(j,) for j in jobs])
        database.commit()


def _without_effect(session: Path, copy: Path) -> set[str]:
    """Mutants that no test can see: in annotations and decorators, and `is` turned into `==`."""
    with closing(sqlite3.connect(session)) as database:
        rows = database.execute(
            "SELECT job_id, module_path, operator_name, start_pos_row, start_pos_col"
            " FROM mutation_specs"
        ).fetchall()
    spans = {module: _unseen(copy / module) for module in {row[1] for row in rows}}
    return {
        job
        for job, module, operator, row, column in rows
        if operator.endswith(("_Is_Eq", "_IsNot_NotEq", "_Eq_Is", "_NotEq_IsNot"))
        or any(first <= (row, column) < last for first, last in spans[module])
    }


def _unseen(module: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    nodes: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.arg | ast.AnnAssign):
            nodes.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            nodes += [node.returns, *node.decorator_list]
        elif isinstance(node, ast.ClassDef):
            nodes += node.decorator_list
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0))
        for node in nodes
        if node is not None
    ]


def _cosmic_ray(copy: Path, *arguments: str | Path) -> None:
    environment = {**os.environ, "PYTHONPATH": f"{copy / 'db'}", "PATH": _path()}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    subprocess.run(["cosmic-ray", *arguments], cwd=copy, env=environment, check=True)


def _path() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"


def _results(session: Path) -> tuple[int, list[str]]:
    """How many were killed, and each that was not: where it is, and what was changed."""
    with closing(sqlite3.connect(session)) as database:
        rows = database.execute(
            "SELECT module_path, start_pos_row, operator_name, test_outcome, diff"
            " FROM mutation_specs JOIN work_results USING (job_id) ORDER BY 1, 2, 3"
        ).fetchall()
    survivors = [
        f"{module}:{row} {operator}\n" + "\n".join(_changed(diff))
        for module, row, operator, outcome, diff in rows
        if "survived" in str(outcome).lower()
    ]
    return len(rows) - len(survivors), survivors


def _changed(diff: str | None) -> list[str]:
    lines = (diff or "").splitlines()
    return [
        f"    {line}" for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))
    ]


if __name__ == "__main__":
    main()
