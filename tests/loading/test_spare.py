"""A run that had all the memory there was leaves some for what ends it."""

from __future__ import annotations

import mmap

import pytest

from communique.loading.spare import SPARE, sparing
from tests.faults.limited import size_now


def test_memory_is_kept_back_and_given_back_when_an_error_passes() -> None:
    before = size_now()
    sizes = []

    @sparing
    def work(size: int) -> mmap.mmap:
        """Memory that the frame of the error still holds, as a run does."""
        taken = mmap.mmap(-1, size)
        sizes.append(size_now())
        raise MemoryError(taken)

    with pytest.raises(MemoryError) as told:
        work(SPARE)

    assert told.value.args
    assert sizes[0] - before >= 2 * SPARE
    assert SPARE <= size_now() - before < 2 * SPARE
