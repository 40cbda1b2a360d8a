"""Ctrl-C and SIGTERM end a command before its work is kept, and never afterwards.

A load that was committed must not say that it was interrupted: who reads 130 or 143 runs it
again, or believes that nothing was done. So from the COMMIT on a first signal changes nothing.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

AGAIN = 0.01
"""Seconds until a signal that nobody could be told of is told again."""


class Terminated(BaseException):
    """The process was asked to end; raised so that transactions are rolled back."""


_STOPS = (KeyboardInterrupt, Terminated)
_asked: int | None = None
_kept = False
_lost = False
"""Whether a signal came and could not be told, so that it is told again."""


def nothing_stops_it_now() -> None:
    """Let signals change nothing any more: what was asked for is being kept."""
    global _kept
    if _asked is not None and not _kept:
        _stop(_asked)  # it came, and was lost where Python raises nothing
    _kept = True


@contextlib.contextmanager
def ending_when_asked() -> Iterator[None]:
    """Turn SIGINT and SIGTERM into exceptions while the block runs, but for work that is kept."""
    global _asked, _kept, _lost
    _asked, _kept, _lost = None, False, False
    ours: dict[int, Callable[[int, FrameType | None], None]] = {
        signal.SIGINT: _end,
        signal.SIGTERM: _end,
    }
    if hasattr(signal, "SIGALRM"):  # not on Windows
        ours[signal.SIGALRM] = _remind
    try:
        before = {
            number: signal.signal(number, handler)
            for number, handler in ours.items()
            if signal.getsignal(number) is not signal.SIG_IGN  # nohup and `&` of a shell
        }
    except ValueError:  # only the main thread may say what a signal does
        yield
        return
    hook, sys.unraisablehook = sys.unraisablehook, _unraisable
    try:
        yield
    finally:
        sys.unraisablehook = hook
        _remind_in(0)
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def whatever_it_becomes() -> Iterator[None]:
    """Let a signal stay what it is, where a library on the way out turns it into its own trouble.

    SQLAlchemy, for one, sets back what the interrupted driver no longer lets it set back.
    """
    try:
        yield
    except Exception:
        _stop_unless_kept()
        raise


def _end(number: int, _frame: FrameType | None) -> None:
    global _asked
    # Whoever asks twice means it: the second signal ends the process without more ado.
    signal.signal(number, signal.SIG_DFL)
    _asked = number
    _stop_unless_kept()


def _remind(_number: int, _frame: FrameType | None) -> None:
    if _lost:
        _stop_unless_kept()


def _stop_unless_kept() -> None:
    if _asked is not None and not _kept:
        _stop(_asked)


def _stop(number: int) -> NoReturn:
    global _lost
    # It is being told: another one on top of it would disturb what is rolled back for it.
    _lost = False
    _remind_in(0)
    raise KeyboardInterrupt if number == signal.SIGINT else Terminated


def _unraisable(told: Any) -> None:
    """Within a destructor nothing can be raised, so that Python drops it: try again outside.

    Memory that is short there is short outside too, where it is told in one sentence.
    """
    global _lost
    if issubclass(told.exc_type, _STOPS):
        _lost = True
        _remind_in(AGAIN)
    elif told.exc_type is not MemoryError:
        sys.__unraisablehook__(told)


def _remind_in(seconds: float) -> None:
    if hasattr(signal, "SIGALRM"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
