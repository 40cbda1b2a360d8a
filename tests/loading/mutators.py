"""Forty ways to spoil a valid file, aware of its structure: each gives another file, right or wrong."""

from __future__ import annotations

from random import Random

from tests.loading import mutators_structure, mutators_text
from tests.loading.mutating import MUTATORS

__all__ = ["MUTATORS", "mutated", "mutators_structure", "mutators_text"]


def mutated(seed: int, files: list[tuple[str, str]]) -> tuple[str, str, bytes]:
    """The file of this number: its ending, the mutators that made it, and its bytes."""
    chance = Random(seed)
    ending, text = files[chance.randrange(len(files))]
    names = [chance.choice(sorted(MUTATORS)) for _ in range(chance.choice([1, 1, 1, 2, 3]))]
    content = text.encode()
    for name in names:
        content = MUTATORS[name](chance, content.decode("utf-8", "ignore"))
    return ending, "+".join(names), content
