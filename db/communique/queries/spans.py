"""Stretches of a text, from a first code point to one past the last."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    Span = tuple[int, int]


class Spans:
    """The union of stretches, which may overlap and come in any order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.merged: list[Span] = []
        for start, end in sorted(spans):
            if self.merged and start <= self.merged[-1][1]:
                first, last = self.merged[-1]
                self.merged[-1] = (first, max(last, end))
            else:
                self.merged.append((start, end))
        self._starts = [start for start, _ in self.merged]

    def hold(self, start: int, end: int) -> bool:
        """The whole of a stretch is in the union."""
        number = bisect_right(self._starts, start) - 1
        return number >= 0 and end <= self.merged[number][1]

    def length(self) -> int:
        """How many code points are in the union."""
        return sum(end - start for start, end in self.merged)
