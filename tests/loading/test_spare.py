"""A run that had all the memory there was leaves some for what ends it."""

from __future__ import annotations

import weakref

import pytest

from communique.loading import spare


def test_memory_is_kept_back_and_given_back_when_an_error_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[weakref.ref[bytearray]] = []

    class Kept(bytearray):
        def __init__(self, size: int) -> None:
            super().__init__(size)
            kept.append(weakref.ref(self))

    monkeypatch.setattr(spare, "bytearray", Kept, raising=False)

    @spare.sparing
    def work() -> None:
        held = kept[0]()
        assert held is not None
        assert len(held) == spare.SPARE
        del held
        raise MemoryError

    with pytest.raises(MemoryError) as told:
        work()

    assert told.tb is not None  # its frames are still there, and hold nothing of it
    assert kept[0]() is None
