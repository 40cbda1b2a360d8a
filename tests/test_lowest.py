"""What we depend on: each has its reason, and `make test-lowest` the lowest versions of it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN_BY_TESTS = ("postgresql", "async", "examples", "test")


def promised() -> dict[str, Requirement]:
    """Every requirement that the tests run with, by the name that package indexes use."""
    extras = PROJECT["optional-dependencies"]
    texts = [*PROJECT["dependencies"], *(text for extra in RUN_BY_TESTS for text in extras[extra])]
    return {canonicalize_name(Requirement(text).name): Requirement(text) for text in texts}


def pinned() -> dict[str, str]:
    lines = (ROOT / "tests/lowest.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): pin for name, pin in pairs}


def bound(requirement: Requirement, operator: str) -> str:
    (found,) = (part.version for part in requirement.specifier if part.operator == operator)
    return found


def test_every_floor_is_tested_and_every_tested_version_is_a_floor() -> None:
    assert pinned() == {name: bound(asked, ">=") for name, asked in promised().items()}


def test_every_ceiling_is_the_next_major() -> None:
    for name, asked in promised().items():
        ceiling, installed = Version(bound(asked, "<")), Version(version(name))
        assert ceiling.release == (ceiling.major,), f"{name} is held back at {ceiling}"
        assert installed.major < ceiling.major


def test_every_dependency_has_its_reason() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Dependencies")[2]
    told = {
        canonicalize_name(word)
        for row in re.findall(r"^\| (.+?) \|", page, re.MULTILINE)
        for word in re.findall(r"[\w-]+", row)
    }
    extras = PROJECT["optional-dependencies"]
    texts = [*PROJECT["dependencies"], *(text for texts in extras.values() for text in texts)]
    assert {canonicalize_name(Requirement(text).name) for text in texts} <= told
