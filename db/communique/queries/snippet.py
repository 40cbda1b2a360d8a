"""Where the words of a search stand in a text, and the piece of it that shows them best.

Both are worked out from the text itself and not asked of the database, so that they are the
same on both, and offsets count code points of the text as it was written.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ..databases.asked import leaves
from ..errors import UsageError
from ..plain import placed_words
from .terms import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..databases.asked import Words
    from ..plain import Placed

Span = tuple[int, int]


class Snippet(NamedTuple):
    """A piece of a text: its words, where they stand, and which of them were asked for.

    ``start`` and ``end`` and the ``marks`` are code points of the whole text.
    """

    text: str
    start: int
    end: int
    marks: tuple[Span, ...]
    length: int

    def marked(self, before: str = "«", after: str = "»", ellipsis: str = "…") -> str:
        """The piece with signs around the words that were asked for."""
        parts = [ellipsis if self.start else ""]
        here = self.start
        for start, end in self.marks:
            parts += [self._cut(here, start), before, self._cut(start, end), after]
            here = end
        parts += [self._cut(here, self.end), ellipsis if self.end < self.length else ""]
        return "".join(parts)

    def _cut(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


def snippet(text: str, search: str, *, syntax: bool = False, width: int = 160) -> Snippet:
    """The piece of a text, of about ``width`` code points, that shows most of a search.

    It holds as many different words and phrases of the search as any such piece, and then as many
    in all; the first of equal ones is taken. Where none stands there it is the beginning.
    """
    if width < 1:
        raise UsageError(f"A snippet of {width} characters shows nothing.", hint="ask for more")
    if len(text) <= width * 5 // 4:  # nobody wants to lose the last word of it
        width = len(text) + 1
    words = placed_words(text)
    found = sorted(_found(words, leaves(read(search, syntax=syntax), unwanted=False)))
    start, end = _window(found, width)
    start, end = _widened(text, words, start, end, width)
    marks = _merged((first, last) for first, last, _ in found if start <= first and last <= end)
    return Snippet(text[start:end], start, end, tuple(marks), len(text))


def _found(words: list[Placed], asked: Iterable[Words]) -> Iterator[tuple[int, int, int]]:
    """Where each word or phrase stands: from, to, and which of them it is."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.word, []).append(place)
    for number, (wanted, prefix) in enumerate(dict.fromkeys(asked)):
        behind = len(wanted) - 1
        if prefix and not behind:
            first = [
                place for word in places if word.startswith(wanted[0]) for place in places[word]
            ]
        else:
            first = places.get(wanted[0], [])
        for place in first:
            *stand, last = (each.word for each in words[place : place + behind + 1])
            ends = last.startswith(wanted[-1]) if prefix else last == wanted[-1]
            if ends and stand == list(wanted[:-1]):
                yield words[place].start, words[place + behind].end, number


def _window(found: list[tuple[int, int, int]], width: int) -> Span:
    best, chosen = (0, 0), (0, 0)
    ends = 0
    for first, (start, end, _) in enumerate(found):
        ends = max(ends, first)
        while ends + 1 < len(found) and found[ends + 1][1] <= start + width:
            ends += 1
        inside = found[first : ends + 1]
        worth = (len({number for _, _, number in inside}), len(inside))
        if worth > best:
            best, chosen = worth, (start, max(end, *(each[1] for each in inside)))
        if ends + 1 == len(found):
            break  # whatever begins later holds less
    return chosen


def _widened(text: str, words: list[Placed], start: int, end: int, width: int) -> Span:
    """More of the text on both sides, up to the width and to the edges of words."""
    room = max(0, width - (end - start))
    first = max(0, start - room // 2)
    last = min(len(text), max(end, first + width))
    first = max(0, min(first, max(0, last - width), start))
    if first > 0:
        starts = [word.start for word in words]
        after = bisect_left(starts, first)
        first = min(start, starts[after]) if after < len(starts) else start
    if last < len(text):
        ends = sorted(word.end for word in words)
        before = bisect_right(ends, last)
        last = max(end, ends[before - 1], first) if before else max(end, last)
    return first, last


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in their order, those that touch one word as one."""
    held: Span | None = None
    for start, end in spans:
        if held is not None and start < held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held
