"""The mutants of a module: one operator, constant or condition changed at a time.

`cosmic-ray` knows what can be changed; here it is asked for each change as a text of its own.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = Path("db/communique/loading")
LEFT_OUT = {"__init__", "schema", "codes"}
"""Imports alone, the JSON Schema with its own tests, and words."""
SAME = ("_Is_Eq", "_IsNot_NotEq", "_Eq_Is", "_NotEq_IsNot")
"""Mutants that no test can see, because both compare words or constants alike."""


@dataclass(frozen=True, order=True)
class Mutant:
    """One change of one module."""

    module: str
    line: int
    operator: str
    occurrence: int

    @property
    def path(self) -> Path:
        """The module's file, from the root of the checkout."""
        return PACKAGE / f"{self.module}.py"

    def __str__(self) -> str:
        name = self.operator.removeprefix("core/")
        return f"{self.path}:{self.line} {name} {self.occurrence}"


def modules() -> list[str]:
    """Every module that has logic of its own."""
    every = sorted(path.relative_to(ROOT / PACKAGE) for path in (ROOT / PACKAGE).rglob("*.py"))
    return [
        path.with_suffix("").as_posix()
        for path in every
        if not LEFT_OUT & {path.stem, path.parts[0]} or path.as_posix() == "resolver/__init__.py"
    ]


def mutants_of(module: str) -> Iterator[Mutant]:
    """All mutants of a module but those in annotations and decorators, which tests cannot see."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    text = source(module)
    nodes, unseen = list(ast_nodes(get_ast(text))), _unseen(text)
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments() or name.endswith(SAME):
            continue
        places = (place for node in nodes for place in operator().mutation_positions(node))
        for occurrence, (start, _) in enumerate(places):
            if not any(first <= tuple(start) < last for first, last in unseen):
                yield Mutant(module, start[0], name, occurrence)


def mutated(mutant: Mutant) -> str:
    """The module's text with the change in it."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    changed = mutate_code(source(mutant.module), get_operator(mutant.operator)(), mutant.occurrence)
    assert isinstance(changed, str), mutant
    return changed


def difference(mutant: Mutant) -> tuple[str, str]:
    """The changed lines as they are, and as the mutant has them."""
    lines = [
        line
        for line in unified_diff(
            source(mutant.module).splitlines(), mutated(mutant).splitlines(), n=0, lineterm=""
        )
        if not line.startswith(("+++", "---", "@@"))
    ]
    before = "\n".join(line[1:].strip() for line in lines if line.startswith("-"))
    return before, "\n".join(line[1:].strip() for line in lines if line.startswith("+"))


@cache
def source(module: str) -> str:
    """The text of a module."""
    return (ROOT / PACKAGE / f"{module}.py").read_text(encoding="utf-8")


@cache
def lines_run_on_import(module: str) -> frozenset[int]:
    """Lines outside every function, and the defaults of functions."""
    inside: set[int] = set()
    heads: set[int] = set()
    for node in ast.walk(ast.parse(source(module))):
        if isinstance(node, ast.FunctionDef):
            inside |= set(range(node.body[0].lineno, (node.end_lineno or 0) + 1))
            heads |= set(range(node.lineno, node.body[0].lineno))
    return frozenset(set(range(1, source(module).count("\n") + 2)) - inside | heads)


def _unseen(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    nodes: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(text)):
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
