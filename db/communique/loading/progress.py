"""How far a run has come, for whoever shows it to people."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called now and then while a run goes on."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say that so much of a stage is done.

        The stages come in this order: ``reading`` in bytes of the record files, ``resolving``
        in files or lines, ``writing`` in rows; the last one only when something is written.
        """


def unseen(stage: str, done: int, total: int) -> None:
    """Nobody looks."""
