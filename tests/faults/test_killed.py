"""A load that is killed leaves what was before it, or all of itself, and the next one works."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.faults.children import state, unsound
from tests.faults.moments import kill_at_moments
from tests.faults.statements import FIRED, killed_at, loaded, statements
from tests.faults.two_hundred import RECORDS, two_hundred

if TYPE_CHECKING:
    from pathlib import Path


def worth_dying_at(seen: list[str]) -> list[int]:
    """Each statement by its number, but of the rows of one batch only the first and the last."""
    verbs = [" ".join(line.split()[:3]) for line in [*seen, ""]]
    return [
        number
        for number, (one, following) in enumerate(pairwise(verbs), start=1)
        if one != following or number == 1 or one != verbs[number - 2]
    ]


def spread(numbers: list[int], most: int) -> list[int]:
    """At most so many of the numbers, the first and the last among them."""
    if len(numbers) <= most:
        return numbers
    return [numbers[round(n * (len(numbers) - 1) / (most - 1))] for n in range(most)]


@pytest.mark.parametrize("change", [False, True], ids=["first load", "change"])
def test_a_load_killed_at_any_statement_is_before_or_after(
    change: bool, migrated_url: str, tmp_path: Path
) -> None:
    """Every statement of a first load on SQLite, and some elsewhere; all of them in the soak."""
    folders = [two_hundred(tmp_path / str(state), state) for state in (0, 1)]
    if change:
        loaded(migrated_url, folders[0])
    target = folders[change]
    before = state(migrated_url)
    every = worth_dying_at(statements(migrated_url, target))
    some = spread(every, 10 if change or "postgresql" in migrated_url else len(every))

    left = [killed_at(migrated_url, target, number) for number in some]
    # Nothing was kept so far. What follows the first COMMIT, if anything does, is died at too.
    while left[-1][0] == FIRED:
        left.append(killed_at(migrated_url, target, every[-1] + len(left) - len(some) + 1))

    *killed, (ended, after) = left
    assert ended == 0
    assert after.digest != before.digest
    assert after.runs == before.runs + 1
    assert {code for code, _ in killed} == {FIRED}
    assert {found for _, found in killed} <= {before, after}
    assert {found for _, found in killed[: len(some)]} == {before}
    records, again = loaded(migrated_url, target)
    assert (records, again.digest) == (RECORDS, after.digest)
    assert unsound(migrated_url) == []


def test_a_load_killed_at_random_moments_is_before_or_after(
    migrated_url: str, tmp_path: Path
) -> None:
    left = kill_at_moments(migrated_url, tmp_path, 20, seed=5)

    assert left["killed, before"] > 0
    assert sum(left.values()) == 20
    assert unsound(migrated_url) == []
