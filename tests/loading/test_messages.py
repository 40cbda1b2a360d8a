"""What the loader says, word for word and to the column, is what was read and found good."""

from __future__ import annotations

import pytest

from tests.loading.messages import PARTS, part, recorded


@pytest.mark.parametrize("name", PARTS)
def test_each_message_is_as_recorded(name: str) -> None:
    wanted = recorded()[name]
    assert part(name) == wanted, (
        "if that is meant: python -m tests.loading.messages > tests/loading/messages.txt"
    )


def test_nothing_else_is_recorded() -> None:
    assert set(recorded()) == set(PARTS)
