"""What it costs to build a question, before any database is asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from time import process_time
from timeit import repeat

from tests.queries.test_query_building import QUESTIONS

AIM = 300


def report() -> Iterator[str]:
    """A row for each question: the best of many builds with a new name each, in microseconds."""
    for name, asked in QUESTIONS.items():
        names = (f"actor-{number}" for number in count())
        asked("first")
        best = min(
            repeat(lambda a=asked, n=names: a(next(n)), timer=process_time, number=5, repeat=80)
        )
        yield f"{f'building {name}(...)':<58} {best / 5 * 1e6:9.0f} microseconds   aim {AIM}"
