"""A bar for work that takes a while, where somebody sits at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from communique.loading.progress import Progress

_PATIENCE = 0.7
"""Seconds after which somebody wants to know how far it is."""
_UNITS = {"reading": "bytes", "resolving": "entries", "writing": "rows"}


@contextmanager
def shown_on_terminal() -> Iterator[Progress]:
    """Show on standard error how far a run is; nothing where that is no terminal."""
    shown = _Shown() if sys.stderr.isatty() else None
    try:
        yield shown or _nobody
    finally:
        if shown is not None:
            shown.stop()


def _nobody(stage: str, done: int, total: int) -> None:
    """Nobody looks."""


class _Shown:
    """One line for each stage, drawn when the work is long enough to be waited for."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.bar: Bar | None = None
        self.tasks: dict[str, object] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self.bar is None:
            if time.monotonic() - self.began < _PATIENCE:
                return
            self.bar = _bar()
            self.bar.start()
        if stage not in self.tasks:
            self.tasks[stage] = self.bar.add_task(stage, total=total, unit=_UNITS[stage])
        self.bar.update(self.tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

    def stop(self) -> None:
        if self.bar is not None:
            self.bar.stop()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: object) -> Text:
            speed = getattr(task, "speed", None)
            unit = getattr(task, "fields", {}).get("unit", "")
            return Text(f"{speed:>10,.0f} {unit}/s" if speed else "")

    return Progress(
        TextColumn("{task.description:<9}"),
        BarColumn(bar_width=20),
        TextColumn("{task.percentage:>3.0f} %"),
        Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=5,
    )
