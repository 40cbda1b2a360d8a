"""The revisions we ship, oldest first, read without importing them or Alembic.

Alembic costs half a second to import, and every command asks whether the schema is the latest.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique import shipped
from communique.errors import SchemaError, UsageError

Stamp = tuple[tuple[Path, int, int], ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """One page of history, with what it says of itself in its module attributes."""

    id: str
    parent: str | None
    rebuilds: bool = False
    """It re-creates a table on SQLite, which must not happen with foreign keys on."""
    changes_rows: frozenset[str] = field(default_factory=frozenset)
    """Tables whose number of rows it means to change."""


def history() -> tuple[Revision, ...]:
    """Every shipped revision, from the first to the head."""
    return _ordered(stamp())


def stamp() -> Stamp:
    """What changes when a revision file does; the key of everything learnt from them."""
    files = sorted((shipped.migrations_path() / "versions").glob("*.py"))
    return tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def latest_revision() -> str | None:
    """The revision that this program needs; None while there is none at all."""
    known = history()
    return known[-1].id if known else None


def position_of(revision: str | None, known: tuple[Revision, ...]) -> int:
    """How many revisions lead to this one; 0 is the empty database. UsageError if unknown."""
    if revision in (None, "base"):
        return 0
    if revision == "head":
        return len(known)
    for position, one in enumerate(known, start=1):
        if one.id == revision:
            return position
    raise UsageError(
        f'There is no revision "{revision}".',
        hint=f"choose one of base, {', '.join(one.id for one in known)}, head",
    )


@lru_cache(maxsize=8)
def _ordered(files: Stamp) -> tuple[Revision, ...]:
    by_parent: dict[str | None, Revision] = {}
    for path, _, _ in files:
        revision = _read(path)
        if revision.parent in by_parent:
            raise SchemaError(
                f"Revisions {by_parent[revision.parent].id} and {revision.id} have one parent.",
                hint="let one of them follow the other: there is one head",
            )
        by_parent[revision.parent] = revision
    found: list[Revision] = []
    while (following := by_parent.pop(found[-1].id if found else None, None)) is not None:
        found.append(following)
    if by_parent:
        lost = ", ".join(sorted(revision.id for revision in by_parent.values()))
        raise SchemaError(f"Revisions {lost} follow nothing.", hint="mend their down_revision")
    return tuple(found)


def _read(path: Path) -> Revision:
    values: dict[str, Any] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target, value = node.target, node.value
        else:
            continue
        if isinstance(target, ast.Name) and target.id in _ATTRIBUTES:
            values[target.id] = _literal(value)
    return Revision(
        str(values["revision"]),
        values.get("down_revision"),
        bool(values.get("rebuilds", False)),
        frozenset(values.get("changes_rows", ())),
    )


_ATTRIBUTES = {"revision", "down_revision", "rebuilds", "changes_rows"}


def _literal(node: ast.expr) -> Any:
    """A constant; ``set()`` and ``frozenset({...})`` are not literals to Python, but are here."""
    if isinstance(node, ast.Call):
        return _literal(node.args[0]) if node.args else ()
    return ast.literal_eval(node)
