"""Memory that is kept back, so that a run which had all there was can still end in order.

Where memory runs out, Python 3.11 may try without end to note at which instruction of a
long function an exception passed, for which it needs 32 bytes (`exception_unwind` in ceval.c).
What has been kept back is let go before the exception reaches such a function.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

SPARE = 4 << 20
"""Bytes: some of what Python takes at a time from the system, which is 1 MiB."""

P = ParamSpec("P")
R = TypeVar("R")


def sparing(work: Callable[P, R]) -> Callable[P, R]:
    """Keep memory back while the function runs; what it raises passes where there is some."""

    @wraps(work)
    def spared(*args: P.args, **kwargs: P.kwargs) -> R:
        kept: bytearray | None = bytearray(SPARE)  # no page of it is touched
        try:
            return work(*args, **kwargs)
        finally:
            kept = None  # noqa: F841  # given back at once, while the exception still holds its frames

    return spared
