"""Ctrl-C and SIGTERM end a command before its work is kept, and never afterwards.

A load that was committed must not say that it was interrupted: who reads 130 or 143 runs it
again, or believes that nothing was done. So from the COMMIT on a first signal changes nothing.
"""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class Terminated(BaseException):
    """The process was asked to end; raised so that transactions are rolled back."""


_kept = False


def nothing_stops_it_now() -> None:
    """Let signals change nothing any more: what was asked for is being kept."""
    global _kept
    _kept = True


@contextlib.contextmanager
def ending_when_asked() -> Iterator[None]:
    """Turn SIGINT and SIGTERM into exceptions while the block runs, but for work that is kept."""
    global _kept
    _kept = False
    try:
        before = {
            number: signal.signal(number, _end)
            for number in (signal.SIGINT, signal.SIGTERM)
            if signal.getsignal(number) is not signal.SIG_IGN  # nohup and `&` of a shell
        }
    except ValueError:  # only the main thread may say what a signal does
        yield
        return
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    # Whoever asks twice means it: the second signal ends the process without more ado.
    signal.signal(number, signal.SIG_DFL)
    if not _kept:
        _stop(number)


def _stop(number: int) -> NoReturn:
    raise KeyboardInterrupt if number == signal.SIGINT else Terminated
