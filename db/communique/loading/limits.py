"""How much record files may hold, so that no input can use up time or memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one record file, or one line of JSON Lines, and of a whole run."""

    bytes: int = 5_000_000
    """Of one file: a record file, or the text of an article."""
    depth: int = 20
    nodes: int = 50_000
    scalar: int = 1_000_000
    """Characters of one value; the `text` of an article is limited by the file alone."""
    keys: int = 5_000
    files: int = 20_000
    run: int = 500_000_000
    """Bytes that one run reads, YAML files and texts together; JSON Lines are read line by line."""
    window: int = 2_000_000
    """Characters whose records are resolved together; more than these wait on disk."""


DEFAULT = Limits()
