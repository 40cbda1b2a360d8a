"""Memory that is kept back, so that a run which had all there was can still end in order.

Where memory runs out, Python 3.11 may try without end to note at which instruction of a
long function an exception passed, for which it needs 32 bytes (`exception_unwind` in ceval.c).
What has been kept back is let go before the exception reaches such a function.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import local
from typing import ParamSpec, TypeVar

SPARE = 4 << 20
"""Bytes: some of what Python takes at a time from the system, which is 1 MiB."""

P = ParamSpec("P")
R = TypeVar("R")


_kept = local()


def sparing(work: Callable[P, R]) -> Callable[P, R]:
    """Keep memory back while the function runs; what it raises passes where there is some."""

    @wraps(work)
    def spared(*args: P.args, **kwargs: P.kwargs) -> R:
        before = getattr(_kept, "spare", None)
        _kept.spare = bytearray(SPARE)  # no page of it is touched
        try:
            return work(*args, **kwargs)
        finally:
            _kept.spare = before  # given back at once, while the exception still holds its frames

    return spared


def letting_go(work: Callable[P, R]) -> Callable[P, R]:
    """Let go of what is kept back as soon as the function has no memory.

    For the body of a loop over a generator, which ends before the exception leaves the function
    that loops: a generator that cannot even be closed says so on standard error.
    """

    @wraps(work)
    def watched(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return work(*args, **kwargs)
        except MemoryError:
            _kept.spare = None
            raise

    return watched
