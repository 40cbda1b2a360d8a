"""What is told about one code."""

from __future__ import annotations

from typing import NamedTuple


class Explained(NamedTuple):
    """One code: its meaning, the cure, and a message as a curator sees it."""

    meaning: str
    cure: str
    example: str
